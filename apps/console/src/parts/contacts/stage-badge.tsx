import type { Stage } from '../../state/api/life-api.ts';
import { lifeTexts } from '../../texts/life-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** Where somebody stands as a customer. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { locale } = useTexts();
  return <span class={`tag stage stage-${stage}`}>{lifeTexts[locale].stage[stage]}</span>;
}

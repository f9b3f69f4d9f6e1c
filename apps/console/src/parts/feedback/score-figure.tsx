import type { Figure } from '../../state/api/feedback-api.ts';
import { feedbackTexts } from '../../texts/feedback-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** A mean of scores with how sure it is, or that there are too few to say. */
export function ScoreFigure({ figure: { value, n } }: { figure: Figure }) {
  const { locale } = useTexts();
  const t = feedbackTexts[locale];
  if (value === null) return <>{t.few(n)}</>;
  return <>{t.figure(value.mean.toFixed(1), value.low.toFixed(2), value.high.toFixed(2))}</>;
}

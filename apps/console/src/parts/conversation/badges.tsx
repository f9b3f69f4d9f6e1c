import { Icon } from '@solodesk/ui';
import { useTexts } from '../../texts/index.ts';

/** Whether somebody has proved who they are: always shown, in words. */
export function VerifiedBadge({ verified }: { verified: boolean }) {
  const { t } = useTexts();
  return verified ? (
    <span class="tag tag-good" title={t.visitor.verifiedHint}>
      <Icon name="check" size={12} /> {t.visitor.verified}
    </span>
  ) : (
    <span class="tag" title={t.visitor.unverifiedHint}>
      {t.visitor.unverified}
    </span>
  );
}

/** A number that asks for attention; `calm` where somebody else has it in hand. */
export function CountBadge({ count, label, calm = false }: { count: number; label: string; calm?: boolean }) {
  if (count === 0) return null;
  return (
    <span class={calm ? 'count count-calm' : 'count'}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="visually-hidden">{label}</span>
    </span>
  );
}

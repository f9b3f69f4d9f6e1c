import { Field } from '../../../parts/controls/field.tsx';
import { STAGES } from '../../../state/api/life-api.ts';
import { lifeTexts } from '../../../texts/life-texts.ts';
import { messageTexts } from '../../../texts/message-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { FieldProps } from '../field-props.ts';
import { isEntry } from './entries.ts';

const DELIVERED = 'delivered';

/** A move or a delivery: `at_risk`, `delivered`. */
export function beginningOf(when: unknown): string {
  return isEntry(when) && typeof when.stage === 'string' ? when.stage : DELIVERED;
}

/** What a message begins with: somebody comes into a stage, or an order was delivered. */
export function WhenField({ label, hint, value, error, onChange }: FieldProps) {
  const { locale } = useTexts();
  const t = messageTexts[locale];
  const chosen = beginningOf(value);
  const remarks = Object.entries(isEntry(value) ? value : {}).filter(([key]) => key.startsWith('_'));
  return (
    <Field label={label} hint={hint} error={error}>
      <select
        value={chosen}
        onChange={({ currentTarget: { value: wanted } }) =>
          onChange({
            ...(wanted === DELIVERED ? { delivered: true } : { stage: wanted }),
            ...Object.fromEntries(remarks),
          })
        }
      >
        <option value={DELIVERED}>{t.delivered}</option>
        {/* Everybody begins as a contact: nothing moves there. */}
        {STAGES.filter((stage) => stage !== 'contact').map((stage) => (
          <option key={stage} value={stage}>
            {t.becomes(lifeTexts[locale].stage[stage])}
          </option>
        ))}
      </select>
    </Field>
  );
}

import { Icon } from '@solodesk/ui';
import { Field } from '../../parts/controls/field.tsx';
import { onAccent } from '../../state/settings/contrast.ts';
import { SWATCHES } from '../wizard/step-colours.tsx';
import type { FieldProps } from './field-props.ts';

const COLOUR = /^#[0-9a-f]{6}$/i;

/** The accent: from a few that work, by the browser's picker, or typed. */
export function ColourField({ label, hint, value, usual, error, onChange }: FieldProps) {
  const typed = String(value ?? usual);
  return (
    <div class="setting-colour">
      <Field label={label} hint={hint} error={error}>
        <input
          class="setting-number"
          value={typed}
          maxLength={20}
          spellcheck={false}
          onInput={({ currentTarget: { value: text } }) => onChange(text.trim())}
        />
      </Field>
      <div class="setting-swatches" role="group" aria-label={label}>
        {SWATCHES.map((colour) => (
          <button
            type="button"
            key={colour}
            class="setting-swatch"
            aria-label={colour}
            aria-pressed={typed.toLowerCase() === colour}
            style={{ background: colour, color: onAccent(colour) }}
            onClick={() => onChange(colour)}
          >
            {typed.toLowerCase() === colour && <Icon name="check" />}
          </button>
        ))}
        <input
          type="color"
          aria-label={label}
          value={COLOUR.test(typed) ? typed.toLowerCase() : '#4338ca'}
          onInput={({ currentTarget: { value: colour } }) => onChange(colour)}
        />
      </div>
    </div>
  );
}

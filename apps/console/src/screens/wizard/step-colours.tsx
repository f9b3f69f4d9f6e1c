import { Icon, initials } from '@solodesk/ui';
import { Field } from '../../parts/controls/field.tsx';
import { onAccent } from '../../state/settings/contrast.ts';
import { useTexts } from '../../texts/index.ts';
import type { StepProps } from './steps.ts';

export const SWATCHES = [
  '#4338ca',
  '#0f766e',
  '#17609f',
  '#146c46',
  '#9f1239',
  '#964500',
  '#6b21a8',
  '#1d1b26',
] as const;

export function StepColours({ draft, change }: StepProps) {
  const { w } = useTexts();
  return (
    <div class="colours">
      <div>
        <div class="swatches" role="group" aria-label={w.steps.colours}>
          {SWATCHES.map((color) => (
            <button
              type="button"
              key={color}
              class="swatch"
              aria-label={color}
              aria-pressed={draft.accent === color}
              style={{ background: color, color: onAccent(color) }}
              onClick={() => change({ accent: color })}
            >
              {draft.accent === color && <Icon name="check" />}
            </button>
          ))}
        </div>
        <Field label={w.colours.own}>
          <input
            type="color"
            value={draft.accent}
            onInput={({ currentTarget: { value } }) => change({ accent: value })}
          />
        </Field>
      </div>
      <figure class="preview" style={{ '--accent': draft.accent, '--on-accent': onAccent(draft.accent) }}>
        <figcaption class="visually-hidden">{w.colours.preview}</figcaption>
        <div class="preview-window">
          <div class="preview-head">
            <span class="avatar" aria-hidden="true">
              {initials(draft.name || 'Solodesk')}
            </span>
            <span>
              <b>{draft.name || 'Solodesk'}</b>
              <small>{w.colours.online}</small>
            </span>
          </div>
          <div class="preview-log">
            <p class="preview-bot">{w.colours.hello}</p>
            <p class="preview-visitor">{w.colours.ask}</p>
          </div>
        </div>
        <span class="preview-bubble">
          <Icon name="chat" size={28} />
        </span>
      </figure>
    </div>
  );
}

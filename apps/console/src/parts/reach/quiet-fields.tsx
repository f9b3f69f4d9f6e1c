import type { QuietHours } from '../../state/api/notices-api.ts';
import { useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';

const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 };

/** When neither mails nor pushes come. */
export function QuietFields({
  quiet,
  onChange,
}: {
  quiet: QuietHours | null;
  onChange(quiet: QuietHours | null): void;
}) {
  const { t } = useTexts();
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => onChange(event.currentTarget.checked ? NIGHT : null)}
        />
        <span>{t.reach.quiet}</span>
      </label>
      {quiet && (
        <div class="quiet-fields">
          {(['from', 'to'] as const).map((end) => (
            <Field key={end} label={end === 'from' ? t.reach.quietFrom : t.reach.quietTo}>
              <input
                type="time"
                required
                value={clock(quiet[end])}
                onInput={(event) => {
                  const minutes = minutesOf(event.currentTarget.value);
                  if (minutes !== null) onChange({ ...quiet, [end]: minutes });
                }}
              />
            </Field>
          ))}
          <p class="muted">{t.reach.quietHint}</p>
        </div>
      )}
    </>
  );
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Null while it is being typed. */
function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

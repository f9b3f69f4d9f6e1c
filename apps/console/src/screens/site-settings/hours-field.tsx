import type { Hours, Weekday } from '../../state/api/api.ts';
import { WEEKDAYS } from '../../state/api/api.ts';
import { besideField, problemsAt } from '../../state/settings/setting-draft.ts';
import { useTexts } from '../../texts/index.ts';
import { spanProblem } from '../wizard/draft.ts';
import type { Span } from '../wizard/draft.ts';
import { Day } from '../wizard/step-hours.tsx';
import type { FieldProps } from './field-props.ts';

/** What holds where the file names no hours. */
const OFFICE = ['09:00-17:00'];
const WORKING: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

function spansOf(texts: unknown): Span[] {
  if (!Array.isArray(texts)) return [];
  return texts.map((text) => {
    const [from = '', to = ''] = String(text).split('-');
    return { from, to };
  });
}

/** The opening hours of a week, several spans a day. */
export function HoursField({ label, value, path, onChange, editor }: FieldProps) {
  const { w } = useTexts();
  const hours: Hours = (value as Hours | undefined) ?? Object.fromEntries(WORKING.map((day) => [day, OFFICE] as const));
  const written = (spans: readonly Span[]) => spans.map(({ from, to }) => `${from}-${to}`);
  const set = (day: Weekday, spans: Span[]) => onChange({ ...hours, [day]: written(spans) });
  return (
    <fieldset class="setting-group">
      <legend>{label}</legend>
      <div class="hours">
        {WEEKDAYS.map((day) => {
          const spans = spansOf(hours[day]);
          // What the row says by itself need not be said twice.
          const said = spans.some((span) => spanProblem(span));
          const wrong = said ? [] : problemsAt(editor.problems, [...path, day]);
          return (
            <div key={day}>
              <Day
                name={w.hours.days[day]}
                spans={spans}
                onChange={(now) => set(day, now)}
                onCopy={() => onChange(Object.fromEntries(WEEKDAYS.map((each) => [each, written(spans)])))}
              />
              {wrong.length > 0 && (
                <small class="field-error" role="alert">
                  {wrong.map(({ message }) => besideField(message)).join(' ')}
                </small>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

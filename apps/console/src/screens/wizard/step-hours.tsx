import { Icon } from '@solodesk/ui';
import { Field } from '../../parts/controls/field.tsx';
import type { Weekday } from '../../state/api/api.ts';
import { WEEKDAYS } from '../../state/api/api.ts';
import { holidayTexts } from '../../texts/holiday-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { isOvernight, spanProblem } from './draft.ts';
import type { Span } from './draft.ts';
import type { StepProps } from './steps.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

export function StepHours({ draft, change, problem }: StepProps) {
  const { w, locale } = useTexts();
  const zones = ZONES.includes(draft.timeZone) ? ZONES : [draft.timeZone, ...ZONES];
  const set = (day: Weekday, spans: Span[]) => change({ hours: { ...draft.hours, [day]: spans } });
  const copyToAll = (spans: readonly Span[]) =>
    change({
      hours: Object.fromEntries(
        WEEKDAYS.map((day) => [day, spans.map((span) => ({ ...span }))]),
      ) as StepProps['draft']['hours'],
    });
  return (
    <>
      <Field label={w.hours.zone}>
        <select value={draft.timeZone} onChange={({ currentTarget: { value } }) => change({ timeZone: value })}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </Field>
      <div class="hours">
        {WEEKDAYS.map((day) => (
          <Day
            key={day}
            name={w.hours.days[day]}
            spans={draft.hours[day]}
            onChange={(spans) => set(day, spans)}
            onCopy={() => copyToAll(draft.hours[day])}
          />
        ))}
      </div>
      <p class="field-hint hours-hint">{holidayTexts[locale].inWizard}</p>
      <Field
        label={w.hours.promise}
        hint={w.hours.promiseHint}
        error={problem?.field === 'promise' ? problem.text : null}
      >
        <input
          type="text"
          inputMode="numeric"
          maxLength={3}
          value={draft.promiseHours}
          onInput={({ currentTarget: { value } }) => change({ promiseHours: value })}
        />
      </Field>
    </>
  );
}

interface DayProps {
  name: string;
  spans: readonly Span[];
  onChange(spans: Span[]): void;
  /** These hours on every day. */
  onCopy(): void;
}

export function Day({ name, spans, onChange, onCopy }: DayProps) {
  const { t, w } = useTexts();
  const patch = (at: number, changes: Partial<Span>) =>
    onChange(spans.map((span, n) => (n === at ? { ...span, ...changes } : span)));
  const next: Span = spans.length === 0 ? { from: '09:00', to: '17:00' } : { from: '18:00', to: '20:00' };
  return (
    <div class="hours-day" role="group" aria-label={name}>
      <label class="check">
        <input
          type="checkbox"
          checked={spans.length > 0}
          onChange={({ currentTarget: { checked } }) => onChange(checked ? [next] : [])}
        />
        <span>{name}</span>
      </label>
      <div class="hours-spans">
        {spans.length === 0 && <span class="muted">{w.hours.closed}</span>}
        {spans.map((span, at) => (
          <div class="hours-span" key={at}>
            {(['from', 'to'] as const).map((end) => (
              <input
                key={end}
                type="time"
                aria-label={`${name}, ${w.hours[end]}`}
                aria-invalid={isWrong(span, end) ? 'true' : undefined}
                value={span[end]}
                onInput={({ currentTarget: { value } }) => patch(at, { [end]: value })}
              />
            ))}
            {isOvernight(span) && <small class="muted">{w.hours.nextDay}</small>}
            {at > 0 && (
              <button
                type="button"
                class="icon-button"
                aria-label={t.common.remove}
                onClick={() => onChange(spans.filter((_, n) => n !== at))}
              >
                <Icon name="close" size={16} />
              </button>
            )}
            {spanProblem(span) && (
              <small class="field-error" role="alert">
                {spanProblem(span) === 'missing' ? w.hours.missing : w.hours.wrong}
              </small>
            )}
          </div>
        ))}
        {spans.length === 1 && (
          <button type="button" class="link" onClick={() => onChange([...spans, next])}>
            + {w.hours.addSpan}
          </button>
        )}
        {spans.length > 0 && spans.every((span) => !spanProblem(span)) && (
          <button type="button" class="link" aria-label={`${w.hours.copyToAll}: ${name}`} onClick={onCopy}>
            {w.hours.copyToAll}
          </button>
        )}
      </div>
    </div>
  );
}

/** Which end of a span is at fault: the one that is missing, or both when it has no length. */
function isWrong(span: Span, end: keyof Span): boolean {
  const problem = spanProblem(span);
  return problem === 'order' || (problem === 'missing' && span[end] === '');
}

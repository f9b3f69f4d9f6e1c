import { useEffect, useRef, useState } from 'preact/hooks';
import type { SiteBrief } from '../../state/api/api.ts';
import { focusFault } from '../../state/focus-fault.ts';
import { faultOf, fieldsOf, holidayOf, NO_FIELDS } from '../../state/settings/holiday-dates.ts';
import type { HolidayFault, HolidayFields } from '../../state/settings/holiday-dates.ts';
import type { Holiday } from '../../state/api/holidays-api.ts';
import { holidayTexts } from '../../texts/holiday-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';

interface HolidayFormProps {
  site: SiteBrief;
  /** The one that is changed; null for a new one. */
  holiday: Holiday | null;
  /** `2026-11-27` in the site's zone. */
  today: string;
  /** Whether another one has the same days. */
  taken(holiday: Holiday): boolean;
  onCancel(): void;
  onSave(holiday: Holiday): Promise<boolean>;
}

const LANGUAGES = { en: 'English', zh: '中文' } as const;
const LONGEST_NAME = 80;
const HALF_DAY = { from: '09:00', to: '12:00' };

/** What a holiday is called, when it is, and what holds then. */
export function HolidayForm({ site, holiday, today, taken, onCancel, onSave }: HolidayFormProps) {
  const { t: common, locale } = useTexts();
  const t = holidayTexts[locale];
  const [fields, setFields] = useState<HolidayFields>(() => (holiday ? fieldsOf(holiday, today) : NO_FIELDS));
  const [wrong, setWrong] = useState<HolidayFault | 'twice' | null>(null);
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (tries > 0) focusFault(form.current);
  }, [tries]);

  const set = (changes: Partial<HolidayFields>) => {
    setFields((before) => ({ ...before, ...changes }));
    // What is being mended is no longer said to be wrong.
    setWrong(null);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const fault = faultOf(fields) ?? (taken(holidayOf(fields)) ? 'twice' : null);
    setWrong(fault);
    setTries((n) => n + 1);
    if (fault !== null || busy) return;
    setBusy(true);
    // Where it was saved, the form is gone.
    if (!(await onSave(holidayOf(fields)))) setBusy(false);
  };
  const fault = (field: HolidayFault) => (wrong === field ? t.faults[field] : null);
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      {site.locales.map((each, index) => (
        <Field key={each} label={t.name(LANGUAGES[each])} error={index === 0 ? fault('name') : null}>
          <input
            maxLength={LONGEST_NAME}
            lang={each === 'zh' ? 'zh-CN' : 'en'}
            value={fields.name[each] ?? ''}
            onInput={({ currentTarget: { value } }) => set({ name: { ...fields.name, [each]: value } })}
          />
        </Field>
      ))}
      <div class="holiday-days">
        <Field label={t.first} error={fault('first') ?? (wrong === 'twice' ? t.twice : null)}>
          <input type="date" value={fields.first} onInput={({ currentTarget: { value } }) => set({ first: value })} />
        </Field>
        <Field label={t.last} hint={t.lastHint} error={fault('last')}>
          <input
            type="date"
            min={fields.first || undefined}
            value={fields.last}
            onInput={({ currentTarget: { value } }) => set({ last: value })}
          />
        </Field>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={fields.yearly}
          onChange={({ currentTarget: { checked } }) => set({ yearly: checked })}
        />
        <span>{t.everyYear}</span>
      </label>
      <fieldset class="holiday-hours">
        {([null, [HALF_DAY]] as const).map((hours) => (
          <label class="check" key={String(hours)}>
            <input
              type="radio"
              name="hours"
              checked={(fields.hours === null) === (hours === null)}
              onChange={() => set({ hours: hours === null ? null : [...hours] })}
            />
            <span>{hours === null ? t.allDay : t.someHours}</span>
          </label>
        ))}
        {fields.hours?.map((span, at) => (
          <div class="hours-span" key={at}>
            {(['from', 'to'] as const).map((end) => (
              <input
                key={end}
                type="time"
                aria-label={t[end]}
                aria-invalid={wrong === 'hours' && span[end] === '' ? 'true' : undefined}
                value={span[end]}
                onInput={({ currentTarget: { value } }) =>
                  set({ hours: fields.hours!.map((each, n) => (n === at ? { ...each, [end]: value } : each)) })
                }
              />
            ))}
          </div>
        ))}
        {wrong === 'hours' && (
          <small class="field-error" role="alert">
            {t.faults.hours}
          </small>
        )}
      </fieldset>
      <div class="row-buttons holiday-buttons">
        <button type="submit" class="button button-primary" disabled={busy}>
          {common.common.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {common.common.cancel}
        </button>
      </div>
    </form>
  );
}

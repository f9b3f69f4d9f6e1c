import { useState } from 'preact/hooks';
import { dayKey } from '@solodesk/ui';
import type { SiteBrief } from '../../state/api/api.ts';
import { dateWords, daysOf, inOrder, isSameDays, isYearly, withHoliday } from '../../state/settings/holiday-dates.ts';
import { presetsFor } from '../../state/settings/holiday-presets.ts';
import { holidaysApi } from '../../state/api/holidays-api.ts';
import type { Holiday, Holidays as HolidaysValue } from '../../state/api/holidays-api.ts';
import { asApiError } from '../../state/session.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { holidayTexts } from '../../texts/holiday-texts.ts';
import { COLON, errorText, useTexts } from '../../texts/index.ts';
import { HolidayForm } from './holiday-form.tsx';
import { showToast } from '../controls/toasts.tsx';

/** The days on which a site is closed or keeps other hours: each change is written at once. */
export function Holidays({ site }: { site: SiteBrief }) {
  const { t: common } = useTexts();
  const { value, error, reload } = useRemote(`holidays ${site.id}`, () => holidaysApi.read(site.id));
  useNews(site.id, 'holidays', reload);
  const [failed, setFailed] = useState<string | null>(null);
  if (!value) return error && <p class="note note-bad">{errorText(common, error)}</p>;
  const save = async (was: readonly Holiday[], now: readonly Holiday[]): Promise<boolean> => {
    setFailed(null);
    try {
      await holidaysApi.save(site.id, was, now);
      reload();
      return true;
    } catch (cause) {
      const fault = asApiError(cause);
      setFailed(fault.kind === 'bad_request' ? fault.message : errorText(common, fault));
      if (fault.kind === 'conflict') reload();
      return false;
    }
  };
  return <HolidayList site={site} value={value} fault={failed ?? (error && errorText(common, error))} save={save} />;
}

interface HolidayListProps {
  site: SiteBrief;
  value: HolidaysValue;
  fault: string | null;
  /** Unfolded from the start. */
  isOpen?: boolean;
  /** Resolves to whether it was taken. What was typed stays where it was not. */
  save(was: readonly Holiday[], now: readonly Holiday[]): Promise<boolean>;
}

/** Holidays, what comes next first, each to be changed or removed. */
export function HolidayList({ site, value, fault, isOpen = false, save: take }: HolidayListProps) {
  const { t: common, locale } = useTexts();
  const t = holidayTexts[locale];
  /** The one whose form is open; `new` for one more. */
  const [editing, edit] = useState<Holiday | 'new' | null>(null);
  const { holidays } = value;
  const today = dayKey(Date.now(), value.timeZone);

  const save = async (was: readonly Holiday[], now: readonly Holiday[]): Promise<boolean> => {
    const isTaken = await take(was, now);
    if (isTaken) edit(null);
    return isTaken;
  };
  const others = (holiday: Holiday) => holidays.filter((each) => each !== holiday);
  const remove = async (holiday: Holiday) => {
    const left = others(holiday);
    if (!(await save(holidays, left))) return;
    const undo = () => void save(left, holidays);
    showToast(t.removed(nameOf(holiday)), { action: { label: common.common.undo, run: undo } });
  };
  const nameOf = ({ name }: Holiday) => name[locale] ?? name.en ?? name.zh ?? '';
  const form = (holiday: Holiday | null) => (
    <HolidayForm
      site={site}
      holiday={holiday}
      today={today}
      taken={(added) => (holiday === null ? holidays : others(holiday)).some((each) => isSameDays(each, added))}
      onCancel={() => edit(null)}
      onSave={(added) => save(holidays, withHoliday(holiday === null ? holidays : others(holiday), added))}
    />
  );
  const presets = presetsFor(value.country).filter((preset) => !holidays.some(({ date }) => date === preset.date));
  return (
    <details class="holidays" open={isOpen}>
      <summary>
        {t.title}
        {holidays.length > 0 && <span class="tag">{holidays.length}</span>}
      </summary>
      <p class="muted">{t.text}</p>
      {fault && (
        <p class="note note-bad" role="alert">
          {fault}
        </p>
      )}
      {holidays.length === 0 && <p class="muted">{t.none}</p>}
      <ul>
        {inOrder(holidays, today).map((holiday) => (
          <li class="holiday" key={`${holiday.date} ${holiday.until} ${nameOf(holiday)}`}>
            {editing === holiday ? (
              form(holiday)
            ) : (
              <div class="row">
                <span>
                  <b>{nameOf(holiday)}</b>
                  {daysOf(holiday, today).last < today && <span class="tag">{t.over}</span>}
                  <br />
                  <span class="muted">
                    {dateWords(holiday, locale, today)}
                    {isYearly(holiday) && ` · ${t.yearly}`} ·{' '}
                    {holiday.hours ? t.open(holiday.hours.join(', ').replaceAll('-', '–')) : t.closed}
                  </span>
                </span>
                <span class="row-buttons">
                  <button
                    type="button"
                    class="button"
                    aria-label={t.change(nameOf(holiday))}
                    onClick={() => edit(holiday)}
                  >
                    {common.settings.change}
                  </button>
                  <button
                    type="button"
                    class="button"
                    aria-label={t.remove(nameOf(holiday))}
                    onClick={() => void remove(holiday)}
                  >
                    {common.common.remove}
                  </button>
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        form(null)
      ) : (
        <button type="button" class="button" onClick={() => edit('new')}>
          + {t.add}
        </button>
      )}
      {presets.length > 0 && editing === null && (
        <div class="holiday-presets" role="group" aria-label={t.presets}>
          <span class="muted">
            {t.presets}
            {COLON[locale].trim()}
          </span>
          {presets.map((preset) => (
            <button
              type="button"
              class="button"
              key={preset.date}
              onClick={() => void save(holidays, withHoliday(holidays, preset))}
            >
              + {nameOf(preset)}
            </button>
          ))}
          <p class="muted">{t.presetsHint}</p>
        </div>
      )}
    </details>
  );
}

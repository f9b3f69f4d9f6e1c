import { HolidayList } from '../../parts/settings/holidays.tsx';
import { valueAt } from '../../state/settings/setting-draft.ts';
import type { Holiday } from '../../state/api/holidays-api.ts';
import type { FieldProps } from './field-props.ts';

const ZONES = new Set(Intl.supportedValuesOf('timeZone'));

/** The holidays as they are edited; they are written with everything else. */
export function HolidaysField({ value, usual, error, onChange, editor }: FieldProps) {
  const { edit, defaults, site } = editor;
  const text = (key: string) => valueAt(edit.values, [key]) ?? defaults[key];
  return (
    <HolidayList
      site={site}
      value={{
        holidays: (value ?? usual ?? []) as Holiday[],
        // A zone that a file names wrongly is told at its own field.
        timeZone: ZONES.has(String(text('timeZone'))) ? String(text('timeZone')) : 'UTC',
        country: typeof text('country') === 'string' ? String(text('country')) : null,
      }}
      fault={error}
      isOpen
      save={(_was, now) => {
        onChange(now.length > 0 ? now : undefined);
        return Promise.resolve(true);
      }}
    />
  );
}

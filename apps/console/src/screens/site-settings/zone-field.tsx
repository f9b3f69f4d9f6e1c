import { Field } from '../../parts/controls/field.tsx';
import type { FieldProps } from './field-props.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

export function ZoneField({ label, hint, value, usual, error, onChange }: FieldProps) {
  const chosen = String(value ?? usual);
  const zones = ZONES.includes(chosen) ? ZONES : [chosen, ...ZONES];
  return (
    <Field label={label} hint={hint} error={error}>
      <select value={chosen} onChange={({ currentTarget: { value: zone } }) => onChange(zone)}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </Field>
  );
}

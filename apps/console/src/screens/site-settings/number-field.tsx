import { useState } from 'preact/hooks';
import { Field } from '../../parts/controls/field.tsx';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import type { FieldProps } from './field-props.ts';

/** A figure. What is none is kept as typed, and the schema says what is wanted. */
export function NumberField({ label, hint, path, value, usual, error, onChange }: FieldProps) {
  const { locale } = useTexts();
  const t = settingTexts[locale];
  const [typed, setTyped] = useState('');
  const never = path[0] === 'retention' && value === null;
  const mayBeNull = path[0] === 'retention' && path[1] !== 'backups';
  const text = never || value === undefined || value === null ? '' : String(value);
  const take = (now: string) => {
    setTyped(now);
    const trimmed = now.trim();
    onChange(trimmed === '' ? undefined : Number.isNaN(Number(trimmed)) ? now : Number(trimmed));
  };
  return (
    <>
      <Field label={label} hint={hint} error={error}>
        <input
          class="setting-number"
          inputMode="decimal"
          maxLength={12}
          disabled={never}
          // "1." is on its way to "1.5" and already the number 1.
          value={typed.trim() !== '' && String(Number(typed)) === text ? typed : text}
          placeholder={usual === null || usual === undefined ? (mayBeNull ? t.never : '') : t.usual(String(usual))}
          onInput={({ currentTarget }) => take(currentTarget.value)}
        />
      </Field>
      {/* Where nothing goes by itself anyway, an empty field says so. */}
      {mayBeNull && (never || (usual !== null && usual !== undefined)) && (
        <label class="check setting-never">
          <input
            type="checkbox"
            checked={never}
            aria-label={`${label}: ${t.keepForever}`}
            onChange={({ currentTarget: { checked } }) => onChange(checked ? null : undefined)}
          />
          <span>{t.keepForever}</span>
        </label>
      )}
    </>
  );
}

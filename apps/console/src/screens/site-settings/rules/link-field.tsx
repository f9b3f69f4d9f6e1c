import { messageTexts } from '../../../texts/message-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { fieldAt } from '../field-at.ts';
import type { FieldProps } from '../field-props.ts';
import { LocalizedField } from '../localized-field.tsx';
import { TextField } from '../text-field.tsx';

/** A button under a mail, or none. */
export function LinkField({ path, value, onChange, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = messageTexts[locale];
  return (
    <>
      <label class="check setting-switch">
        <input
          type="checkbox"
          checked={value !== undefined}
          onChange={({ currentTarget: { checked } }) => onChange(checked ? { label: {}, url: 'https://' } : undefined)}
        />
        <span>{t.linkOn}</span>
      </label>
      {value !== undefined && (
        <>
          <LocalizedField {...fieldAt(editor, [...path, 'label'], [t.linkLabel])} most={60} isNeeded />
          <TextField {...fieldAt(editor, [...path, 'url'], t.linkUrl)} most={2000} isNeeded />
        </>
      )}
    </>
  );
}

import type { VNode } from 'preact';
import { Field } from '../../parts/field.tsx';
import {
  besideField,
  blockText,
  isBroken,
  problemsAt,
  valueAt,
  withBlock,
  withSetting,
} from '../../state/setting-draft.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { BlockEditor } from './block-editor.tsx';
import { ColourField } from './colour-field.tsx';
import { ConsentField } from './consent-field.tsx';
import { GreetingField } from './greeting-field.tsx';
import { HelpCentreField } from './help-centre-field.tsx';
import { HolidaysField } from './holidays-field.tsx';
import { HoursField } from './hours-field.tsx';
import { LanguagesField } from './languages-field.tsx';
import { LinesField } from './lines-field.tsx';
import { LocalizedField } from './localized-field.tsx';
import { NumberField } from './number-field.tsx';
import { nameOf } from './sections.ts';
import type { EditorProps, FieldProps } from './field-props.ts';
import type { SettingField as Declared } from './sections.ts';
import { ZoneField } from './zone-field.tsx';

/** One setting, as its kind is edited, with what is wrong with it. */
export function SettingField({ field, editor }: { field: Declared; editor: EditorProps }) {
  const { locale } = useTexts();
  const t = settingTexts[locale];
  const { edit, defaults, problems, onEdit } = editor;
  const [label, hint] = t.fields[nameOf(field)] ?? [nameOf(field)];
  const key = String(field.path[0]);
  const wrong = problemsAt(problems, field.path);
  if (field.kind === 'block') {
    return (
      <BlockEditor
        label={label}
        hint={hint}
        text={blockText(edit, key)}
        problems={wrong}
        onChange={(text) => onEdit((before) => withBlock(before, key, text))}
      />
    );
  }
  if (isBroken(edit, key)) {
    return (
      <p class="note">
        {label}: {t.jsonBroken}
      </p>
    );
  }
  const props: FieldProps = {
    label,
    hint,
    path: field.path,
    value: valueAt(edit.values, field.path),
    usual: valueAt(defaults, field.path),
    error: wrong.length > 0 ? wrong.map(({ message }) => besideField(message)).join(' ') : null,
    onChange: (value) => onEdit((before) => withSetting(before, field.path, value)),
    editor,
  };
  return drawn(field, props);
}

function drawn(field: Declared, props: FieldProps): VNode {
  switch (field.kind) {
    case 'text':
    case 'area':
      return <TextField {...props} most={field.most} />;
    case 'number':
      return <NumberField {...props} />;
    case 'check':
      return <CheckField {...props} />;
    case 'choice':
      return <ChoiceField {...props} choices={field.choices} />;
    case 'localized':
      return <LocalizedField {...props} most={field.most} />;
    case 'lines':
      return <LinesField {...props} />;
    case 'colour':
      return <ColourField {...props} />;
    case 'languages':
      return <LanguagesField {...props} />;
    case 'zone':
      return <ZoneField {...props} />;
    case 'hours':
      return <HoursField {...props} />;
    case 'holidays':
      return <HolidaysField {...props} />;
    case 'greeting':
      return <GreetingField {...props} />;
    case 'consent':
      return <ConsentField {...props} />;
    case 'helpCentre':
      return <HelpCentreField {...props} />;
    case 'block':
      throw new Error('A block is drawn by itself.');
  }
}

function TextField({ label, hint, value, usual, error, onChange, most, path }: FieldProps & { most: number }) {
  const needed = path[0] === 'name';
  return (
    <Field label={label} hint={hint} error={error}>
      <input
        maxLength={most * 2}
        value={typeof value === 'string' ? value : ''}
        placeholder={typeof usual === 'string' ? usual : undefined}
        onInput={({ currentTarget: { value: typed } }) => onChange(typed === '' && !needed ? undefined : typed)}
      />
    </Field>
  );
}

function CheckField({ label, value, usual, error, onChange }: FieldProps) {
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={(value ?? usual) === true}
          onChange={({ currentTarget: { checked } }) => onChange(checked)}
        />
        <span>{label}</span>
      </label>
      {error && (
        <small class="field-error" role="alert">
          {error}
        </small>
      )}
    </div>
  );
}

function ChoiceField({
  label,
  hint,
  value,
  usual,
  error,
  onChange,
  choices,
}: FieldProps & { choices: readonly string[] }) {
  const { locale } = useTexts();
  const t = settingTexts[locale];
  const chosen = String(value ?? usual);
  return (
    <Field label={label} hint={hint} error={error}>
      <select value={chosen} onChange={({ currentTarget: { value: wanted } }) => onChange(wanted)}>
        {!choices.includes(chosen) && <option value={chosen}>{chosen}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {t.choices[choice] ?? choice}
          </option>
        ))}
      </select>
    </Field>
  );
}

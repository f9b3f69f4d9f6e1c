import { Field } from '../../parts/controls/field.tsx';
import { besideField, problemsAt } from '../../state/settings/setting-draft.ts';
import type { Locale } from '../../state/wire-types.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { languagesOf } from './languages-field.tsx';
import type { FieldProps } from './field-props.ts';

interface LocalizedFieldProps extends FieldProps {
  /** Characters. */
  most: number;
  /** Lines; left out: a single one. */
  rows?: number;
  /** Left empty it stays in the file, as empty: what must be there is then named at this field. */
  isNeeded?: boolean;
}

/** One text a language. A file may give one text for all of them: then each has that until it is changed. */
export function LocalizedField(props: LocalizedFieldProps) {
  const { label, hint, path, value, onChange, editor, most, rows, isNeeded = false } = props;
  const { t: common, locale } = useTexts();
  const t = settingTexts[locale];
  const languages = languagesOf(editor);
  const textIn = (each: Locale) =>
    typeof value === 'string' ? value : ((value as Partial<Record<Locale, string>> | undefined)?.[each] ?? '');
  const set = (each: Locale, text: string) => {
    // What stands there in a language that the site does not speak at present stays.
    const others = typeof value === 'object' ? value : {};
    const now = { ...others, ...Object.fromEntries(languages.map((one) => [one, one === each ? text : textIn(one)])) };
    const filled = Object.fromEntries(Object.entries(now).filter(([, typed]) => typed !== ''));
    onChange(Object.keys(filled).length > 0 || isNeeded ? filled : undefined);
  };
  const typing = (each: Locale) => ({
    lang: each === 'zh' ? 'zh-CN' : 'en',
    maxLength: most * 2,
    value: textIn(each),
    onInput: ({ currentTarget: { value: text } }: { currentTarget: { value: string } }) => set(each, text),
  });
  return (
    <>
      {languages.map((each, index) => {
        const wrong = problemsAt(editor.problems, [...path, each]);
        const whole = index === 0 ? editor.problems.filter((one) => one.path.join() === path.join()) : [];
        const error = [...wrong, ...whole].map(({ message }) => besideField(message)).join(' ');
        return (
          <Field
            key={each}
            label={languages.length > 1 ? t.inLanguage(label, common.common.languages[each]) : label}
            hint={index === languages.length - 1 ? hint : undefined}
            error={error || null}
          >
            {rows === undefined ? <input {...typing(each)} /> : <textarea rows={rows} {...typing(each)} />}
          </Field>
        );
      })}
    </>
  );
}

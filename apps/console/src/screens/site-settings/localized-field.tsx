import { Field } from '../../parts/field.tsx';
import { besideField, problemsAt } from '../../state/setting-draft.ts';
import type { Locale } from '../../state/wire-types.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { languagesOf } from './languages-field.tsx';
import type { FieldProps } from './field-props.ts';

/** One text a language. A file may give one text for all of them: then each has that until it is changed. */
export function LocalizedField({ label, hint, path, value, onChange, editor, most }: FieldProps & { most: number }) {
  const { t: common, locale } = useTexts();
  const t = settingTexts[locale];
  const languages = languagesOf(editor);
  const textIn = (each: Locale) =>
    typeof value === 'string' ? value : ((value as Partial<Record<Locale, string>> | undefined)?.[each] ?? '');
  const set = (each: Locale, text: string) => {
    const now = Object.fromEntries(languages.map((one) => [one, one === each ? text : textIn(one)]));
    const filled = Object.fromEntries(Object.entries(now).filter(([, typed]) => typed !== ''));
    onChange(Object.keys(filled).length > 0 ? filled : undefined);
  };
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
            <input
              lang={each === 'zh' ? 'zh-CN' : 'en'}
              maxLength={most * 2}
              value={textIn(each)}
              onInput={({ currentTarget: { value: text } }) => set(each, text)}
            />
          </Field>
        );
      })}
    </>
  );
}

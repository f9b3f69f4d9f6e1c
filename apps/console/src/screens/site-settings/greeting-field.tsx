import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import type { FieldProps } from './field-props.ts';
import { languagesOf } from './languages-field.tsx';
import { isEntry } from './rules/entries.ts';
import { FormOrJson } from './rules/form-or-json.tsx';
import { GreetingForm, isGreeting } from './rules/greeting-form.tsx';

/** What the bot says first, in each language: to everybody, and to some visitors only. */
export function GreetingField({ label, value, path, editor }: FieldProps) {
  const { t: common, locale } = useTexts();
  const t = settingTexts[locale];
  const languages = languagesOf(editor);
  const fits = value === undefined || (isEntry(value) && languages.every((each) => isGreeting(value[each])));
  const owns = ([language, key]: readonly (string | number)[]) =>
    languages.some((each) => each === language) &&
    (key === undefined || key === 'text' || key === 'quickReplies' || key === 'variants');
  return (
    <FormOrJson label={label} hint={undefined} settingKey="greeting" editor={editor} fits={fits} owns={owns}>
      {languages.map((each) => (
        <GreetingForm
          key={each}
          label={t.inLanguage(label, common.common.languages[each])}
          path={[...path, each]}
          language={each}
          editor={editor}
        />
      ))}
    </FormOrJson>
  );
}

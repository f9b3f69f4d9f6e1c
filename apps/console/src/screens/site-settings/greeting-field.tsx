import { useState } from 'preact/hooks';
import { Field } from '../../parts/field.tsx';
import { besideField, blockText, problemsAt, withBlock } from '../../state/setting-draft.ts';
import type { Locale } from '../../state/wire-types.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { BlockEditor } from './block-editor.tsx';
import { languagesOf } from './languages-field.tsx';
import type { FieldProps } from './field-props.ts';

type Greeting = string | { text: string };

/** What the bot says first, in each language; buttons and what is said to some visitors only are kept beside it. */
export function GreetingField({ label, value, path, onChange, editor }: FieldProps) {
  const { t: common, locale } = useTexts();
  const t = settingTexts[locale];
  const [asJson, setAsJson] = useState(false);
  const languages = languagesOf(editor);
  const all = (value ?? {}) as Partial<Record<Locale, Greeting>>;
  const textOf = (greeting: Greeting | undefined) => (typeof greeting === 'object' ? greeting.text : (greeting ?? ''));
  const set = (each: Locale, text: string) => {
    const before = all[each];
    const { [each]: _gone, ...others } = all;
    if (typeof before === 'object') return onChange({ ...all, [each]: { ...before, text } });
    const now = text === '' ? others : { ...all, [each]: text };
    onChange(Object.keys(now).length > 0 ? now : undefined);
  };
  if (asJson) {
    return (
      <BlockEditor
        label={label}
        hint={undefined}
        text={blockText(editor.edit, 'greeting')}
        problems={problemsAt(editor.problems, path)}
        onChange={(text) => editor.onEdit((before) => withBlock(before, 'greeting', text))}
      />
    );
  }
  return (
    <>
      {languages.map((each, index) => {
        const wrong = problemsAt(editor.problems, [...path, each]);
        return (
          <Field
            key={each}
            label={t.inLanguage(label, common.common.languages[each])}
            hint={index === languages.length - 1 ? t.greetingHint : undefined}
            error={wrong.length > 0 ? wrong.map(({ message }) => besideField(message)).join(' ') : null}
          >
            <textarea
              rows={3}
              lang={each === 'zh' ? 'zh-CN' : 'en'}
              value={textOf(all[each])}
              onInput={({ currentTarget: { value: text } }) => set(each, text)}
            />
          </Field>
        );
      })}
      <button type="button" class="link setting-json" onClick={() => setAsJson(true)}>
        {label} {t.json}
      </button>
    </>
  );
}

import { Field } from '../../../parts/controls/field.tsx';
import type { Locale } from '../../../state/wire-types.ts';
import { greetingTexts } from '../../../texts/greeting-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { ChoiceField } from '../choice-field.tsx';
import { fieldAt } from '../field-at.ts';
import { ManyField } from '../many-field.tsx';
import { WordsField } from '../../../parts/controls/words-field.tsx';
import { ButtonsField } from './buttons-field.tsx';
import { isEntry, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import type { EntryFormProps } from './rule-list-props.ts';

const PARTS = ['morning', 'afternoon', 'evening', 'night'] as const;
const EITHER = ['returning', 'open', 'ticket'] as const;

/** What is said to some visitors instead: to whom, and with which buttons. */
export function GreetingVariant({ editor, path, entry, language }: EntryFormProps & { language: Locale }) {
  const { locale } = useTexts();
  const t = greetingTexts[locale];
  const text = fieldAt(editor, [...path, 'text'], t.fields.text);
  const conditions: Entry = isEntry(entry.when) ? entry.when : {};
  const put = fieldAt(editor, [...path, 'when'], ['']).onChange;
  const when = (key: 'page' | 'part' | (typeof EITHER)[number]) => ({
    ...fieldAt(editor, [...path, 'when', key], t.fields[key]),
    // Without any condition it stays a group: what is missing is then said here.
    onChange: (value: unknown) => {
      const { [key]: _old, ...others } = conditions;
      put(value === undefined ? others : { ...others, [key]: value });
    },
  });
  const none = editor.problems.filter(({ path: at }) => at.join() === [...path, 'when'].join());
  return (
    <>
      <Field label={text.label} hint={text.hint} error={text.error}>
        <textarea
          rows={3}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          value={textOf(entry, 'text')}
          onInput={({ currentTarget: { value } }) => text.onChange(value)}
        />
      </Field>
      {none.length > 0 && (
        <p class="note note-bad" role="alert">
          {t.never}
        </p>
      )}
      <div class="rule-pair">
        {EITHER.map((key) => {
          const field = when(key);
          const choose = (value: unknown) => field.onChange(value === undefined ? undefined : value === 'true');
          return (
            <ChoiceField
              {...field}
              key={key}
              choices={['true', 'false']}
              names={t.choices[key]}
              none={t.any}
              onChange={choose}
            />
          );
        })}
      </div>
      <ManyField {...when('part')} choices={PARTS} names={t.parts} />
      <WordsField {...when('page')} suggestions={['/', '/cart', '/checkout', '/products/*']} />
      <ButtonsField {...fieldAt(editor, [...path, 'quickReplies'], [t.buttons])} />
    </>
  );
}

/** To whom it is said, as a sentence. */
export function variantSaid(when: unknown, locale: Locale): string {
  const t = greetingTexts[locale];
  const { comma, or } = ruleTexts[locale];
  if (!isEntry(when)) return t.never;
  const list = (value: unknown) => (value === undefined ? [] : [value].flat().map(String));
  const said = [
    ...EITHER.map((key) => typeof when[key] === 'boolean' && t.choices[key][when[key] ? 'true' : 'false']),
    list(when.part)
      .map((part) => t.parts[part as 'night'] ?? part)
      .join(or),
    list(when.page).length > 0 && t.on(list(when.page).join(or)),
  ].filter(Boolean);
  return said.join(comma) || t.never;
}

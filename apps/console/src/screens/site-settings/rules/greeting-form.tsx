import { Field } from '../../../parts/controls/field.tsx';
import { besideField, problemsAt, valueAt, withSetting } from '../../../state/settings/setting-draft.ts';
import type { SettingEdit, SettingPath } from '../../../state/settings/setting-draft.ts';
import type { Locale } from '../../../state/wire-types.ts';
import { greetingTexts } from '../../../texts/greeting-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { fieldAt } from '../field-at.ts';
import type { EditorProps } from '../field-props.ts';
import { ButtonsField } from './buttons-field.tsx';
import { isEntry, isEntryList, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { GreetingVariant, variantSaid } from './greeting-variant.tsx';
import { RuleList } from './rule-list.tsx';

/** As many as the file may have. */
const MOST = 20;

/** Whether a form can show it: a text, or one with its buttons and others of which the first that fits is said instead. */
export function isGreeting(value: unknown): boolean {
  return value === undefined || typeof value === 'string' || (isEntry(value) && isEntryList(value.variants));
}

interface GreetingFormProps {
  label: string;
  /** Of the greeting in this language, in the file. */
  path: SettingPath;
  language: Locale;
  editor: EditorProps;
}

/** The greeting in one language. */
export function GreetingForm({ label, path, language, editor: outer }: GreetingFormProps) {
  const { t: common, locale } = useTexts();
  const t = greetingTexts[locale];
  const value = valueAt(outer.edit.values, path);
  const greeting: Entry = isEntry(value) ? value : { text: value ?? '' };
  const editor: EditorProps = {
    ...outer,
    onEdit: (change) => outer.onEdit((before) => plainAgain(change(asGroup(before, path)), path)),
  };
  const wrong = problemsAt(outer.problems, path).filter(
    ({ path: at }) => at.length === path.length || at[path.length] === 'text',
  );
  const title = t.variants(common.common.languages[language]);
  return (
    <>
      <Field
        label={label}
        hint={t.usualText}
        error={[...new Set(wrong.map(({ message }) => besideField(message)))].join(' ') || null}
      >
        <textarea
          rows={3}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          value={textOf(greeting, 'text')}
          onInput={({ currentTarget: { value: text } }) =>
            editor.onEdit((before) => withSetting(before, [...path, 'text'], text))
          }
        />
      </Field>
      {(isEntry(value) || textOf(greeting, 'text') !== '') && (
        <>
          <ButtonsField {...fieldAt(editor, [...path, 'quickReplies'], [t.buttons])} />
          <section aria-label={title}>
            <h4>{title}</h4>
            <RuleList
              editor={editor}
              path={[...path, 'variants']}
              isOrdered
              none={t.none}
              most={MOST}
              fresh={[{ label: t.add, make: () => ({ when: { returning: true }, text: '' }) }]}
              titleOf={(entry) => textOf(entry, 'text')}
              sayOf={({ when }) => variantSaid(when, locale)}
              shown={['when', 'text', 'quickReplies']}
              form={(props) => <GreetingVariant {...props} language={language} />}
            />
          </section>
        </>
      )}
    </>
  );
}

/** A greeting that is a text alone, as the group that can have more. */
function asGroup(edit: SettingEdit, path: SettingPath): SettingEdit {
  const value = valueAt(edit.values, path);
  return isEntry(value) ? edit : withSetting(edit, path, { text: value ?? '' });
}

/** And back, where nothing is left beside the text; an empty text alone is no greeting, so that the usual one holds. */
function plainAgain(edit: SettingEdit, path: SettingPath): SettingEdit {
  const value = valueAt(edit.values, path);
  if (!isEntry(value) || Object.keys(value).some((key) => key !== 'text')) return edit;
  if (value.text === '') return withSetting(edit, path, undefined);
  return isEntry(valueAt(edit.base.values, path)) ? edit : withSetting(edit, path, value.text);
}

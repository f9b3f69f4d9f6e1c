import { lifeTexts } from '../../../texts/life-texts.ts';
import { LETTERS, messageTexts } from '../../../texts/message-texts.ts';
import type { LetterName } from '../../../texts/message-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { Locale } from '../../../state/wire-types.ts';
import { ChoiceField } from '../choice-field.tsx';
import { fieldAt } from '../field-at.ts';
import type { FieldProps } from '../field-props.ts';
import { languagesOf } from '../languages-field.tsx';
import { LocalizedField } from '../localized-field.tsx';
import { NumberField } from '../number-field.tsx';
import { TextField } from '../text-field.tsx';
import { freeName, isEntry, isEntryList, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { FormOrJson } from './form-or-json.tsx';
import { LetterField } from './letter-field.tsx';
import { LinkField } from './link-field.tsx';
import { MessagePreview } from './message-preview.tsx';
import { RuleList } from './rule-list.tsx';
import type { EntryFormProps } from './rule-list-props.ts';
import { WhenField, beginningOf } from './when-field.tsx';

/** As many as the file may have. */
const MOST = 20;
/** What each beginning is for. */
const BEGINNINGS: Record<LetterName, Pick<Entry, 'when' | 'afterDays'>> = {
  welcome: { when: { stage: 'new' }, afterDays: 1 },
  'how-is-it': { when: { delivered: true }, afterDays: 5 },
  'win-back': { when: { stage: 'churned' }, afterDays: 0 },
};

/** Mails that begin by themselves: when, to whom, in which words, and how they arrive. */
export function MessagesField({ label, hint, path, value, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = messageTexts[locale];
  const life = lifeTexts[locale];
  const languages = languagesOf(editor);
  const letter = (name: LetterName) => (list: readonly Entry[]) => newLetter(name, list, languages);
  const blank = (list: readonly Entry[]): Entry => ({
    ...{ name: freeName('mail', list), when: { delivered: true }, subject: {}, text: {} },
  });
  return (
    <FormOrJson label={label} hint={hint} settingKey="messages" editor={editor} fits={isEntryList(value)}>
      <RuleList
        editor={editor}
        path={path}
        none={t.none}
        most={MOST}
        fresh={[
          ...LETTERS.map((name) => ({ label: t.fresh[name], make: letter(name) })),
          { label: t.blank, make: blank },
        ]}
        titleOf={(entry) => subjectOf(entry, [locale, ...languages]) || textOf(entry, 'name')}
        sayOf={({ when, afterDays, segment }) => {
          const days = Number(afterDays ?? 0);
          const beginning = beginningOf(when);
          const said =
            beginning === 'delivered'
              ? life.onDelivery(days)
              : life.on(life.stage[beginning as keyof typeof life.stage] ?? beginning, days);
          return typeof segment === 'string' ? `${said} · ${segment}` : said;
        }}
        shown={['name', 'when', 'afterDays', 'segment', 'subject', 'text', 'link']}
        form={(props) => <MessageForm {...props} />}
      />
    </FormOrJson>
  );
}

function MessageForm({ editor, path, entry }: EntryFormProps) {
  const { locale } = useTexts();
  const t = messageTexts[locale];
  const field = (key: keyof typeof t.fields) => fieldAt(editor, [...path, key], t.fields[key]);
  const { segments } = editor.edit.values;
  const groups = Array.isArray(segments) ? segments.filter(isEntry).map((each) => textOf(each, 'name')) : [];
  return (
    <>
      <div class="rule-pair">
        <WhenField {...field('when')} />
        <NumberField {...field('afterDays')} usual={0} />
      </div>
      {(groups.length > 0 || entry.segment !== undefined) && (
        <ChoiceField {...field('segment')} choices={groups} none={t.everybody} />
      )}
      <LocalizedField {...field('subject')} most={120} isNeeded />
      <LetterField {...field('text')} hint={t.noOffers} most={4000} rows={8} {...t} />
      <LinkField {...fieldAt(editor, [...path, 'link'], [t.linkOn])} />
      <TextField {...field('name')} most={40} isNeeded />
      <MessagePreview key={path.join()} editor={editor} path={path} />
    </>
  );
}

function newLetter(name: LetterName, list: readonly Entry[], languages: readonly Locale[]): Entry {
  const each = (part: 'subject' | 'text') =>
    Object.fromEntries(languages.map((language) => [language, messageTexts[language].letters[name][part]]));
  return { name: freeName(name, list), ...BEGINNINGS[name], subject: each('subject'), text: each('text') };
}

function subjectOf({ subject }: Entry, languages: readonly Locale[]): string {
  if (!isEntry(subject)) return '';
  return languages.map((each) => textOf(subject, each)).find((text) => text !== '') ?? '';
}

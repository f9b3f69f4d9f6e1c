import { ACTION_KINDS, actionFormTexts } from '../../../texts/action-form-texts.ts';
import type { ActionKind } from '../../../texts/action-form-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { FieldProps } from '../field-props.ts';
import { ActionForm, SHOWN_OF_KINDS } from './action-form.tsx';
import { freeName, isEntryList, saidIn, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { FormOrJson } from './form-or-json.tsx';
import { RuleList } from './rule-list.tsx';
import { useSiteWords } from './site-words.ts';

/** As many as the file may have. */
const MOST = 50;
/** What each kind begins with, beside its name and title. */
const BEGINNINGS: Partial<Record<ActionKind, Entry>> = {
  'return-label': { text: {} },
  book: { service: {} },
  call: { url: 'https://', secret: 'my-system' },
};

/** What visitors can do by themselves: built in, or by a signed call to the owner's own system. */
export function ActionsField({ label, hint, path, value, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = actionFormTexts[locale];
  const { comma } = ruleTexts[locale];
  const { faqs } = useSiteWords(editor);
  const questions: Record<string, string> = Object.fromEntries(
    faqs.map((faq) => [faq.intent, saidIn(faq.question, locale) || faq.intent]),
  );
  const asked = (intents: unknown) =>
    Array.isArray(intents) ? intents.map((each) => questions[String(each)] ?? String(each)).join(comma) : '';
  const begins = ({ intents, offeredUnder }: Entry) =>
    [asked(intents) && t.begunBy(asked(intents)), asked(offeredUnder) && t.offered(asked(offeredUnder))]
      .filter(Boolean)
      .join(comma) || t.byForm;
  const fits = isEntryList(value) && (value ?? []).every(({ do: kind, slots }) => isKind(kind) && isEntryList(slots));
  return (
    <FormOrJson label={label} hint={hint} settingKey="actions" editor={editor} fits={fits}>
      <RuleList
        editor={editor}
        path={path}
        none={t.none}
        most={MOST}
        fresh={ACTION_KINDS.map((kind) => ({
          label: t.kinds[kind],
          make: (list) => ({ name: freeName(kind, list), do: kind, title: {}, ...BEGINNINGS[kind] }),
        }))}
        titleOf={(entry) => saidIn(entry.title, locale) || textOf(entry, 'name')}
        sayOf={(entry) => `${isKind(entry.do) ? t.kinds[entry.do] : ''} · ${begins(entry)}`}
        // Of another kind it would be said as kept in the entry's form.
        shown={['name', 'do', 'title', 'intents', 'offeredUnder', 'slots', 'fallback', ...SHOWN_OF_KINDS]}
        form={(props) => <ActionForm {...props} questions={questions} />}
      />
    </FormOrJson>
  );
}

function isKind(kind: unknown): kind is ActionKind {
  return ACTION_KINDS.some((each) => each === kind);
}

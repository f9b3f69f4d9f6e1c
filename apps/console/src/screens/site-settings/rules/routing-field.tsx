import { priorityTexts } from '../../../texts/priority-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import type { RuleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { ChoiceField } from '../choice-field.tsx';
import type { FieldProps } from '../field-props.ts';
import { ManyField } from '../many-field.tsx';
import { NumberField } from '../number-field.tsx';
import { TextField } from '../text-field.tsx';
import { WordsField } from '../../../parts/controls/words-field.tsx';
import { freeName, isEntryList, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { fieldAt } from '../field-at.ts';
import { FormOrJson } from './form-or-json.tsx';
import { RuleList } from './rule-list.tsx';
import type { EntryFormProps } from './rule-list-props.ts';
import { useSiteWords } from './site-words.ts';
import { TargetField, targetKind, targetSaid } from './target-field.tsx';

const LEVELS = ['urgent', 'high', 'normal', 'low'] as const;
const LANGUAGES = ['en', 'zh'] as const;
/** As many as the file may have. */
const MOST = 100;

/** Who settles which requests: rules from top to bottom, each with what it asks for and who it leads to. */
export function RoutingField({ label, hint, path, value, editor }: FieldProps) {
  const { t: common, locale } = useTexts();
  const t = ruleTexts[locale];
  const words = useSiteWords(editor);
  const names: Names = {
    category: words.nameOf,
    language: (each) => common.common.languages[each as 'en' | 'zh'] ?? each,
    level: (each) => priorityTexts[locale].levels[each as 'low'] ?? each,
  };
  const fresh = (list: readonly Entry[]): Entry => ({
    name: freeName(t.routing.fresh, list, ' '),
    to: 'owner',
  });
  return (
    <FormOrJson label={label} hint={hint} settingKey="routing" editor={editor} fits={isEntryList(value)}>
      <RuleList
        editor={editor}
        path={path}
        isOrdered
        none={t.routing.none}
        most={MOST}
        fresh={[{ label: t.routing.add, make: fresh }]}
        titleOf={(entry) => textOf(entry, 'name')}
        sayOf={(entry) => sentence(entry, t, names)}
        shown={['name', 'category', 'language', 'level', 'priority', 'hours', 'to']}
        form={(props) => <RouteForm {...props} names={names} categories={words.categories} />}
      />
    </FormOrJson>
  );
}

type Names = Record<'category' | 'language' | 'level', (word: string) => string>;

function RouteForm({
  editor,
  path,
  names,
  categories,
}: EntryFormProps & { names: Names; categories: readonly string[] }) {
  const { locale } = useTexts();
  const t = ruleTexts[locale].routing;
  const field = (key: keyof typeof t.fields) => fieldAt(editor, [...path, key], t.fields[key]);
  const called = (all: readonly string[], name: (word: string) => string) =>
    Object.fromEntries(all.map((each) => [each, name(each)]));
  return (
    <>
      <TextField {...field('name')} most={60} isNeeded />
      <WordsField {...field('category')} suggestions={categories} nameOf={names.category} />
      <ManyField {...field('language')} choices={LANGUAGES} names={called(LANGUAGES, names.language)} />
      <ManyField {...field('level')} choices={LEVELS} names={called(LEVELS, names.level)} />
      <div class="rule-pair">
        <NumberField {...field('priority')} />
        <ChoiceField {...field('hours')} choices={['open', 'closed']} names={t.hours} none={t.anyHours} />
      </div>
      <TargetField {...fieldAt(editor, [...path, 'to'], [t.to])} />
    </>
  );
}

/** What a rule says, as a sentence. */
export function sentence(entry: Entry, t: RuleTexts, names: Names): string {
  const r = t.routing;
  const each = (key: keyof Names) =>
    Array.isArray(entry[key]) ? entry[key].map((word) => names[key](String(word))).join(t.or) : '';
  const conditions = [
    each('category') && r.categories(each('category')),
    each('language') && r.languages(each('language')),
    each('level') && r.levels(each('level')),
    entry.priority !== undefined && r.from(String(entry.priority)),
    entry.hours === 'open' || entry.hours === 'closed' ? r.hours[entry.hours] : '',
  ].filter(Boolean);
  const { who, mail } = targetSaid(entry.to);
  const target = targetKind(entry.to) === 'owner' ? r.you : [who, mail && `<${mail}>`].filter(Boolean).join(' ');
  return r.goesTo(conditions.length > 0 ? conditions.join(t.comma) : r.everything, target || '…');
}

import { deskRuleTexts } from '../../../texts/desk-rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { ChoiceField } from '../choice-field.tsx';
import { fieldAt } from '../field-at.ts';
import { LinesField } from '../lines-field.tsx';
import { LocalizedField } from '../localized-field.tsx';
import { ManyField } from '../many-field.tsx';
import { NumberField } from '../number-field.tsx';
import { TextField } from '../text-field.tsx';
import { WordsField } from '../../../parts/controls/words-field.tsx';
import { isEntry, keptKeys } from './entries.ts';
import type { EntryFormProps } from './rule-list-props.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useSiteWords } from './site-words.ts';

const SHOWN = [
  'words',
  'category',
  'mood',
  'messagesToday',
  'customer',
  'orderTotal',
  'complaint',
  'language',
  'verified',
];

/** An owner's own reason: how many points, and when it holds. */
export function PriorityForm({ editor, path, entry }: EntryFormProps) {
  const { t: common, locale } = useTexts();
  const t = deskRuleTexts[locale].priority;
  const words = useSiteWords(editor);
  const field = (key: keyof typeof t.fields) => fieldAt(editor, [...path, key], t.fields[key]);
  const when = (key: keyof typeof t.when) => fieldAt(editor, [...path, 'when', key], t.when[key]);
  const said = (locale: 'en' | 'zh') => fieldAt(editor, [...path, 'when', 'words', locale], t.when[locale]);
  const yesOrNo = (key: 'complaint' | 'verified') => {
    const one = when(key);
    const choose = (value: unknown) => one.onChange(value === undefined ? undefined : value === 'true');
    return <ChoiceField {...one} choices={['true', 'false']} names={t.either} none={t.any} onChange={choose} />;
  };
  const kept = isEntry(entry.when) ? keptKeys(entry.when, SHOWN) : [];
  return (
    <>
      <LocalizedField {...field('text')} most={80} isNeeded />
      {entry.perHour === undefined ? (
        <NumberField {...field('points')} />
      ) : (
        <div class="rule-pair">
          <NumberField {...field('perHour')} />
          <NumberField {...field('most')} />
        </div>
      )}
      <LinesField {...said('en')} />
      <LinesField {...said('zh')} />
      <WordsField {...when('category')} suggestions={words.categories} nameOf={words.nameOf} />
      <div class="rule-pair">
        <ChoiceField {...when('mood')} choices={['angry', 'unhappy', 'pleased']} names={t.moods} none={t.any} />
        <ChoiceField
          {...when('customer')}
          choices={['contact', 'customer', 'paying']}
          names={t.customers}
          none={t.any}
        />
        <NumberField {...when('messagesToday')} />
        <NumberField {...when('orderTotal')} />
        {yesOrNo('complaint')}
        {yesOrNo('verified')}
      </div>
      <ManyField {...when('language')} choices={['en', 'zh']} names={common.common.languages} />
      <TextField {...field('name')} most={40} isNeeded />
      {kept.length > 0 && <p class="muted rule-kept">{ruleTexts[locale].kept(kept.join(', '))}</p>}
    </>
  );
}

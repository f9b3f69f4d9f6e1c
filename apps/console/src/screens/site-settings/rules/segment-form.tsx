import { STAGES } from '../../../state/api/life-api.ts';
import { lifeTexts } from '../../../texts/life-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { segmentFormTexts } from '../../../texts/segment-form-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { ChoiceField } from '../choice-field.tsx';
import { fieldAt } from '../field-at.ts';
import type { Said } from '../field-at.ts';
import { LocalizedField } from '../localized-field.tsx';
import { ManyField } from '../many-field.tsx';
import { NumberField } from '../number-field.tsx';
import { TextField } from '../text-field.tsx';
import { WordsField } from '../../../parts/controls/words-field.tsx';
import { isEntry, keptKeys } from './entries.ts';
import type { Entry } from './entries.ts';
import type { EntryFormProps } from './rule-list-props.ts';

const SHOWN = ['stage', 'tags', 'language', 'marketing', 'customer', 'seenWithinDays', 'unseenForDays'];
const FIGURES = ['minOrders', 'maxOrders', 'spent', 'attribute'];

/** A group of customers: what it is called, and who belongs to it. */
export function SegmentForm({ editor, path, entry }: EntryFormProps) {
  const { t: common, locale } = useTexts();
  const t = segmentFormTexts[locale];
  const where: Entry = isEntry(entry.where) ? entry.where : {};
  const put = fieldAt(editor, [...path, 'where'], [t.all]).onChange;
  const holds = (key: string, said: Said) => ({
    ...fieldAt(editor, [...path, 'where', key], said),
    // A group that asks for nothing any more stays one: it is everybody.
    onChange: (value: unknown) => put(without({ ...where, [key]: value })),
  });
  /** A condition of two parts, which go when the first does. */
  const part = (key: 'spent' | 'attribute', name: string, isFirst: boolean, said: Said) => {
    const whole: Entry = isEntry(where[key]) ? where[key] : {};
    const fresh = key === 'spent' ? { currency: currencyOf(editor.edit.values, editor.defaults) } : {};
    const change = (value: unknown) => {
      const now = isFirst && value === undefined ? undefined : without({ ...fresh, ...whole, [name]: value });
      put(without({ ...where, [key]: now }));
    };
    const wholly = editor.problems.filter(({ path: at }) => at.join() === [...path, 'where', key].join());
    const field = fieldAt(editor, [...path, 'where', key, name], said);
    const error = field.error ?? (isFirst ? wholly.map(({ message }) => message).join(' ') || null : null);
    return { ...field, error, onChange: change };
  };
  const yesOrNo = (key: 'marketing' | 'customer') => {
    const one = holds(key, t.where[key]);
    const choose = (value: unknown) => one.onChange(value === undefined ? undefined : value === 'true');
    return <ChoiceField {...one} choices={['true', 'false']} names={t.either} none={t.any} onChange={choose} />;
  };
  const figure = (key: 'seenWithinDays' | 'unseenForDays' | 'minOrders' | 'maxOrders') => (
    <NumberField {...holds(key, t.where[key])} usual={undefined} />
  );
  const kept = keptKeys(where, [...SHOWN, ...FIGURES]);
  return (
    <>
      <LocalizedField {...fieldAt(editor, [...path, 'title'], t.fields.title)} most={60} />
      <p class="muted">{t.all}</p>
      <ManyField {...holds('stage', t.where.stage)} choices={STAGES} names={lifeTexts[locale].stage} />
      <WordsField {...holds('tags', t.where.tags)} suggestions={[]} />
      <div class="rule-pair">
        <ChoiceField
          {...holds('language', t.where.language)}
          choices={['en', 'zh']}
          names={common.common.languages}
          none={t.any}
        />
        {yesOrNo('customer')}
        {yesOrNo('marketing')}
        {figure('seenWithinDays')}
        {figure('unseenForDays')}
        {figure('minOrders')}
        {figure('maxOrders')}
      </div>
      <div class="rule-pair">
        <NumberField {...part('spent', 'atLeast', true, t.where.spent)} />
        {where.spent !== undefined && <TextField {...part('spent', 'currency', false, t.where.currency)} most={3} />}
      </div>
      <div class="rule-pair">
        <TextField {...part('attribute', 'name', true, t.where.attribute)} most={40} />
        {where.attribute !== undefined && (
          <TextField {...part('attribute', 'value', false, t.where.value)} most={500} />
        )}
      </div>
      <TextField {...fieldAt(editor, [...path, 'name'], t.fields.name)} most={40} isNeeded />
      {kept.length > 0 && <p class="muted rule-kept">{ruleTexts[locale].kept(kept.join(', '))}</p>}
    </>
  );
}

function without(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

/** Of the site, as it is being edited. */
function currencyOf(values: Record<string, unknown>, defaults: Record<string, unknown>): string {
  const { currency = defaults.currency } = values;
  return typeof currency === 'string' ? currency : 'EUR';
}

import { segmentFormTexts } from '../../../texts/segment-form-texts.ts';
import type { SegmentFormTexts } from '../../../texts/segment-form-texts.ts';
import { lifeTexts } from '../../../texts/life-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { FieldProps } from '../field-props.ts';
import { freeName, isEntry, isEntryList, saidIn, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { FormOrJson } from './form-or-json.tsx';
import { RuleList } from './rule-list.tsx';
import { SegmentForm } from './segment-form.tsx';

/** As many as the file may have. */
const MOST = 50;

/** Groups of customers: filters that are saved under a name, for the list, mails and surveys. */
export function SegmentsField({ label, hint, path, value, editor }: FieldProps) {
  const { t: common, locale } = useTexts();
  const t = segmentFormTexts[locale];
  const { stage } = lifeTexts[locale];
  const names: Names = {
    stage: (each) => stage[each as 'lead'] ?? each,
    language: (each) => common.common.languages[each as 'en'] ?? each,
    ...ruleTexts[locale],
  };
  return (
    <FormOrJson label={label} hint={hint} settingKey="segments" editor={editor} fits={isEntryList(value)}>
      <RuleList
        editor={editor}
        path={path}
        none={t.none}
        most={MOST}
        fresh={[{ label: t.add, make: (list) => ({ name: freeName('group', list), title: {}, where: {} }) }]}
        titleOf={(entry) => saidIn(entry.title, locale) || textOf(entry, 'name')}
        sayOf={({ where }) => whereSaid(isEntry(where) ? where : {}, t, names)}
        shown={['name', 'title', 'where']}
        form={(props) => <SegmentForm {...props} />}
      />
    </FormOrJson>
  );
}

interface Names {
  stage(name: string): string;
  language(name: string): string;
  comma: string;
  or: string;
}

/** Who belongs to a group, as a sentence. */
function whereSaid(where: Entry, t: SegmentFormTexts, names: Names): string {
  const list = (key: string) => (Array.isArray(where[key]) ? where[key].map(String) : []);
  const figure = (key: string, say: (figure: string) => string) =>
    typeof where[key] === 'number' && say(String(where[key]));
  const either = (key: 'marketing' | 'customer') =>
    typeof where[key] === 'boolean' && t.said[key][where[key] ? 'true' : 'false'];
  const { spent, attribute } = where;
  const parts = [
    list('stage').map(names.stage).join(names.or),
    list('tags').length > 0 && t.tagged(list('tags').join(names.comma)),
    typeof where.language === 'string' && names.language(where.language),
    either('customer'),
    either('marketing'),
    figure('seenWithinDays', t.seen),
    figure('unseenForDays', t.unseen),
    figure('minOrders', t.atLeast),
    figure('maxOrders', t.atMost),
    isEntry(spent) && t.spent(`${String(spent.atLeast ?? '…')} ${textOf(spent, 'currency')}`),
    isEntry(attribute) && [textOf(attribute, 'name'), textOf(attribute, 'value')].filter(Boolean).join(': '),
  ].filter(Boolean);
  return parts.join(names.comma) || t.everybody;
}

import { deskRuleTexts } from '../../../texts/desk-rule-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { CheckField } from '../check-field.tsx';
import { fieldAt } from '../field-at.ts';
import type { FieldProps } from '../field-props.ts';
import { LocalizedField } from '../localized-field.tsx';
import { NumberField } from '../number-field.tsx';
import { WordsField } from '../../../parts/controls/words-field.tsx';
import { isEntryList, saidIn } from './entries.ts';
import type { Entry } from './entries.ts';
import { FormOrJson } from './form-or-json.tsx';
import { RuleList } from './rule-list.tsx';
import type { EntryFormProps } from './rule-list-props.ts';

/** As many as the file may have. */
const MOST = 20;
const AFTER = 20;

/** Words beside the bubble: on which pages, and after what. The first whose page fits is said. */
export function ProactiveField({ label, hint, path, value, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = deskRuleTexts[locale].proactive;
  const { comma } = ruleTexts[locale];
  const sentence = ({ page, after = AFTER, scrolled, onLeaving }: Entry) =>
    [
      t.on([page].flat().map(String).join(', ') || '…', String(after)),
      Number(scrolled) > 0 && t.scrolled(String(scrolled)),
      onLeaving === true && t.leaving,
    ]
      .filter(Boolean)
      .join(comma);
  return (
    <FormOrJson label={label} hint={hint} settingKey="proactive" editor={editor} fits={isEntryList(value)}>
      <RuleList
        editor={editor}
        path={path}
        isOrdered
        none={t.none}
        most={MOST}
        fresh={[{ label: t.add, make: () => ({ page: ['/*'], text: {} }) }]}
        titleOf={({ text }) => saidIn(text, locale)}
        sayOf={sentence}
        shown={['page', 'after', 'scrolled', 'onLeaving', 'text']}
        form={(props) => <ProactiveForm {...props} />}
      />
    </FormOrJson>
  );
}

function ProactiveForm({ editor, path }: EntryFormProps) {
  const { locale } = useTexts();
  const t = deskRuleTexts[locale].proactive;
  const field = (key: keyof typeof t.fields) => fieldAt(editor, [...path, key], t.fields[key]);
  return (
    <>
      <LocalizedField {...field('text')} most={200} isNeeded />
      <WordsField {...field('page')} suggestions={['/*', '/', '/cart', '/checkout', '/products/*']} isNeeded />
      <div class="rule-pair">
        <NumberField {...field('after')} usual={AFTER} />
        <NumberField {...field('scrolled')} usual={0} />
      </div>
      <CheckField {...field('onLeaving')} />
    </>
  );
}

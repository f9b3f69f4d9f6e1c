import { withSetting } from '../../../state/settings/setting-draft.ts';
import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import { deskRuleTexts } from '../../../texts/desk-rule-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { CheckField } from '../check-field.tsx';
import { fieldAt } from '../field-at.ts';
import type { FieldProps } from '../field-props.ts';
import { LinesField } from '../lines-field.tsx';
import { LocalizedField } from '../localized-field.tsx';
import { NumberField } from '../number-field.tsx';
import { TextField } from '../text-field.tsx';
import { WordsField } from '../../../parts/controls/words-field.tsx';
import { freeName, isEntry, isEntryList, keptKeys, saidIn, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { FormOrJson } from './form-or-json.tsx';
import { RuleList } from './rule-list.tsx';
import type { EntryFormProps } from './rule-list-props.ts';

/** As many as the file may have. */
const MOST = 50;

/** By when a complaint must be answered, and what may be offered to make it good. */
export function ComplaintsField({ label, hint, path, value, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = deskRuleTexts[locale].complaints;
  const { kept: keptText, comma } = ruleTexts[locale];
  const remedies = [...path, 'remedies'];
  const written = isEntry(value) ? value.remedies : undefined;
  const usual = editor.builtIn.remedies;
  const put = (now: readonly Entry[] | undefined) => editor.onEdit((before) => withSetting(before, remedies, now));
  const kept = isEntry(value) ? keptKeys(value, ['deadlineHours', 'warnHours', 'remedies']) : [];
  const fits = value === undefined || (isEntry(value) && isEntryList(written));
  return (
    <FormOrJson label={label} hint={hint} settingKey="complaints" editor={editor} fits={fits} owns={isPlaced}>
      <div class="life-days">
        <NumberField {...fieldAt(editor, [...path, 'deadlineHours'], t.fields.deadlineHours)} />
        <NumberField {...fieldAt(editor, [...path, 'warnHours'], t.fields.warnHours)} />
      </div>
      <h4>{t.title}</h4>
      {written === undefined ? (
        <p class="muted">
          {t.usual(usual.map(({ label: few, text }) => saidIn(few ?? text, locale)).join(comma))}{' '}
          <button type="button" class="link" onClick={() => put(usual)}>
            {t.change}
          </button>
        </p>
      ) : (
        <>
          <RuleList
            editor={editor}
            path={remedies}
            none={t.none}
            emptied={[]}
            most={MOST}
            fresh={[{ label: t.add, make: (list) => ({ name: freeName('offer', list), text: {} }) }]}
            titleOf={(entry) => saidIn(entry.label, locale) || saidIn(entry.text, locale) || textOf(entry, 'name')}
            sayOf={({ atOnce }) => (atOnce === true ? t.byBot : t.byYou)}
            shown={['name', 'text', 'label', 'atOnce', 'needs', 'words']}
            form={(props) => <RemedyForm {...props} />}
          />
          <button type="button" class="link setting-json" onClick={() => put(undefined)}>
            {t.backToUsual}
          </button>
        </>
      )}
      {kept.length > 0 && <p class="muted">{keptText(kept.join(', '))}</p>}
    </FormOrJson>
  );
}

function isPlaced([key, at]: SettingPath): boolean {
  return key === 'deadlineHours' || key === 'warnHours' || (key === 'remedies' && typeof at === 'number');
}

function RemedyForm({ editor, path }: EntryFormProps) {
  const { locale } = useTexts();
  const t = deskRuleTexts[locale].complaints;
  const field = (key: 'text' | 'label' | 'atOnce' | 'needs' | 'name') => fieldAt(editor, [...path, key], t.remedy[key]);
  return (
    <>
      <LocalizedField {...field('text')} most={300} isNeeded />
      <LocalizedField {...field('label')} most={40} />
      <CheckField {...field('atOnce')} />
      <WordsField {...field('needs')} suggestions={['order', 'email', 'phone', 'name', 'item']} />
      <LinesField {...fieldAt(editor, [...path, 'words', 'en'], t.remedy.en)} />
      <LinesField {...fieldAt(editor, [...path, 'words', 'zh'], t.remedy.zh)} />
      <TextField {...field('name')} most={40} isNeeded />
    </>
  );
}

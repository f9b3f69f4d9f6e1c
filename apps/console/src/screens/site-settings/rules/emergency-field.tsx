import { besideField, withSetting } from '../../../state/settings/setting-draft.ts';
import { deskRuleTexts } from '../../../texts/desk-rule-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { fieldAt } from '../field-at.ts';
import type { FieldProps } from '../field-props.ts';
import { LinesField } from '../lines-field.tsx';
import { LocalizedField } from '../localized-field.tsx';
import { TextField } from '../text-field.tsx';
import { freeName, isEntry, isEntryList, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { FormOrJson } from './form-or-json.tsx';
import { RuleList } from './rule-list.tsx';
import type { EntryFormProps } from './rule-list-props.ts';

/** As many as the file may have. */
const MOST = 200;

/** What to do when somebody may be in danger: whom to call, by which words it is known, and steps that the owner has approved. */
export function EmergencyField({ label, hint, path, value, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = deskRuleTexts[locale].emergency;
  const isOn = isEntry(value);
  const fits = value === undefined || value === null || (isOn && isEntryList(value.redFlags));
  const put = (now: Entry | undefined) => editor.onEdit((before) => withSetting(before, path, now));
  const owns = ([key, at]: readonly (string | number)[]) =>
    key === 'number' || (key === 'redFlags' && typeof at === 'number');
  return (
    <FormOrJson label={label} hint={hint} settingKey="emergency" editor={editor} fits={fits} owns={owns}>
      <label class="check setting-switch">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget: { checked } }) => put(checked ? { number: '', redFlags: [] } : undefined)}
        />
        <span>{t.on}</span>
      </label>
      {isOn && (
        <>
          <TextField {...fieldAt(editor, [...path, 'number'], t.number)} most={30} isNeeded />
          <h4>{t.flags}</h4>
          <RuleList
            editor={editor}
            path={[...path, 'redFlags']}
            none={t.none}
            emptied={[]}
            most={MOST}
            fresh={[{ label: t.add, make: (list) => ({ name: freeName('danger', list), phrases: {} }) }]}
            titleOf={(entry) => textOf(entry, 'name')}
            sayOf={({ phrases }) => {
              const all = isEntry(phrases) ? Object.values(phrases).flat().map(String) : [];
              return all.slice(0, 4).map(firstWay).join(ruleTexts[locale].comma);
            }}
            shown={['name', 'phrases', 'unless', 'firstAid']}
            form={(props) => <FlagForm {...props} />}
          />
        </>
      )}
    </FormOrJson>
  );
}

/** A line of words in the first of its ways: "chest pain|hurts|tight*" is "chest pain". */
const firstWay = (line: string) => line.replace(/\|\S*/g, '');

function FlagForm({ editor, path }: EntryFormProps) {
  const { locale } = useTexts();
  const t = deskRuleTexts[locale].emergency;
  const whole = editor.problems.find((one) => one.path.join() === [...path, 'phrases'].join());
  const said = (language: 'en' | 'zh') => {
    const field = fieldAt(editor, [...path, 'phrases', language], t[language]);
    return { ...field, error: field.error ?? (language === 'en' && whole ? besideField(whole.message) : null) };
  };
  return (
    <>
      <LinesField {...said('en')} />
      <LinesField {...said('zh')} />
      <LinesField {...fieldAt(editor, [...path, 'unless', 'en'], t.unlessEn)} />
      <LinesField {...fieldAt(editor, [...path, 'unless', 'zh'], t.unlessZh)} />
      <LocalizedField {...fieldAt(editor, [...path, 'firstAid'], t.firstAid)} most={2000} rows={4} />
      <TextField {...fieldAt(editor, [...path, 'name'], t.name)} most={60} isNeeded />
    </>
  );
}

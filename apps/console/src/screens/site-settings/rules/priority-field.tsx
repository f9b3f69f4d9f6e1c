import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import { deskRuleTexts } from '../../../texts/desk-rule-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { fieldAt } from '../field-at.ts';
import type { FieldProps } from '../field-props.ts';
import { NumberField } from '../number-field.tsx';
import { freeName, isEntry, isEntryList, keptKeys, saidIn, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { FormOrJson } from './form-or-json.tsx';
import { PriorityForm } from './priority-form.tsx';
import { RuleList } from './rule-list.tsx';
import { UsualPoints } from './usual-points.tsx';

const LEVELS = ['urgent', 'high', 'normal'] as const;
/** As many as the file may have. */
const MOST = 100;

/** What is done first: from how many points on, what gives points, and the owner's own reasons. */
export function PriorityField({ label, hint, path, value, editor }: FieldProps) {
  const { locale } = useTexts();
  const t = deskRuleTexts[locale].priority;
  const written = isEntry(value) ? value : {};
  const usual = new Set(written.defaults === false ? [] : editor.builtIn.priority.map(({ name }) => name));
  const kept = keptKeys(written, ['levels', 'rules']);
  const fits =
    value === undefined ||
    (isEntry(value) && isEntryList(value.rules) && (value.levels === undefined || isEntry(value.levels)));
  return (
    <FormOrJson label={label} hint={hint} settingKey="priority" editor={editor} fits={fits} owns={isPlaced}>
      <div class="rule-thirds">
        {LEVELS.map((level) => (
          <NumberField key={level} {...fieldAt(editor, [...path, 'levels', level], t.levels[level])} />
        ))}
      </div>
      {usual.size > 0 && <UsualPoints editor={editor} path={[...path, 'rules']} />}
      <h4>{t.ownTitle}</h4>
      <RuleList
        editor={editor}
        path={[...path, 'rules']}
        only={({ name }) => !usual.has(String(name))}
        none={t.none}
        most={MOST}
        fresh={[{ label: t.add, make: (list) => ({ name: freeName('own', list), points: 10, text: {} }) }]}
        titleOf={(entry) => saidIn(entry.text, locale) || textOf(entry, 'name')}
        sayOf={pointsSaid}
        shown={['name', 'points', 'perHour', 'most', 'when', 'text']}
        form={(props) => <PriorityForm {...props} />}
      />
      {kept.length > 0 && <p class="muted">{ruleTexts[locale].kept(kept.join(', '))}</p>}
    </FormOrJson>
  );

  function pointsSaid({ points, perHour }: Entry): string {
    if (perHour !== undefined) return t.hourly(String(perHour));
    return points === 0 ? t.turnedOff : t.points(String(points ?? 0));
  }
}

function isPlaced([key, part]: SettingPath): boolean {
  return key === 'levels' ? LEVELS.some((level) => level === part) : key === 'rules' && typeof part === 'number';
}

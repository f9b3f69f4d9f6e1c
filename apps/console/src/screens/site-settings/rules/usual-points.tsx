import { Field } from '../../../parts/controls/field.tsx';
import { besideField, problemsAt, valueAt, withSetting } from '../../../state/settings/setting-draft.ts';
import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import { deskRuleTexts } from '../../../texts/desk-rule-texts.ts';
import { settingTexts } from '../../../texts/setting-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { EditorProps } from '../field-props.ts';
import { keptKeys, saidIn } from './entries.ts';
import type { Entry } from './entries.ts';

/** The reasons that come with Solodesk: what each gives, changed or turned off by a rule of its name in the file. */
export function UsualPoints({ editor, path }: { editor: EditorProps; path: SettingPath }) {
  const { locale } = useTexts();
  const t = deskRuleTexts[locale].priority;
  const rules = (valueAt(editor.edit.values, path) ?? []) as readonly Entry[];
  const set = (name: string, key: 'points' | 'perHour', typed: string) => {
    const points = typed.trim() === '' ? undefined : Number.isNaN(Number(typed)) ? typed : Number(typed);
    editor.onEdit((edit) => {
      const list = (valueAt(edit.values, path) ?? []) as readonly Entry[];
      const now = withPoints(list, name, key, points);
      return withSetting(edit, path, now.length > 0 ? now : undefined);
    });
  };
  return (
    <>
      <h4>{t.usualTitle}</h4>
      <p class="muted">{t.usualHint}</p>
      <div class="life-days usual-points">
        {editor.builtIn.priority.map(({ name, text, points, perHour }) => {
          const at = rules.findIndex((entry) => entry.name === name);
          const entry = rules[at];
          const key = points === undefined ? 'perHour' : 'points';
          // A rule that waits may be given points once, and the other way round: what the file says is shown.
          const shown =
            entry === undefined
              ? key
              : entry.points !== undefined
                ? 'points'
                : entry.perHour !== undefined
                  ? 'perHour'
                  : key;
          const wrong = at < 0 ? [] : problemsAt(editor.problems, [...path, at]);
          const besides = entry && keptKeys(entry, ['name', 'points', 'perHour']);
          return (
            <Field
              key={name}
              label={`${saidIn(text, locale).replaceAll(/\{\w+\}/g, '…')}${shown === 'perHour' ? t.perHour : ''}`}
              hint={besides && besides.length > 0 ? t.rest(besides.join(', ')) : undefined}
              error={wrong.map(({ message }) => besideField(message)).join(' ') || null}
            >
              <input
                class="setting-number"
                inputMode="decimal"
                maxLength={8}
                value={String(entry?.[shown] ?? '')}
                placeholder={settingTexts[locale].usual(String(points ?? perHour))}
                onInput={({ currentTarget: { value } }) => set(name, shown, value)}
              />
            </Field>
          );
        })}
      </div>
    </>
  );
}

/** Sets what a built-in reason gives; a rule that then says nothing more is taken out. */
function withPoints(list: readonly Entry[], name: string, key: 'points' | 'perHour', points: unknown): Entry[] {
  const at = list.findIndex((entry) => entry.name === name);
  if (at < 0) return points === undefined ? [...list] : [...list, { name, [key]: points }];
  const { [key]: _before, ...rest } = list[at]!;
  const entry: Entry = points === undefined ? rest : { ...rest, [key]: points };
  const says = Object.keys(entry).some((one) => one !== 'name');
  return list.flatMap((each, index) => (index !== at ? [each] : says ? [entry] : []));
}

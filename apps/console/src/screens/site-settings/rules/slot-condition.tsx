import { valueAt, withSetting } from '../../../state/settings/setting-draft.ts';
import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import { actionFormTexts } from '../../../texts/action-form-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { ChoiceField } from '../choice-field.tsx';
import { fieldAt } from '../field-at.ts';
import type { EditorProps } from '../field-props.ts';
import { ManyField } from '../many-field.tsx';
import { isEntry, isEntryList, saidIn, textOf } from './entries.ts';
import type { Entry } from './entries.ts';

interface SlotConditionProps {
  editor: EditorProps;
  /** Of the detail, in the file. */
  path: SettingPath;
}

/** Whether a detail is asked for always, or only after some answers to one that was asked before it. */
export function SlotCondition({ editor, path }: SlotConditionProps) {
  const { locale } = useTexts();
  const t = actionFormTexts[locale].condition;
  const place = Number(path.at(-1));
  const list = valueAt(editor.edit.values, path.slice(0, -1));
  const before = (isEntryList(list) ? (list ?? []) : []).slice(0, place).filter(({ type }) => type === 'choice');
  const at = [...path, 'requiredIf'];
  const condition = valueAt(editor.edit.values, at);
  const named = isEntry(condition) ? textOf(condition, 'slot') : '';
  if (before.length === 0 && condition === undefined) return null;
  const choices = choicesOf(before.find(({ name }) => name === named));
  const when = fieldAt(editor, [...at, 'slot'], t.when);
  const which = fieldAt(editor, [...at, 'is'], t.answers);
  const ask = (slot: unknown) =>
    editor.onEdit((edit) => {
      const [first] = choicesOf(before.find(({ name }) => name === slot));
      const wanted = slot === undefined ? undefined : { slot, is: first === undefined ? [] : [textOf(first, 'value')] };
      // A condition says already whether it must be answered.
      return withSetting(withSetting(edit, [...path, 'required'], undefined), at, wanted);
    });
  return (
    <>
      <ChoiceField
        {...when}
        value={named}
        choices={before.map((entry) => textOf(entry, 'name'))}
        names={Object.fromEntries(
          before.map((entry) => [textOf(entry, 'name'), t.after(saidIn(entry.label, locale) || textOf(entry, 'name'))]),
        )}
        none={t.always}
        onChange={ask}
      />
      {named !== '' && (
        <ManyField
          {...which}
          choices={choices.map((entry) => textOf(entry, 'value'))}
          names={Object.fromEntries(
            choices.map((entry) => [textOf(entry, 'value'), saidIn(entry.label, locale) || textOf(entry, 'value')]),
          )}
          // After no answer at all it would never be asked.
          onChange={(is) => (is === undefined ? ask(undefined) : which.onChange(is))}
        />
      )}
    </>
  );
}

function choicesOf(slot: Entry | undefined): readonly Entry[] {
  const choices = slot?.choices;
  return isEntryList(choices) ? (choices ?? []) : [];
}

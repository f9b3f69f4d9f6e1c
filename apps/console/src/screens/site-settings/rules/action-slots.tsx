import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import { SLOT_TYPES, actionFormTexts } from '../../../texts/action-form-texts.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { CheckField } from '../check-field.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { fieldAt } from '../field-at.ts';
import type { EditorProps } from '../field-props.ts';
import { LinesField } from '../lines-field.tsx';
import { LocalizedField } from '../localized-field.tsx';
import { NumberField } from '../number-field.tsx';
import { TextField } from '../text-field.tsx';
import { freeName, saidIn, textOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { InnerList } from './inner-list.tsx';
import type { EntryFormProps } from './rule-list-props.ts';
import { SlotCondition } from './slot-condition.tsx';

/** As many as the file may have. */
const MOST = 20;
const MOST_CHOICES = 8;
const SHOWN = ['label', 'type', 'prompt', 'purpose', 'invalid', 'name', 'required', 'requiredIf', 'data'];
const OF_TYPES = ['minLength', 'maxLength', 'from', 'to', 'time', 'isBirth', 'isName', 'fromOpening', 'choices'];

interface ActionSlotsProps {
  editor: EditorProps;
  /** Of the list, in the file. */
  path: SettingPath;
  /** Whether something is asked for where the file says nothing. */
  isUsual: boolean;
}

/** What an action asks for before it runs. */
export function ActionSlots({ editor, path, isUsual }: ActionSlotsProps) {
  const { locale } = useTexts();
  const t = actionFormTexts[locale];
  const make = (list: readonly Entry[]): Entry => ({
    ...{ name: freeName('detail', list), type: 'text', label: {}, prompt: {}, purpose: {} },
  });
  const sayOf = ({ type, required, requiredIf }: Entry) =>
    [t.types[type as 'text'] ?? String(type), required === false && t.optional, requiredIf !== undefined && t.sometimes]
      .filter(Boolean)
      .join(ruleTexts[locale].comma);
  return (
    <InnerList
      title={t.slots}
      editor={editor}
      path={path}
      none={isUsual ? t.slotsUsual : t.slotsNone}
      most={MOST}
      fresh={[{ label: t.addSlot, make }]}
      titleOf={(entry) => saidIn(entry.label, locale) || textOf(entry, 'name')}
      sayOf={sayOf}
      shown={[...SHOWN, ...OF_TYPES]}
      form={(props) => <SlotForm {...props} />}
    />
  );
}

function SlotForm({ editor, path, entry }: EntryFormProps) {
  const { locale } = useTexts();
  const t = actionFormTexts[locale];
  const field = (key: keyof typeof t.slot) => fieldAt(editor, [...path, key], t.slot[key]);
  const data = fieldAt(editor, [...path, 'data'], [t.sensitive]);
  const { type } = entry;
  return (
    <>
      <LocalizedField {...field('label')} most={60} isNeeded />
      <LocalizedField {...field('prompt')} most={500} isNeeded />
      <LocalizedField {...field('purpose')} most={200} isNeeded />
      <ChoiceField {...field('type')} choices={SLOT_TYPES} names={t.types} />
      {type === 'choice' && <SlotChoices editor={editor} path={[...path, 'choices']} />}
      {type === 'text' && (
        <>
          <div class="rule-pair">
            <NumberField {...field('minLength')} />
            <NumberField {...field('maxLength')} usual={2000} />
          </div>
          <CheckField {...fieldAt(editor, [...path, 'isName'], [t.isName])} usual={false} />
          <CheckField {...fieldAt(editor, [...path, 'fromOpening'], t.fromOpening)} usual={false} />
        </>
      )}
      {type === 'date' && (
        <>
          <div class="rule-pair">
            <NumberField {...field('from')} />
            <NumberField {...field('to')} />
          </div>
          <CheckField {...fieldAt(editor, [...path, 'time'], [t.time])} usual={false} />
          <CheckField {...fieldAt(editor, [...path, 'isBirth'], [t.isBirth])} usual={false} />
        </>
      )}
      <SlotCondition editor={editor} path={path} />
      {entry.requiredIf === undefined && <CheckField {...fieldAt(editor, [...path, 'required'], [t.required])} usual />}
      <CheckField
        {...data}
        value={data.value === 'sensitive'}
        onChange={(on) => data.onChange(on === true ? 'sensitive' : undefined)}
      />
      <LocalizedField {...field('invalid')} most={300} />
      <TextField {...field('name')} most={40} isNeeded />
    </>
  );
}

function SlotChoices({ editor, path }: Pick<EntryFormProps, 'editor' | 'path'>) {
  const { locale } = useTexts();
  const t = actionFormTexts[locale];
  const make = (list: readonly Entry[]): Entry => {
    const taken = list.map(({ value }) => ({ name: value }));
    return { value: freeName('choice', taken), label: {} };
  };
  return (
    <InnerList
      title={t.choices}
      editor={editor}
      path={path}
      none={t.choicesNone}
      most={MOST_CHOICES}
      fresh={[{ label: t.addChoice, make }]}
      titleOf={(entry) => saidIn(entry.label, locale) || textOf(entry, 'value')}
      sayOf={(entry) => textOf(entry, 'value')}
      shown={['label', 'value', 'words']}
      form={(props) => <ChoiceForm {...props} />}
    />
  );
}

function ChoiceForm({ editor, path }: EntryFormProps) {
  const { locale } = useTexts();
  const t = actionFormTexts[locale].choice;
  return (
    <>
      <LocalizedField {...fieldAt(editor, [...path, 'label'], t.label)} most={60} isNeeded />
      <LinesField {...fieldAt(editor, [...path, 'words', 'en'], t.en)} />
      <LinesField {...fieldAt(editor, [...path, 'words', 'zh'], t.zh)} />
      <TextField {...fieldAt(editor, [...path, 'value'], t.value)} most={40} isNeeded />
    </>
  );
}

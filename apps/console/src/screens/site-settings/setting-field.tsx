import type { VNode } from 'preact';
import { isBroken } from '../../state/settings/setting-draft.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { COLON, useTexts } from '../../texts/index.ts';
import { CheckField } from './check-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { ColourField } from './colour-field.tsx';
import { ConsentField } from './consent-field.tsx';
import { fieldAt } from './field-at.ts';
import { GreetingField } from './greeting-field.tsx';
import { HelpCentreField } from './help-centre-field.tsx';
import { HolidaysField } from './holidays-field.tsx';
import { HoursField } from './hours-field.tsx';
import { LanguagesField } from './languages-field.tsx';
import { LinesField } from './lines-field.tsx';
import { LocalizedField } from './localized-field.tsx';
import { NumberField } from './number-field.tsx';
import { nameOf } from './sections.ts';
import { ActionsField } from './rules/actions-field.tsx';
import { CategoriesField } from './rules/categories-field.tsx';
import { EmergencyField } from './rules/emergency-field.tsx';
import { ComplaintsField } from './rules/complaints-field.tsx';
import { PriorityField } from './rules/priority-field.tsx';
import { ProactiveField } from './rules/proactive-field.tsx';
import { LifeCycleField } from './rules/life-cycle-field.tsx';
import { MessagesField } from './rules/messages-field.tsx';
import { RoutingField } from './rules/routing-field.tsx';
import { SegmentsField } from './rules/segments-field.tsx';
import { TextField } from './text-field.tsx';
import type { EditorProps, FieldProps } from './field-props.ts';
import type { SettingField as Declared } from './sections.ts';
import { ZoneField } from './zone-field.tsx';

/** They show what is being written as JSON by themselves. */
const WRITTEN_AS_EITHER: ReadonlySet<string> = new Set([
  'lifeCycle',
  'routing',
  'messages',
  'priority',
  'complaints',
  'proactive',
  'emergency',
  'categories',
  'segments',
  'actions',
  'greeting',
]);

/** One setting, as its kind is edited, with what is wrong with it. */
export function SettingField({ field, editor }: { field: Declared; editor: EditorProps }) {
  const { locale } = useTexts();
  const t = settingTexts[locale];
  const { edit } = editor;
  const said = t.fields[nameOf(field)] ?? [nameOf(field)];
  const [label] = said;
  const key = String(field.path[0]);
  if (isBroken(edit, key) && !WRITTEN_AS_EITHER.has(field.kind)) {
    return (
      <p class="note">
        {label}
        {COLON[locale]}
        {t.jsonBroken}
      </p>
    );
  }
  return drawn(field, fieldAt(editor, field.path, said));
}

function drawn(field: Declared, props: FieldProps): VNode {
  switch (field.kind) {
    case 'text':
    case 'area':
      return <TextField {...props} most={field.most} isNeeded={field.path[0] === 'name'} />;
    case 'number':
      return <NumberField {...props} />;
    case 'check':
      return <CheckField {...props} />;
    case 'choice':
      return <ChoiceField {...props} choices={field.choices} />;
    case 'localized':
      return <LocalizedField {...props} most={field.most} />;
    case 'lines':
      return <LinesField {...props} />;
    case 'colour':
      return <ColourField {...props} />;
    case 'languages':
      return <LanguagesField {...props} />;
    case 'zone':
      return <ZoneField {...props} />;
    case 'hours':
      return <HoursField {...props} />;
    case 'holidays':
      return <HolidaysField {...props} />;
    case 'greeting':
      return <GreetingField {...props} />;
    case 'consent':
      return <ConsentField {...props} />;
    case 'helpCentre':
      return <HelpCentreField {...props} />;
    case 'lifeCycle':
      return <LifeCycleField {...props} />;
    case 'routing':
      return <RoutingField {...props} />;
    case 'messages':
      return <MessagesField {...props} />;
    case 'priority':
      return <PriorityField {...props} />;
    case 'complaints':
      return <ComplaintsField {...props} />;
    case 'proactive':
      return <ProactiveField {...props} />;
    case 'emergency':
      return <EmergencyField {...props} />;
    case 'categories':
      return <CategoriesField {...props} />;
    case 'segments':
      return <SegmentsField {...props} />;
    case 'actions':
      return <ActionsField {...props} />;
  }
}

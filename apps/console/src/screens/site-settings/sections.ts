import type { SettingPath } from '../../state/settings/setting-draft.ts';

export type FieldKind =
  | { kind: 'text' | 'area'; most: number }
  | { kind: 'number' }
  | { kind: 'check' }
  | { kind: 'choice'; choices: readonly string[] }
  /** One a language. */
  | { kind: 'localized'; most: number; area?: true }
  /** One a line. */
  | { kind: 'lines' }
  | { kind: 'colour' | 'languages' | 'zone' | 'hours' | 'holidays' | 'greeting' | 'consent' | 'helpCentre' }
  /** Forms of their own for what is nested. */
  | {
      kind:
        | 'lifeCycle'
        | 'routing'
        | 'messages'
        | 'priority'
        | 'complaints'
        | 'proactive'
        | 'emergency'
        | 'categories'
        | 'segments'
        | 'actions';
    };

export type SettingField = FieldKind & { path: SettingPath };

export const SECTIONS = [
  'look',
  'hours',
  'bot',
  'promises',
  'rules',
  'actions',
  'customers',
  'privacy',
  'notices',
  'install',
  'file',
] as const;
export type SectionId = (typeof SECTIONS)[number];

const number = (...path: string[]): SettingField => ({ path, kind: 'number' });

/** Everything in `site.json`, each once. */
export const FIELDS: Record<SectionId, readonly SettingField[]> = {
  look: [
    { path: ['name'], kind: 'text', most: 80 },
    { path: ['ownerName'], kind: 'text', most: 80 },
    { path: ['colors', 'accent'], kind: 'colour' },
    { path: ['position'], kind: 'choice', choices: ['right', 'left'] },
    { path: ['languages'], kind: 'languages' },
    { path: ['greeting'], kind: 'greeting' },
    { path: ['proactive'], kind: 'proactive' },
    { path: ['categories'], kind: 'categories' },
  ],
  hours: [
    { path: ['timeZone'], kind: 'zone' },
    { path: ['hours'], kind: 'hours' },
    { path: ['holidays'], kind: 'holidays' },
  ],
  bot: [
    number('policy', 'wrongAnswerBudget'),
    { path: ['voice', 'botName'], kind: 'localized', most: 40 },
    { path: ['voice', 'signOff'], kind: 'localized', most: 120 },
    { path: ['voice', 'address'], kind: 'choice', choices: ['您', '你'] },
    { path: ['voice', 'tone'], kind: 'choice', choices: ['friendly', 'formal'] },
    { path: ['orderNumber'], kind: 'text', most: 100 },
    { path: ['country'], kind: 'text', most: 2 },
    { path: ['currency'], kind: 'text', most: 3 },
    { path: ['fields'], kind: 'lines' },
    { path: ['emergency'], kind: 'emergency' },
  ],
  promises: [
    number('policy', 'promiseHours'),
    number('policy', 'idleCloseHours'),
    { path: ['complaints'], kind: 'complaints' },
  ],
  rules: [
    { path: ['ticketPrefix'], kind: 'text', most: 60 },
    { path: ['priority'], kind: 'priority' },
    { path: ['routing'], kind: 'routing' },
  ],
  actions: [{ path: ['actions'], kind: 'actions' }],
  customers: [
    { path: ['lifeCycle'], kind: 'lifeCycle' },
    { path: ['segments'], kind: 'segments' },
    { path: ['messages'], kind: 'messages' },
  ],
  privacy: [
    { path: ['consent'], kind: 'consent' },
    { path: ['identity'], kind: 'choice', choices: ['optional', 'required'] },
    { path: ['helpCentre'], kind: 'helpCentre' },
    { path: ['origins'], kind: 'lines' },
    { path: ['policy', 'hostStorageFallback'], kind: 'check' },
    number('retention', 'messages'),
    number('retention', 'tickets'),
    number('retention', 'scores'),
    number('retention', 'feedback'),
    number('retention', 'pageEvents'),
    number('retention', 'mails'),
    number('retention', 'accessLog'),
    number('retention', 'receipts'),
    number('retention', 'backups'),
  ],
  notices: [
    number('policy', 'silentOwnerMinutes'),
    number('policy', 'mailAfterMinutes'),
    number('insights', 'hour'),
    number('insights', 'customerDays'),
    { path: ['insights', 'themeAlerts'], kind: 'check' },
  ],
  install: [],
  file: [],
};

/** `policy.promiseHours`: how texts are found. */
export const nameOf = ({ path }: { path: SettingPath }): string => path.join('.');

/** The section where a value is edited; null where none has it. */
export function sectionOf(path: SettingPath): SectionId | null {
  const found = SECTIONS.find((id) =>
    FIELDS[id].some((field) => field.path.every((key, at) => path[at] === key || path[at] === undefined)),
  );
  return path.length === 0 ? null : (found ?? null);
}

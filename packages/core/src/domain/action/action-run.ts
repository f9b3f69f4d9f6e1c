import type { QuickReply } from '../faq.ts';

/** What an action is to do next: it begins with `start`, and goes on with what the visitor chose. */
export type ActionInput =
  /** With what was said at once to be done with a booking. */
  | { readonly do: 'start'; readonly wish?: BookingWish }
  /** This time, by its beginning. UTC milliseconds. */
  | { readonly do: 'pick'; readonly from: number }
  /** Other times of a day of the visitor's, `YYYY-MM-DD`. */
  | { readonly do: 'day'; readonly day: string }
  /** A time of day on the visitor's wall, `YYYY-MM-DDTHH:MM`. */
  | { readonly do: 'time'; readonly time: string }
  /** Days with free times, the first after `after`, if it is given. */
  | { readonly do: 'days'; readonly after?: string }
  /** Which appointment; its id. */
  | { readonly do: 'choose' | 'move' | 'cancel'; readonly appointment: string };

/** What somebody wants done with their appointment, as far as the words say. */
export type BookingWish =
  | { readonly do: 'move' }
  | { readonly do: 'cancel' }
  | { readonly do: 'day'; readonly day: string }
  | { readonly do: 'time'; readonly time: string };

/** How far an open form's action has come: part of the form's state, so that it survives a restart. Plain JSON. */
export interface ActionRun {
  readonly action: string;
  /** A UUID: names this step of it. Its outbox entry, and whatever it makes, goes by it, so that a repeat does nothing twice. */
  readonly id: string;
  /** The same for all steps: what an owner's system tells repeats by. */
  readonly key: string;
  /** Whether its result is awaited, or the visitor's choice. */
  readonly state: 'running' | 'choosing';
  readonly input: ActionInput;
  /** `seq` of the message that its result answers; left out where something was said to that at once. */
  readonly answers?: number;
  /** What there is to choose from. */
  readonly offered: readonly QuickReply[];
  /** The question above it. */
  readonly question: string;
  /** Id of the appointment that is to be moved. */
  readonly moves?: string;
  /** Day of the times that are offered, `YYYY-MM-DD`. */
  readonly day?: string;
}

/** Buttons of actions carry such intents: `solodesk.action.pick.1764576000000`. */
export const ACTION_BUTTON = 'solodesk.action.';

export function actionButton(label: string, verb: ActionInput['do'] | 'stop', value?: string | number): QuickReply {
  return { label, intent: ACTION_BUTTON + verb + (value === undefined ? '' : `.${value}`) };
}

/** What a pressed button asks for; null when it is no action's, or malformed. */
export function readActionButton(intent: string): ActionInput | 'stop' | null {
  if (!intent.startsWith(ACTION_BUTTON)) return null;
  const [, verb = '', value] = /^([a-z]+)(?:\.(.+))?$/.exec(intent.slice(ACTION_BUTTON.length)) ?? [];
  if (verb === 'stop') return 'stop';
  if (verb === 'days' && value === undefined) return { do: 'days' };
  if (value === undefined) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  if (verb === 'pick' && /^\d{12,14}$/.test(value)) return { do: 'pick', from: Number(value) };
  if (verb === 'day' && isDay) return { do: 'day', day: value };
  if (verb === 'days' && isDay) return { do: 'days', after: value };
  if (verb === 'choose' || verb === 'move' || verb === 'cancel') return { do: verb, appointment: value };
  return null;
}

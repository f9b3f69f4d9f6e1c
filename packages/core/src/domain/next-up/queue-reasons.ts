import type { Localized } from '../locale.ts';
import type { PriorityReason } from '../priority/score.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Points that only the queue gives: for who is there right now, and for what is due. They come on top of the site's own rules. */
const LIVE = 25;
const PER_MINUTE = 2;
const MOST_FOR_WAITING = 30;

/** A promise or deadline presses the more the nearer it is. */
const DUE: readonly { within: number; name: string; points: number; text: Localized<string> }[] = [
  { within: 0, name: 'overdue', points: 35, text: { en: 'promise is overdue', zh: '承诺已超时' } },
  { within: HOUR, name: 'due_hour', points: 25, text: { en: 'promise in under 1 h', zh: '承诺 1 小时内到期' } },
  { within: 4 * HOUR, name: 'due_soon', points: 15, text: { en: 'promise in under 4 h', zh: '承诺 4 小时内到期' } },
];

/** Somebody sits there and waits: more with each minute, until it makes no difference any more. */
export function liveReasons(withPerson: boolean, since: number, now: number): PriorityReason[] {
  const text = withPerson
    ? { en: 'waits for your answer', zh: '等您回复' }
    : { en: 'wants to talk to a person', zh: '要求人工服务' };
  const waited = Math.max(0, Math.floor((now - since) / MINUTE));
  const points = Math.min(MOST_FOR_WAITING, PER_MINUTE * waited);
  const minutes = points === MOST_FOR_WAITING ? `${MOST_FOR_WAITING / PER_MINUTE}+` : String(waited);
  const live = { name: 'live', points: LIVE, text };
  if (points === 0) return [live];
  return [live, { name: 'live_waits', points, text: { en: `waits ${minutes} min`, zh: `已等 ${minutes} 分钟` } }];
}

/** @param dueAt UTC milliseconds; null: nothing was promised */
export function dueReasons(dueAt: number | null, now: number): PriorityReason[] {
  const found = dueAt === null ? undefined : DUE.find(({ within }) => dueAt - now < within);
  return found === undefined ? [] : [{ name: found.name, points: found.points, text: found.text }];
}

export function appointmentReasons(startsAt: number, now: number): PriorityReason[] {
  const today = { name: 'appointment', points: 15, text: { en: 'appointment today', zh: '今天的预约' } };
  if (startsAt <= now) return [today, { name: 'begun', points: 20, text: { en: 'has begun', zh: '已开始' } }];
  if (startsAt - now >= HOUR) return [today];
  return [today, { name: 'begins', points: 25, text: { en: 'begins in under 1 h', zh: '1 小时内开始' } }];
}

/** @param most counting stops there */
export function questionReasons(count: number, most: number): PriorityReason[] {
  const open = { name: 'questions', points: 8, text: { en: 'the bot had no answer', zh: '机器人无法回答' } };
  if (count < 2) return [open];
  const many = count >= most ? `${most}+` : String(count);
  return [
    open,
    { name: 'many', points: Math.min(20, 2 * count), text: { en: `${many} questions`, zh: `${many} 个问题` } },
  ];
}

import type { QueueItem } from '@solodesk/protocol/owner';
import type { Texts } from '../../texts/index.ts';
import type { NextTexts } from '../../texts/next-texts.ts';
import { roughly } from '../durations.ts';
import { promiseTime } from './promise-time.ts';
import { visitorName } from '../conversation/visitor-name.ts';
import type { Locale } from '../wire-types.ts';

/** What the rows of the queue are written in. */
export interface QueueWords {
  t: Texts;
  next: NextTexts;
  locale: Locale;
}

/** Who or what an item is about. */
export function queueTitle({ task, title }: QueueItem, { t, next }: QueueWords): string {
  switch (task.kind) {
    case 'chat':
      return visitorName({ name: title, verified: task.verified }, t);
    case 'ticket':
      return title === task.name ? title : `${title} · ${task.name}`;
    case 'appointment':
      return title === '' ? next.appointment : title;
    case 'questions':
      return next.questions(task.count);
  }
}

/** When it is: since when somebody waits, until when it has to be done, or when it comes back. */
export function queueTime(
  { task, since, dueAt, away }: QueueItem,
  now: number,
  { t, next, locale }: QueueWords,
): string {
  if (away !== null) return away.until === null ? '' : next.returns(promiseTime(away.until, now, locale, t));
  if (task.kind === 'appointment') return promiseTime(task.startsAt, now, locale, t);
  if (task.kind === 'chat') return t.inbox.waits(roughly(now - since));
  return dueAt === null ? t.inbox.ago(roughly(now - since)) : next.due(promiseTime(dueAt, now, locale, t));
}

/** "86 · complaint +20, angry +12": the heaviest reasons first. */
export function queueWhy({ score, reasons, away }: QueueItem, { next, locale }: QueueWords): string {
  if (away?.until === null) return next.untilNews;
  const sorted = [...reasons].sort((a, b) => b.points - a.points);
  const told = sorted.map(({ name, points, text }) => {
    const words = text[locale] ?? text.en ?? text.zh ?? name;
    return `${words} ${points < 0 ? `−${-points}` : `+${points}`}`;
  });
  return `${score} · ${told.join(locale === 'zh' ? '，' : ', ')}`;
}

export type QueueAction = keyof NextTexts['actions'];

/** The one thing to do about it. */
export function queueAction({ task }: QueueItem): QueueAction | null {
  switch (task.kind) {
    case 'chat':
      return 'reply';
    case 'ticket':
      return 'ticket';
    case 'appointment':
      return task.phone !== null ? 'call' : task.contact !== null ? 'customer' : null;
    case 'questions':
      return 'questions';
  }
}

/** "Next promise 16:00", or how many are overdue; empty where nothing was promised. */
export function promiseSummary(todo: readonly QueueItem[], now: number, { t, next, locale }: QueueWords): string {
  const due = todo.flatMap(({ task, dueAt }) => (task.kind === 'appointment' || dueAt === null ? [] : [dueAt]));
  const overdue = due.filter((at) => at < now).length;
  if (overdue > 0) return next.overdue(overdue);
  return due.length === 0 ? '' : next.promise(promiseTime(Math.min(...due), now, locale, t));
}

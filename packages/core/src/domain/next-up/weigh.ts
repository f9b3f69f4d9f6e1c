import { recogniseComplaint } from '../complaint/recognise-complaint.ts';
import { hasAngerWord } from '../priority/anger-words.ts';
import type { Mood } from '../priority/mood.ts';
import type { PriorityRules } from '../priority/priority-rule.ts';
import { levelOf, scoreOf } from '../priority/score.ts';
import type { PriorityFacts, PriorityReason } from '../priority/score.ts';
import type { Site } from '../site.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Visitor } from '../visitor.ts';
import type { QueueItem, QueueSubject } from './queue-item.ts';
import { appointmentReasons, dueReasons, liveReasons, questionReasons } from './queue-reasons.ts';

/** Questions are counted up to so many: more make nothing more urgent. */
export const MOST_QUESTIONS = 100;

type Told = Pick<QueueItem, 'place' | 'reasons' | 'since' | 'dueAt' | 'stamp'>;

/**
 * What presses about something, in points that add up.
 * @param ofChat the site's own reasons for a chat (`chatReasons`)
 * @param now UTC milliseconds
 */
export function weigh(
  subject: QueueSubject,
  { levels }: Pick<PriorityRules, 'levels'>,
  ofChat: readonly PriorityReason[],
  now: number,
): QueueItem {
  const told = tell(subject, ofChat, now);
  const sum = told.reasons.reduce((total, { points }) => total + points, 0);
  const score = Math.min(100, Math.max(0, sum));
  return { ...told, subject, score, level: levelOf(score, levels) };
}

function tell(subject: QueueSubject, ofChat: readonly PriorityReason[], now: number): Told {
  switch (subject.kind) {
    case 'chat': {
      const { conversation, ticket } = subject;
      const since = conversation.waitingSince ?? conversation.lastVisitorAt;
      const dueAt = conversation.promisedFor ?? ticket?.dueAt ?? null;
      const own = ticket === null ? ofChat : withTicket(ticket.reasons, ofChat);
      return {
        place: { kind: 'chat', subject: conversation.key },
        reasons: [...own, ...liveReasons(conversation.state === 'owner', since, now), ...dueReasons(dueAt, now)],
        ...{ since, dueAt, stamp: conversation.lastVisitorAt },
      };
    }
    case 'ticket': {
      const { ticket } = subject;
      const known = ticket.reasons.reduce((sum, { points }) => sum + points, 0);
      // A ticket that no rule speaks of still has its plain priority.
      const plain = { name: 'ticket', points: ticket.priority, text: { en: 'open ticket', zh: '待处理工单' } };
      return {
        place: { kind: 'ticket', subject: ticket.number },
        reasons: [...(known === 0 ? [plain] : ticket.reasons), ...dueReasons(ticket.dueAt, now)],
        ...{ since: ticket.createdAt, dueAt: ticket.dueAt, stamp: ticket.updatedAt },
      };
    }
    case 'appointment': {
      const { key, startsAt } = subject.appointment;
      return {
        place: { kind: 'appointment', subject: key },
        reasons: appointmentReasons(startsAt, now),
        ...{ since: startsAt, dueAt: startsAt, stamp: startsAt },
      };
    }
    case 'questions':
      return {
        place: { kind: 'questions', subject: 0 },
        reasons: questionReasons(subject.count, MOST_QUESTIONS),
        ...{ since: subject.at, dueAt: null, stamp: subject.newest },
      };
  }
}

/** Who lost their temper after the request was made presses more than it does: each reason counts once. */
function withTicket(known: readonly PriorityReason[], ofChat: readonly PriorityReason[]): PriorityReason[] {
  const names = new Set(known.map(({ name }) => name));
  return [...known.filter(({ name }) => name !== 'waits'), ...ofChat.filter(({ name }) => !names.has(name))];
}

/** What a visitor said, in words of their own. */
export interface SaidInChat {
  readonly text: string;
  /** While they waited for a person, and not to the bot. */
  readonly toPerson: boolean;
}

/**
 * What the site's rules say of a chat. Waiting is not counted here: minutes matter in a chat, not hours.
 * @param said since a person last answered, oldest first: who complains and then asks "hello?" complains still
 * @param moodOf asked only where the words alone leave open whether they complain
 */
export function chatReasons(
  conversation: Conversation,
  visitor: Visitor,
  customer: PriorityFacts['customer'],
  { priority, complaints }: Pick<Site, 'priority' | 'complaints'>,
  said: readonly SaidInChat[],
  moodOf: (said: string) => Mood,
): readonly PriorityReason[] {
  const facts: PriorityFacts = {
    said: said.map(({ text }) => text),
    ...{ category: null, intents: [], messagesToday: 0, orderTotal: 0, waitingSince: null },
    mood: said.some(({ text }) => hasAngerWord(text)) ? 'angry' : 'neutral',
    complaint: said.some((one) => complains(one, complaints, moodOf)),
    customer,
    danger: conversation.urgent,
    locale: conversation.locale,
    verified: visitor.verified,
  };
  return scoreOf(facts, priority, conversation.lastVisitorAt).reasons;
}

function complains(
  { text, toPerson }: SaidInChat,
  policy: Site['complaints'],
  moodOf: (said: string) => Mood,
): boolean {
  const words = { text, intents: () => [], mood: () => moodOf(text) };
  return recogniseComplaint(toPerson ? { ...words, toPerson } : words, policy).complaint;
}

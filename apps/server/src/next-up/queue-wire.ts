import { queueId, queueOrder, ticketName } from '@solodesk/core';
import type { Site } from '@solodesk/core';
import type { QueuedItem } from '@solodesk/core/use-cases';
import type { QueueItem, QueueTask } from '@solodesk/protocol/owner';
import type { CalledVisitors } from '../realtime/contact-names.ts';
import { visitorName } from '../realtime/wire-mapping.ts';

const MOST_TEXT = 200;

/**
 * An item of the queue as consoles read it.
 * @param called of the visitors in `chattersOf` the queue
 */
export function toQueueItem(
  { item, away }: QueuedItem,
  { ticketPrefix }: Pick<Site, 'ticketPrefix'>,
  called: CalledVisitors,
): QueueItem {
  const { place, score, level, reasons, since, dueAt, stamp } = item;
  return {
    id: queueId(place),
    ...shown(item, ticketPrefix, called),
    ...{ score, level, since, dueAt, stamp },
    reasons: reasons.map(({ name, points, text }) => ({ name, points, text: { ...text } })),
    order: queueOrder(item),
    away: away && { until: away.until },
  };
}

/** Numbers of the visitors who are in the queue with a chat. */
export function chattersOf(queue: readonly QueuedItem[]): number[] {
  return queue.flatMap(({ item: { subject } }) => (subject.kind === 'chat' ? [subject.visitor.key] : []));
}

function shown(
  { subject }: QueuedItem['item'],
  prefix: string,
  called: CalledVisitors,
): { task: QueueTask; title: string; text: string } {
  switch (subject.kind) {
    case 'chat': {
      const { conversation, visitor, ticket } = subject;
      return {
        task: {
          kind: 'chat',
          conversation: conversation.id,
          ticket: ticket && ticketName(prefix, ticket.number),
          verified: visitor.verified,
          urgent: conversation.urgent,
        },
        title: visitorName(visitor, called.get(visitor.key)),
        text: cut(conversation.preview),
      };
    }
    case 'ticket': {
      const { number, subject: about, contact, complaint } = subject.ticket;
      const who = contact.name ?? contact.email ?? contact.phone;
      const name = ticketName(prefix, number);
      return {
        task: { kind: 'ticket', number, name, complaint: complaint !== undefined },
        title: who ?? name,
        text: cut(about),
      };
    }
    case 'appointment': {
      const { appointment, contact } = subject;
      const { startsAt, endsAt, service, details } = appointment;
      const told = details.filter(({ sensitive }) => !sensitive).map(({ value }) => value);
      return {
        task: {
          ...{ kind: 'appointment', startsAt, endsAt },
          phone: contact?.phone ?? null,
          contact: contact?.key ?? null,
        },
        title: contact?.name ?? contact?.email ?? contact?.phone ?? '',
        text: cut([service, ...told].join(' · ')),
      };
    }
    case 'questions':
      return { task: { kind: 'questions', count: subject.count }, title: '', text: cut(subject.text) };
  }
}

/** Whole characters: half of an emoji is none. */
function cut(text: string): string {
  return text.length <= MOST_TEXT ? text : `${[...text].slice(0, MOST_TEXT - 1).join('')}…`;
}

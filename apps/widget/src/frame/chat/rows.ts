import type { ChatItem } from '@solodesk/client';
import type { Attachment, Link, LogEvent } from '@solodesk/protocol/visitor';

/** How far a message of the visitor's has come. `trying`: it was not taken, and is sent again by itself; `later`:
 * so it is, since there were too many in a short time. */
export type Delivery = 'queued' | 'sending' | 'sent' | 'seen' | 'later' | 'trying' | 'failed';

export interface MessageRow {
  kind: 'message';
  key: string;
  from: 'me' | 'bot' | 'owner';
  /** The person's name, if a person wrote it. */
  name?: string;
  text: string;
  links?: Link[];
  files?: readonly Attachment[];
  at: number;
  delivery?: Delivery;
  clientId?: string;
  /** The next row goes on in the same voice and minute: time and state stand there. */
  goesOn: boolean;
}

type Happening = Exclude<LogEvent, { type: 'visitor_message' | 'bot_message' | 'owner_message' | 'ticket' | 'erased' }>;

type TicketEvent = Extract<LogEvent, { type: 'ticket' }>;

export type Row =
  | MessageRow
  | { kind: 'day'; key: string; at: number }
  | { kind: 'event'; key: string; event: Happening }
  /** The last word about a ticket: its card wanders down with it. */
  | { kind: 'ticket'; key: string; event: TicketEvent };

function delivery(item: Extract<ChatItem, { type: 'outbox' }>): Delivery {
  if (item.status !== 'queued' || !item.error) return item.status;
  return item.error.kind === 'rate_limited' ? 'later' : 'trying';
}

function message(item: ChatItem, ownerSeenSeq: number): MessageRow | null {
  const { at, attachments: files } = item as Extract<ChatItem, { type: 'outbox' }>;
  const base = { kind: 'message', at, files, goesOn: false } as const;
  switch (item.type) {
    case 'outbox':
      return {
        ...base,
        key: item.clientId,
        from: 'me',
        text: item.text,
        delivery: delivery(item),
        clientId: item.clientId,
      };
    case 'visitor_message':
      return {
        ...base,
        key: item.clientId,
        from: 'me',
        text: item.text,
        delivery: item.seq <= ownerSeenSeq ? 'seen' : 'sent',
      };
    case 'bot_message':
      return { ...base, key: `${item.seq}`, from: 'bot', text: item.text, links: item.links };
    case 'owner_message':
      return { ...base, key: `${item.seq}`, from: 'owner', name: item.name, text: item.text };
    default:
      return null;
  }
}

function belongsTo(a: MessageRow, b: MessageRow): boolean {
  const sameMinute = Math.floor(a.at / 60_000) === Math.floor(b.at / 60_000);
  return a.from === b.from && a.name === b.name && a.delivery === b.delivery && sameMinute;
}

/** A ticket has one card, where the last was heard of it. */
function isOutdated(item: ChatItem, items: readonly ChatItem[]): boolean {
  return (
    item.type === 'ticket' &&
    items.some((other) => other.type === 'ticket' && other.number === item.number && other.seq > item.seq)
  );
}

/**
 * What the log shows, in order: day lines, messages, and what happened in between.
 *
 * @param dayOf names the day of a time, in the visitor's zone
 */
export function rowsOf(items: readonly ChatItem[], ownerSeenSeq: number, dayOf: (at: number) => string): Row[] {
  const rows: Row[] = [];
  let day = '';
  let last: MessageRow | null = null;
  for (const item of items) {
    if (item.type === 'erased' || isOutdated(item, items)) continue;
    const today = dayOf(item.at);
    if (today !== day) rows.push({ kind: 'day', key: `day-${(day = today)}`, at: item.at });
    const row = message(item, ownerSeenSeq);
    if (row && last && rows.at(-1) === last) last.goesOn = belongsTo(last, row) && row.delivery !== 'failed';
    if (item.type === 'ticket') rows.push({ kind: 'ticket', key: `ticket-${item.number}`, event: item });
    else rows.push(row ?? { kind: 'event', key: `${'seq' in item ? item.seq : ''}`, event: item as Happening });
    last = row;
  }
  return rows;
}

import type { Owed, StoredConversation, ViewerHistory, Violation } from './history.ts';

/** A mail is sent at least once, and only where its sender died in the middle a second time. */
const MOST_SENT = 2;

/** What was promised to people outside of the log: tickets, mails, times. */
export function checkOwed(
  { tickets, mails, appointments }: Owed,
  viewers: readonly ViewerHistory[],
  conversations: readonly StoredConversation[],
): Violation[] {
  return [
    ...checkTickets(tickets, viewers, conversations),
    ...mails.flatMap(({ id, isDone, received }): Violation[] => {
      if (received > MOST_SENT) return [{ kind: 'mail_too_often', detail: `${id} arrived ${received} times` }];
      if (isDone && received === 0) return [{ kind: 'mail_not_sent', detail: `${id} is done and never arrived` }];
      return [];
    }),
    ...checkTimes(appointments),
  ];
}

/** Every number that somebody was shown is one ticket of that conversation, and no number is given twice. */
function checkTickets(
  tickets: Owed['tickets'],
  viewers: readonly ViewerHistory[],
  conversations: readonly StoredConversation[],
): Violation[] {
  const known = new Set(conversations.map(({ id }) => id));
  const promised = new Map<string, string>();
  for (const { promised: shown = [] } of viewers) {
    for (const { conversation, name } of shown)
      if (known.has(conversation)) promised.set(`${conversation} ${name}`, name);
  }
  return [...promised].flatMap(([key, name]): Violation[] => {
    const [conversation = ''] = key.split(' ');
    const found = tickets.filter((ticket) => ticket.name === name);
    const own = found.filter((ticket) => ticket.conversation === conversation);
    if (found.length === 1 && own.length === 1) return [];
    const detail = `${name} was promised and exists ${found.length} times, ${own.length} of them here`;
    return [{ kind: 'ticket_not_once', conversation, detail }];
  });
}

/** Booked times of one site and resource do not overlap. */
function checkTimes(appointments: Owed['appointments']): Violation[] {
  const violations: Violation[] = [];
  const sorted = [...appointments].sort((a, b) => a.place.localeCompare(b.place) || a.from - b.from || a.to - b.to);
  let before: Owed['appointments'][number] | undefined;
  for (const time of sorted) {
    if (before !== undefined && before.place === time.place && time.from < before.to) {
      violations.push({ kind: 'slot_sold_twice', detail: `${before.id} and ${time.id} overlap at ${time.from}` });
    }
    if (before === undefined || before.place !== time.place || time.to > before.to) before = time;
  }
  return violations;
}

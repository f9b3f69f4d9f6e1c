import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addNote,
  closeByTime,
  completeTicket,
  ownerAnswers,
  recategorize,
  reroute,
  rescore,
  setTicketState,
  visitorAdds,
} from './ticket-commands.ts';
import { completedBy, subjectOf } from './ticket-draft.ts';
import { TO_OWNER } from './ticket-route.ts';
import type { TicketRoute } from './ticket-route.ts';
import { PLAIN_PRIORITY, newTicket, ticketName, ticketNumberIn } from './ticket.ts';
import type { Ticket, TicketActor, TicketChange, TicketHistoryEntry, TicketState } from './ticket.ts';

const DAY = 86_400_000;
const MARA: TicketActor = { kind: 'owner', name: 'Mara' };
const TECHNICIAN: TicketRoute = {
  target: { to: 'address', name: 'Technician', mail: 'tech@home.example' },
  rule: 'repairs',
  because: [{ on: 'category', was: 'repairs' }],
  byHand: false,
};

function made(route = TO_OWNER): TicketChange {
  return newTicket(
    {
      ...{ category: 'returns', form: 'return', subject: 'Return of order 1042', missing: ['photo'], locale: 'en' },
      details: [{ slot: 'order', label: 'Order', value: '1042', sensitive: false }],
      contact: { email: 'ada@home.example' },
    },
    {
      ...{ id: 'id', site: 'shop', number: 17, at: 1_000, by: { kind: 'visitor' }, route },
      ...{ priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
    },
  );
}

const fresh = made().next;
const then = (change: TicketChange | null): Ticket => {
  if (change === null) throw new Error('nothing was changed');
  return change.next;
};
const told = (change: TicketChange | null) => change?.history.map(({ what }) => what);

describe('a ticket', () => {
  it('is new, and its history begins with that; where it goes to somebody else, that is told too', () => {
    expect(made().next).toMatchObject({ state: 'new', version: 1, number: 17, solvedAt: null });
    expect(told(made())).toEqual([{ type: 'made' }]);
    expect(told(made(TECHNICIAN))).toEqual([{ type: 'made' }, { type: 'routed', route: TECHNICIAN }]);
  });

  it('waits for the customer once it is answered, and is open again when they write', () => {
    const waiting = ownerAnswers(fresh, 'Mara', 4, 2_000);
    expect(then(waiting).state).toBe('waiting');
    const open = visitorAdds(then(waiting), 5, 3_000);
    expect(then(open).state).toBe('open');
    expect(told(open)).toEqual([
      { type: 'added', seq: 5 },
      { type: 'state', from: 'waiting', to: 'open' },
    ]);
  });

  it('was promised an answer until one comes; a complaint keeps its deadline', () => {
    const promised: Ticket = { ...fresh, dueAt: 9_000 };
    const complaint = { warnAt: 8_000, proposal: null, verdict: null };
    const answered = (ticket: Ticket) => then(ownerAnswers(ticket, 'Mara', 4, 2_000));
    expect(answered(promised).dueAt).toBe(null);
    expect(then(visitorAdds(answered(promised), 5, 3_000)).dueAt).toBe(null);
    expect(answered({ ...promised, complaint }).dueAt).toBe(9_000);
    expect(then(setTicketState(promised, 'waiting', MARA, 2_000)).dueAt).toBe(9_000);
  });

  it('that is solved is reopened by an answer of the customer, not by a last word of the owner', () => {
    const solved = then(setTicketState(fresh, 'solved', MARA, 2_000));
    expect(solved).toMatchObject({ state: 'solved', solvedAt: 2_000 });
    expect(then(ownerAnswers(solved, 'Mara', 4, 2_500)).state).toBe('solved');
    const reopened = visitorAdds(solved, 5, 3_000);
    expect(then(reopened)).toMatchObject({ state: 'open', solvedAt: null });
    expect(told(reopened)).toContainEqual({ type: 'state', from: 'solved', to: 'open', reopened: true });
  });

  it('is closed 14 days after it was solved, not a millisecond earlier, and for good', () => {
    const solved = then(setTicketState(fresh, 'solved', MARA, 2_000));
    expect(closeByTime(solved, 2_000 + 14 * DAY - 1)).toBeNull();
    const closed = then(closeByTime(solved, 2_000 + 14 * DAY));
    expect(closed).toMatchObject({ state: 'closed', solvedAt: 2_000 });
    expect(visitorAdds(closed, 1, 9e9)).toBeNull();
    expect(setTicketState(closed, 'open', MARA, 9e9)).toBeNull();
    expect(then(addNote(closed, 'Sent him a card.', 'Mara', 9e9)).state).toBe('closed');
  });

  it('takes what comes in later, whose word counts, and says what was new', () => {
    const email = { contact: { email: 'ada@home.example' }, missing: [] };
    const photo = { slot: 'photo', label: 'Photo', value: 'none', sensitive: false };
    const order = { slot: 'order', label: 'Order', value: '1043', sensitive: false };
    const more = completeTicket(fresh, { ...email, details: [order, photo] }, { kind: 'visitor' }, 2_000);
    expect(then(more)).toMatchObject({ details: [order, photo], missing: [] });
    expect(told(more)).toEqual([{ type: 'completed', slots: ['order', 'photo'] }]);
    expect(completeTicket(then(more), { ...email, details: [photo] }, { kind: 'visitor' }, 3_000)).toBeNull();
    const phone = { details: [], contact: { phone: '+4930123456' }, missing: [] };
    expect(told(completeTicket(fresh, phone, { kind: 'visitor' }, 3_000))).toEqual([
      { type: 'completed', slots: ['phone'] },
    ]);
  });

  it('keeps what was said before beside what is said later', () => {
    const earlier = { details: fresh.details, contact: { name: 'Ada', email: 'a@home.example' } };
    const later = { details: [], contact: { email: 'b@home.example' }, missing: [] };
    expect(completedBy(earlier, later)).toEqual({
      details: fresh.details,
      contact: { name: 'Ada', email: 'b@home.example' },
      missing: [],
    });
  });

  it('is not rescored once it is settled, and is looked at again when it is reopened', () => {
    const urgent = { ...PLAIN_PRIORITY, priority: 90, level: 'urgent' as const, rescoreAt: 5_000 };
    expect(told(rescore(fresh, urgent, 2_000))).toEqual([{ type: 'priority', from: 30, to: 90 }]);
    const solved = then(setTicketState(then(rescore(fresh, urgent, 2_000)), 'solved', MARA, 2_500));
    expect(solved.rescoreAt).toBeNull();
    expect(rescore(solved, urgent, 3_000)).toBeNull();
    expect(then(visitorAdds(solved, null, 3_000)).rescoreAt).toBe(3_000);
    expect(told(rescore(fresh, { ...PLAIN_PRIORITY, rescoreAt: 9_000 }, 2_000))).toEqual([]);
    expect(rescore(fresh, PLAIN_PRIORITY, 2_000)).toBeNull();
  });

  it('changes category and hands only where they are others', () => {
    expect(recategorize(fresh, 'returns', MARA, 2_000)).toBeNull();
    expect(then(recategorize(fresh, 'repairs', MARA, 2_000)).category).toBe('repairs');
    expect(reroute(fresh, { ...TO_OWNER, byHand: true }, MARA, 2_000)).toBeNull();
    expect(then(reroute(fresh, TECHNICIAN, MARA, 2_000)).route).toEqual(TECHNICIAN);
  });
});

describe('the name of a ticket', () => {
  it('is the site’s prefix and a number that people can say', () => {
    expect(ticketName('SHOP', 17)).toBe('SHOP-T17');
  });

  it.each(['SHOP-T17', 'shop-t17', ' #shop-t17 ', 'T17', 't17', '17', '#17'])('is understood as %j', (text) => {
    expect(ticketNumberIn(text, 'SHOP')).toBe(17);
  });

  it.each(['BAKERY-T17', 'SHOP-T', 'shop', '', 'T1.7', '12345678901', 'seventeen'])('is not %j', (text) => {
    expect(ticketNumberIn(text, 'SHOP')).toBeNull();
  });
});

describe('the subject of free words', () => {
  it('is one line, cut without breaking a character in two', () => {
    expect(subjectOf('  my mug\n\n is   broken ')).toBe('my mug is broken');
    const long = subjectOf(`${'x'.repeat(118)}🧵🧵🧵`);
    expect(long).toBe(`${'x'.repeat(118)}…`);
    expect(subjectOf('y'.repeat(500))).toHaveLength(120);
  });
});

/** Everything that may happen to a ticket. */
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('adds', 'answers', 'closes', 'note', 'completes', 'rescores') }),
  fc.record({ do: fc.constantFrom('open', 'waiting', 'solved') }),
);
const moves = fc.array(fc.record({ step, wait: fc.constantFrom(-5, 0, 1_000, DAY, 15 * DAY) }), { maxLength: 40 });

function apply(ticket: Ticket, action: string, at: number): TicketChange | null {
  if (action === 'adds') return visitorAdds(ticket, 1, at);
  if (action === 'answers') return ownerAnswers(ticket, 'Mara', 2, at);
  if (action === 'closes') return closeByTime(ticket, at);
  if (action === 'note') return addNote(ticket, 'a remark', 'Mara', at);
  if (action === 'rescores') return rescore(ticket, { ...PLAIN_PRIORITY, priority: at % 100 }, at);
  if (action === 'completes') {
    const more = { details: [], contact: { phone: `+49${at}` }, missing: [] };
    return completeTicket(ticket, more, { kind: 'visitor' }, at);
  }
  return setTicketState(ticket, action as 'open', MARA, at);
}

const MAY_FOLLOW: Record<TicketState, readonly TicketState[]> = {
  new: ['open', 'waiting', 'solved'],
  open: ['waiting', 'solved'],
  waiting: ['open', 'solved'],
  solved: ['open', 'waiting', 'closed'],
  closed: [],
};

describe('whatever happens to a ticket, in whatever order', () => {
  it('its states follow each other as they may, its history tells each of them, and nothing goes back in time', () => {
    fc.assert(
      fc.property(moves, (story) => {
        let ticket = fresh;
        let now = 1_000;
        const history: TicketHistoryEntry[] = [...made().history];
        for (const { step: action, wait } of story) {
          now += wait;
          const before = ticket;
          const change = apply(ticket, action.do, now);
          if (change === null) continue;
          expect(change.expectedVersion).toBe(before.version);
          ticket = change.next;
          expect(ticket.version).toBe(before.version + 1);
          if (ticket.state !== before.state) expect(MAY_FOLLOW[before.state]).toContain(ticket.state);
          expect(ticket.solvedAt === null).toBe(ticket.state !== 'solved' && ticket.state !== 'closed');
          if (ticket.solvedAt !== null) expect(ticket.rescoreAt).toBeNull();
          expect([ticket.id, ticket.number, ticket.createdAt]).toEqual(['id', 17, 1_000]);
          history.push(...change.history);
        }
        expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).sort((a, b) => a - b));
        // The history alone gives the state.
        let state: TicketState = 'new';
        for (const { what } of history) {
          if (what.type !== 'state') continue;
          expect(what.from).toBe(state);
          expect(what.reopened === true).toBe(what.from === 'solved' && what.to !== 'closed');
          state = what.to;
        }
        expect(state).toBe(ticket.state);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { ownerAnswers, setTicketState } from '../ticket/ticket-commands.ts';
import { TO_OWNER } from '../ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../ticket/ticket.ts';
import type { Ticket, TicketChange } from '../ticket/ticket.ts';
import { complaintStage, isComplaintTicket } from './complaint-stage.ts';
import { isDeadlineNear, judgeProposal, proposeRemedy, warnOfDeadline } from './complaint-commands.ts';
import { complaintDeadline, openComplaint } from './complaint-deadline.ts';
import { DEFAULT_COMPLAINTS } from './complaint-policy.ts';

const HOUR = 3_600_000;
const REFUND = { remedy: 'refund', text: 'We refund the full price.' };
const LATER = { dueAt: 90 * HOUR, warnAt: 80 * HOUR };

const deadline = complaintDeadline(DEFAULT_COMPLAINTS, HOUR, (from, businessMs) => from + businessMs);
const draft = {
  ...{ category: 'complaint', form: 'complaint', subject: 'Broken vase', missing: [], locale: 'en' as const },
  ...{ details: [], contact: { email: 'ada@home.example' } },
};
const birth = {
  ...{ id: 'id', site: 'shop', number: 17, at: HOUR, by: { kind: 'visitor' as const }, route: TO_OWNER },
  ...{ priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
};
const complaint = newTicket(draft, { ...birth, ...openComplaint(deadline) }).next;
const question = newTicket(draft, birth).next;

function then(change: TicketChange | null): Ticket {
  if (change === null) throw new Error('nothing was changed');
  return change.next;
}
const stage = (ticket: Ticket) => (isComplaintTicket(ticket) ? complaintStage(ticket) : null);
const told = (change: TicketChange | null) => change?.history.map(({ what }) => what.type);

describe('a complaint', () => {
  it('has a deadline in business time, and a reminder before it', () => {
    expect(complaint).toMatchObject({ dueAt: 17 * HOUR, complaint: { warnAt: 13 * HOUR } });
    expect(stage(complaint)).toBe('received');
    expect(stage(question)).toBeNull();
  });

  it("reminds its owner once when the deadline nears, and never when it is the customer's turn", () => {
    expect(isDeadlineNear(complaint, 13 * HOUR - 1)).toBe(false);
    expect(warnOfDeadline(complaint, 13 * HOUR - 1)).toBeNull();
    const warned = warnOfDeadline(complaint, 13 * HOUR);
    expect(told(warned)).toEqual(['warned']);
    expect(isDeadlineNear(then(warned), 20 * HOUR)).toBe(false);
    expect(isDeadlineNear(then(ownerAnswers(complaint, 'Mei', null, 2 * HOUR)), 20 * HOUR)).toBe(false);
    expect(warnOfDeadline(question, 20 * HOUR)).toBeNull();
  });

  it('is answered by a proposal, which the customer accepts', () => {
    const proposed = proposeRemedy(complaint, REFUND, 'Mei', 2 * HOUR);
    expect(told(proposed)).toEqual(['proposed', 'state']);
    const offered = then(proposed);
    expect(offered).toMatchObject({ state: 'waiting', dueAt: null, complaint: { warnAt: null, proposal: REFUND } });
    expect(stage(offered)).toBe('proposed');
    const accepted = then(judgeProposal(offered, true, 3 * HOUR, LATER));
    expect(accepted).toMatchObject({ state: 'open', dueAt: null, complaint: { verdict: { accepted: true } } });
    expect(stage(accepted)).toBe('accepted');
    const settled = then(setTicketState(accepted, 'solved', { kind: 'owner', name: 'Mei' }, 4 * HOUR));
    expect(stage(settled)).toBe('settled');
    expect(settled.complaint?.verdict?.accepted).toBe(true);
  });

  it('has a new deadline when the customer declines, and takes another proposal', () => {
    const declined = then(judgeProposal(then(proposeRemedy(complaint, REFUND, 'Mei', HOUR)), false, 3 * HOUR, LATER));
    expect(declined).toMatchObject({ state: 'open', dueAt: LATER.dueAt, complaint: { warnAt: LATER.warnAt } });
    expect(stage(declined)).toBe('declined');
    const again = then(proposeRemedy(declined, { remedy: null, text: 'I bring you a new one.' }, 'Mei', 4 * HOUR));
    expect(again.complaint).toMatchObject({ proposal: { text: 'I bring you a new one.' }, verdict: null });
  });

  it('is judged once a proposal, and not before there is one', () => {
    expect(judgeProposal(complaint, true, 2 * HOUR, LATER)).toBeNull();
    const accepted = then(judgeProposal(then(proposeRemedy(complaint, REFUND, 'Mei', HOUR)), true, 2 * HOUR, LATER));
    expect(judgeProposal(accepted, false, 3 * HOUR, LATER)).toBeNull();
  });

  it('is the only request that remedies are proposed for', () => {
    expect(proposeRemedy(question, REFUND, 'Mei', 2 * HOUR)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { ownerAnswers, setTicketState } from '../ticket/ticket-commands.ts';
import { TO_OWNER } from '../ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../ticket/ticket.ts';
import type { Ticket, TicketChange } from '../ticket/ticket.ts';
import { complaintStage, isComplaintTicket } from './complaint-stage.ts';
import { isDeadlineNear, judgeProposal, proposeRemedy, warnOfDeadline } from './complaint-commands.ts';
import type { RemedyChoice } from './complaint-case.ts';
import { complaintDeadline, openComplaint } from './complaint-deadline.ts';
import { DEFAULT_COMPLAINTS } from './complaint-policy.ts';

const HOUR = 3_600_000;
const REFUND = { remedy: 'refund', text: 'We refund the full price.', label: null };
const NEW_ONE = { remedy: null, text: 'I bring you a new one.', label: null };
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

/** Answers to an offer of hour 1. */
const FIRST = { at: HOUR, taken: 0 };
const NOTHING = { at: HOUR, taken: null };
const offered = (...choices: RemedyChoice[]) => then(proposeRemedy(complaint, choices, 'Mei', HOUR));

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
    const proposed = proposeRemedy(complaint, [REFUND], 'Mei', 2 * HOUR);
    expect(told(proposed)).toEqual(['proposed', 'state']);
    const proposal = then(proposed);
    expect(proposal).toMatchObject({ state: 'waiting', dueAt: null, complaint: { warnAt: null } });
    expect(proposal.complaint?.proposal).toEqual({ choices: [REFUND], by: 'Mei', at: 2 * HOUR });
    expect(stage(proposal)).toBe('proposed');
    const accepted = then(judgeProposal(proposal, { at: 2 * HOUR, taken: 0 }, 3 * HOUR, LATER));
    expect(accepted).toMatchObject({
      state: 'open',
      dueAt: null,
      complaint: { verdict: { accepted: true, chosen: REFUND } },
    });
    expect(stage(accepted)).toBe('accepted');
    const settled = then(setTicketState(accepted, 'solved', { kind: 'owner', name: 'Mei' }, 4 * HOUR));
    expect(stage(settled)).toBe('settled');
    expect(settled.complaint?.verdict?.accepted).toBe(true);
  });

  it('has a new deadline when the customer declines, and takes another proposal', () => {
    const declined = then(judgeProposal(offered(REFUND), NOTHING, 3 * HOUR, LATER));
    expect(declined).toMatchObject({ state: 'open', dueAt: LATER.dueAt, complaint: { warnAt: LATER.warnAt } });
    expect(stage(declined)).toBe('declined');
    const again = then(proposeRemedy(declined, [NEW_ONE], 'Mei', 4 * HOUR));
    expect(again.complaint).toMatchObject({ proposal: { choices: [NEW_ONE] }, verdict: null });
  });

  it('is judged once a proposal, and not before there is one', () => {
    expect(judgeProposal(complaint, FIRST, 2 * HOUR, LATER)).toBeNull();
    const accepted = then(judgeProposal(offered(REFUND), FIRST, 2 * HOUR, LATER));
    expect(judgeProposal(accepted, NOTHING, 3 * HOUR, LATER)).toBeNull();
  });

  it('may be offered several things, of which the customer takes one', () => {
    const two = offered(REFUND, NEW_ONE);
    const taken = judgeProposal(two, { at: HOUR, taken: 1 }, 2 * HOUR, LATER);
    expect(then(taken).complaint?.verdict).toEqual({ accepted: true, chosen: NEW_ONE, at: 2 * HOUR });
    expect(taken?.history[0]?.what).toEqual({ type: 'verdict', accepted: true, text: NEW_ONE.text });
    expect(judgeProposal(two, { at: HOUR, taken: 2 }, 2 * HOUR, LATER)).toBeNull();
  });

  it('takes no answer to an offer that another has replaced', () => {
    const again = then(proposeRemedy(offered(REFUND), [NEW_ONE], 'Mei', 3 * HOUR));
    expect(judgeProposal(again, FIRST, 4 * HOUR, LATER)).toBeNull();
    expect(judgeProposal(again, { at: 3 * HOUR, taken: 0 }, 4 * HOUR, LATER)).not.toBeNull();
  });

  it("keeps its deadline and its reminder where the bot made the offer: doing it is still the owner's", () => {
    const byBot = then(proposeRemedy(complaint, [REFUND], null, HOUR));
    expect(byBot).toMatchObject({ state: 'new', dueAt: complaint.dueAt, complaint: { warnAt: 13 * HOUR } });
    for (const answer of [FIRST, NOTHING]) {
      const judged = then(judgeProposal(byBot, answer, 2 * HOUR, LATER));
      expect(judged).toMatchObject({ state: 'new', dueAt: complaint.dueAt, complaint: { warnAt: 13 * HOUR } });
      expect(isDeadlineNear(judged, 13 * HOUR)).toBe(true);
    }
  });

  it('is the only request that remedies are proposed for', () => {
    expect(proposeRemedy(question, [REFUND], 'Mei', 2 * HOUR)).toBeNull();
  });
});

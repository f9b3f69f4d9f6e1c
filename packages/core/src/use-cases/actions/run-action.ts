import { told } from '../../domain/action/action-outcome.ts';
import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import type { SiteAction } from '../../domain/action/site-action.ts';
import { DeskError } from '../../domain/desk-error.ts';
import { localize } from '../../domain/locale.ts';
import type { OutboxJob } from '../../domain/notice/job.ts';
import type { ActionCaller } from '../../ports/action-caller.ts';
import { commitDecision } from '../commit-decision.ts';
import type { Settlement } from '../notices/deliver-entry.ts';
import type { Desk } from '../desk.ts';
import { ActionContext } from './action-context.ts';
import { book } from './book.ts';
import { callSystem } from './call-system.ts';
import type { CallEnd } from './call-system.ts';
import { changeBooking } from './change-booking.ts';
import { orderRequest, orderStatus, returnLabel } from './order-actions.ts';
import { tellLater } from './tell-later.ts';
import { isAwaited, tellOutcome } from './tell-outcome.ts';

type ActionJob = Extract<OutboxJob, { kind: 'action' }>;

/** How often a step that is our own is tried again when something in it throws. */
const OWN_RETRIES = 2;
/** How soon it is looked again whether a site has been learned. Milliseconds. */
const UNTIL_LEARNED = 2_000;
const SETTLED: Settlement = { kind: 'settled' };

/**
 * Runs a step of an action, and lets the bot tell its result. After a crash it is run again, to the same end: what it makes
 * goes by the step's own id, and a result that was told is not awaited any more. When it comes to nothing for good, the
 * fallback is told, and the job is left to the owner.
 */
export async function runAction(desk: Desk, caller: ActionCaller, job: ActionJob, lease: string): Promise<Settlement> {
  const { payload } = job;
  const site = desk.sites.get(job.site);
  const row = await desk.store.findConversation(job.site, payload.conversation);
  const action = site?.actions.find(({ name }) => name === payload.action);
  if (site === null || row === null || action === undefined) return gone();
  const { conversation, visitor } = row;
  const isCall = action.kind === 'call';
  // Who pressed "send again" wants the call made, though nobody waits for its words any more: they hear of it later.
  if (!isAwaited(conversation, payload) && !isCall) return gone();
  if (desk.knowledge.of(site.id) === null) {
    const later = { dueAt: desk.clock.now() + UNTIL_LEARNED, error: 'the site has not been learned yet' };
    await desk.store.postponeJob(job.key, lease, { ...later, counted: false });
    return SETTLED;
  }
  if (!(await desk.store.beginJob(job.key, lease))) return SETTLED;
  const context = new ActionContext({ desk, caller, site, conversation, visitor, payload });
  const end = await perform(context, action);
  if (end.kind === 'done') {
    if (isAwaited(conversation, payload)) await tell(context, end.outcome);
    else await tellLater(context, end.outcome);
    return { kind: 'delivery', delivery: { kind: 'delivered' } };
  }
  const { reason } = end;
  const again = end.again && job.attempts <= (isCall ? action.retries : OWN_RETRIES);
  if (!again) await tell(context, comesToNothing(context, action));
  return { kind: 'delivery', delivery: { kind: 'failed', reason, permanent: !again } };
}

async function perform(context: ActionContext, action: SiteAction): Promise<CallEnd> {
  try {
    if (action.kind === 'call') return await callSystem(context, action);
    return { kind: 'done', outcome: await builtIn(context, action) };
  } catch (cause) {
    // The store is busy: the job stays, and is claimed again when its lease has run out.
    if (cause instanceof DeskError && cause.kind === 'unavailable') throw cause;
    context.desk.log.error({ err: cause, action: action.name, site: context.site.id }, 'an action failed');
    return { kind: 'failed', reason: 'it failed inside; the log says more', again: true };
  }
}

function builtIn(context: ActionContext, action: Exclude<SiteAction, { kind: 'call' }>): Promise<ActionOutcome> {
  switch (action.kind) {
    case 'order-status':
      return orderStatus(context);
    case 'order-request':
      return orderRequest(context, action);
    case 'return-label':
      return returnLabel(context, action);
    case 'book':
      return book(context, action);
    case 'change-booking':
      return changeBooking(context);
  }
}

/** Another turn through the same door as every message: the visitor's lane, their conversation as it is now. */
async function tell(context: ActionContext, outcome: ActionOutcome): Promise<void> {
  const { desk, site, conversation, payload } = context;
  const load = async () => {
    const current = await desk.store.findConversationOfVisitor(site.id, conversation.visitorKey);
    if (current === null) throw new DeskError('not_found', 'the conversation is gone');
    return current;
  };
  const committed = await desk.lanes.run(conversation.visitorKey, () =>
    commitDecision(desk, load, (current, hand) => tellOutcome(desk, site, current, payload, outcome, hand)),
  );
  if (committed === null) await takeBack(context);
}

/** A time that was booked for somebody who could not be told any more is free again. */
async function takeBack({ desk, site, payload }: ActionContext): Promise<void> {
  const booked = await desk.store.findAppointment(site.id, payload.run);
  if (booked?.state === 'booked') await desk.store.cancelAppointment(site.id, booked.id);
}

/** What is said when nothing came of it: the site's own words, and a ticket, so that a person does it. */
function comesToNothing(context: ActionContext, action: SiteAction): ActionOutcome {
  const { site, texts, locale } = context;
  const text = localize(action.fallback, locale) ?? texts.failed(site.ownerName);
  const category = action.kind === 'call' ? action.ticket : action.name;
  const ticket = category === null ? null : context.ticket(category);
  return told(text, { buttons: [context.personButton], ...(ticket !== null && { ticket }) });
}

function gone(): Settlement {
  return { kind: 'delivery', delivery: { kind: 'gone' } };
}

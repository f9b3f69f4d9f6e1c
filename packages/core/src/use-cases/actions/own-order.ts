import { told } from '../../domain/action/action-outcome.ts';
import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import { buttonIntent } from '../../domain/dialogue/forms/form-button.ts';
import type { Order } from '../../domain/records/order.ts';
import type { GuessBucket } from '../../ports/guess-store.ts';
import type { ActionContext } from './action-context.ts';

/** Wrong guesses of one browser ... */
const BY_VISITOR = { burst: 5, perHour: 5 };
/** ... at one order, whoever guesses ... */
const AT_ORDER = { burst: 10, perHour: 5 };
/** ... and of everybody on one site. */
const ON_SITE = { burst: 100, perHour: 120 };

/**
 * The order that is asked for, if it is the asker's: a verified customer's own, or one whose number AND e-mail address they
 * know. No such order and somebody else's are told apart neither by words nor by the way that they take: both cost a guess,
 * ask the store the same questions, and end in the same sentence.
 */
export async function ownOrder(context: ActionContext): Promise<Order | ActionOutcome> {
  const { desk, site, visitor, payload, texts, now } = context;
  const number = (context.valueOf('order') ?? '').trim().toUpperCase();
  const email = context.valueOf('email')?.trim().toLowerCase() ?? null;
  const guess = { id: payload.run, at: now, buckets: bucketsOf(visitor.key, number) };
  if (!(await desk.store.spendGuess(site.id, guess))) {
    return told(texts.tooManyGuesses, { buttons: [context.personButton] });
  }
  const order = await desk.store.findOrder(site.id, number);
  const contact = await desk.store.contactOfVisitor(site.id, visitor.key);
  const owns = visitor.verified && contact?.verified === true && order?.contactKey === contact.key;
  const knows = email !== null && order !== null && order.email === email;
  if (order === null || !(owns || knows)) return notTheirs(context);
  await desk.store.returnGuess(site.id, guess);
  return order;
}

function bucketsOf(visitorKey: number, number: string): GuessBucket[] {
  return [
    { key: `visitor:${visitorKey}`, ...BY_VISITOR },
    { key: `order:${number}`, ...AT_ORDER },
    { key: 'all', ...ON_SITE },
  ];
}

/** Both details are asked for anew: it is not said which of them is wrong. */
function notTheirs(context: ActionContext): ActionOutcome {
  const { texts } = context;
  const order = context.slotOf('order');
  const email = context.slotOf('email');
  if (order === null) return told(texts.noSuchOrder, { buttons: [context.personButton] });
  const empty = [order, email].flatMap((slot) => (slot === null ? [] : [slot.name]));
  return told(texts.noSuchOrder, {
    buttons: [context.personButton, { label: texts.stop, intent: buttonIntent('cancel') }],
    after: { kind: 'ask', slot: order.name, empty, slots: {} },
  });
}

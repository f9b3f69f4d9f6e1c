import { told } from '../../domain/action/action-outcome.ts';
import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import { replyText } from '../../domain/action/site-action.ts';
import type { CallAction } from '../../domain/action/site-action.ts';
import type { ActionContext } from './action-context.ts';

export type CallEnd =
  | { readonly kind: 'done'; readonly outcome: ActionOutcome }
  | { readonly kind: 'failed'; readonly reason: string; readonly again: boolean };

/** Asks the owner's system, and says what it says. */
export async function callSystem(context: ActionContext, action: CallAction): Promise<CallEnd> {
  const { site, payload, visitor, locale, form } = context;
  const answer = await context.caller.call({
    ...{ site: site.id, action, key: payload.key, locale },
    slots: Object.fromEntries(Object.entries(payload.slots).map(([name, { value }]) => [name, value])),
    customer: visitor.verified ? visitor.userId : null,
  });
  if (answer.kind === 'failed') return answer;
  const { reply } = answer;
  const isSlot = (name: string) => form?.slots.some((slot) => slot.name === name) === true;
  const slots = Object.fromEntries(Object.entries(reply.slots).filter(([name]) => isSlot(name)));
  const { ask } = reply;
  return {
    kind: 'done',
    outcome: told(replyText(reply, locale), {
      links: reply.links,
      ...(ask !== null && isSlot(ask) && { after: { kind: 'ask', slot: ask, empty: [ask], slots } }),
    }),
  };
}

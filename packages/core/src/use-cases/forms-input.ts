import type { Conversation } from '../domain/conversation/conversation.ts';
import { plainField } from '../domain/dialogue/customer-facts.ts';
import type { FormsInput } from '../domain/dialogue/forms/forms-input.ts';
import type { SlotValue } from '../domain/dialogue/forms/form-state.ts';
import type { Slot } from '../domain/dialogue/forms/form.ts';
import { stillKnown } from '../domain/dialogue/dialogue-context.ts';
import type { Site } from '../domain/site.ts';
import type { Visitor } from '../domain/visitor.ts';
import type { Desk } from './desk.ts';

/** What a form may ask of one conversation's world. */
export function formsInput(desk: Desk, site: Site, conversation: Conversation, visitor: Visitor | null): FormsInput {
  const { locale } = conversation;
  const timeZone = conversation.timeZone ?? site.timeZone;
  const now = desk.clock.now();
  return {
    timeZone,
    ticketName: null,
    verified: visitor?.verified ?? false,
    find: (text, kinds) => desk.knowledge.of(site.id)?.entities.find(text, { now, timeZone, locale, kinds }) ?? [],
    known: (slot) => knownOf(slot, conversation, visitor, now),
  };
}

/** What was named a while ago, and what the page says of its visitor: both stand in the summary before anything is sent. */
function knownOf(slot: Slot, { context }: Conversation, visitor: Visitor | null, now: number): SlotValue | undefined {
  const value = claimed(slot, visitor) ?? stillKnown(context, now)?.named.find(({ kind }) => kind === slot.type)?.value;
  return value === undefined ? undefined : { value, from: 'known' };
}

function claimed({ type, isName }: Slot, visitor: Visitor | null): string | undefined {
  const claims = visitor?.claims ?? {};
  if (isName) return plainField(claims['name'], 'name');
  if (type === 'email') return plainField(claims['email'], 'email');
  // Only as it is dialled from everywhere: anything else is asked for.
  const phone = type === 'phone' ? plainField(claims['phone'], 'phone') : undefined;
  return phone !== undefined && /^\+[1-9]\d{6,14}$/.test(phone) ? phone : undefined;
}

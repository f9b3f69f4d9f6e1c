import type { Conversation } from '../../domain/conversation/conversation.ts';
import { plainField } from '../../domain/dialogue/answers/customer-facts.ts';
import type { FormsInput } from '../../domain/dialogue/forms/forms-input.ts';
import { dayAt } from '../../domain/dialogue/forms/calendar-day.ts';
import type { OfferedValue, SlotValue } from '../../domain/dialogue/forms/form-state.ts';
import { kindOf } from '../../domain/dialogue/forms/form.ts';
import type { Slot } from '../../domain/dialogue/forms/form.ts';
import { showDate } from '../../domain/dialogue/forms/show-value.ts';
import { stillKnown } from '../../domain/dialogue/dialogue-context.ts';
import type { Site } from '../../domain/site.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { FREE_TO_OFFER } from '../../domain/recommendation.ts';
import type { CustomerRecord } from '../customers/customer-record.ts';
import type { Desk } from '../desk.ts';
import type { TicketHand } from '../tickets/ticket-hand.ts';

/** What a form may ask of one conversation's world. @param hand gives the customer's record, which is read only when a form begins */
export function formsInput(
  desk: Desk,
  site: Site,
  conversation: Conversation,
  visitor: Visitor | null,
  hand: Pick<TicketHand, 'record'>,
): FormsInput {
  const { locale } = conversation;
  const timeZone = conversation.timeZone ?? site.timeZone;
  const now = desk.clock.now();
  const record = () => (visitor === null ? NO_RECORD : recordOf(visitor, hand.record));
  return {
    timeZone,
    verified: visitor?.verified ?? false,
    find: (text, kinds) => desk.knowledge.of(site.id)?.entities.find(text, { now, timeZone, locale, kinds }) ?? [],
    known: (slot) => knownOf(slot, conversation, visitor, now, record),
    offered: (slot) => (slot.type === 'order' ? ordersIn(record(), site, locale) : []),
  };
}

const NO_RECORD: CustomerRecord = { contact: null, orders: [], offering: FREE_TO_OFFER };

/** A verified contact speaks to nobody but a verified visitor: one who signed out knows no more of it. */
function recordOf({ verified }: Visitor, record: CustomerRecord): CustomerRecord {
  return record.contact?.verified === true && !verified ? NO_RECORD : record;
}

/**
 * What was named in this talk comes first, then what the business knows of its customer (or this visitor said of themselves before),
 * then what the page says of its visitor. All of it stands in the summary before anything is sent.
 */
function knownOf(
  slot: Slot,
  { context }: Conversation,
  visitor: Visitor | null,
  now: number,
  record: () => CustomerRecord,
): SlotValue | undefined {
  const wanted = kindOf(slot);
  const named = stillKnown(context, now)?.named.find(({ kind }) => kind === wanted)?.value;
  const value = named ?? recorded(slot, record) ?? claimed(slot, visitor);
  return value === undefined ? undefined : { value, from: 'known' };
}

/** Which order of several it is, is asked; and a customer with a single one may mean none where none is needed. */
function recorded({ type, isName, required }: Slot, record: () => CustomerRecord): string | undefined {
  if (isName) return record().contact?.name ?? undefined;
  if (type === 'email' || type === 'phone') return record().contact?.[type] ?? undefined;
  if (type !== 'order' || !required) return undefined;
  const [only, ...others] = record().orders;
  return others.length === 0 ? only?.number : undefined;
}

function ordersIn({ orders }: CustomerRecord, site: Site, locale: Conversation['locale']): OfferedValue[] {
  return orders.map(({ number, placedAt }) => {
    return { value: number, label: `${number} · ${showDate(dayAt(placedAt, site.timeZone), locale)}` };
  });
}

function claimed({ type, isName }: Slot, visitor: Visitor | null): string | undefined {
  const claims = visitor?.claims ?? {};
  if (isName) return plainField(claims['name'], 'name');
  if (type === 'email') return plainField(claims['email'], 'email');
  // Only as it is dialled from everywhere: anything else is asked for.
  const phone = type === 'phone' ? plainField(claims['phone'], 'phone') : undefined;
  return phone !== undefined && /^\+[1-9]\d{6,14}$/.test(phone) ? phone : undefined;
}

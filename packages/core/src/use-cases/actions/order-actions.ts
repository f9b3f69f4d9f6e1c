import { told } from '../../domain/action/action-outcome.ts';
import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import { orderLines, orderPlaced, orderSum } from '../../domain/action/order-words.ts';
import type { OrderRequestAction, ReturnLabelAction } from '../../domain/action/site-action.ts';
import { fillFields } from '../../domain/dialogue/answers/fill-fields.ts';
import { localize } from '../../domain/locale.ts';
import type { Order } from '../../domain/records/order.ts';
import type { TicketDetail, TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import type { ActionContext } from './action-context.ts';
import { ownOrder } from './own-order.ts';

/** Where an order stands, told to whom it belongs. */
export async function orderStatus(context: ActionContext): Promise<ActionOutcome> {
  const order = await ownOrder(context);
  if ('after' in order) return order;
  const { texts, locale } = context;
  const sum = orderSum(order, locale);
  const text = [
    texts.order(order.number, order.statusText ?? texts.orderStatus[order.status]),
    ...orderLines(order, texts),
    texts.placed(orderPlaced(order, context.site.timeZone, locale)),
    ...(sum === null ? [] : [texts.total(sum)]),
  ].join('\n');
  return told(text, { links: tracking(order, texts.track) });
}

/** A wish about an order becomes a ticket that holds the order as the shop knows it. */
export async function orderRequest(context: ActionContext, action: OrderRequestAction): Promise<ActionOutcome> {
  const order = await ownOrder(context);
  if ('after' in order) return order;
  const ticket = ticketAbout(context, order, action.category);
  return told('', { ...(ticket !== null && { ticket }) });
}

/** How the parcel comes back, and a ticket, so that its owner expects it. */
export async function returnLabel(context: ActionContext, action: ReturnLabelAction): Promise<ActionOutcome> {
  const order = await ownOrder(context);
  if ('after' in order) return order;
  const ticket = ticketAbout(context, order, action.category);
  const number = encodeURIComponent(order.number);
  const url = action.link && fillFields(action.link, (name) => (name === 'order' ? number : undefined));
  return told(localize(action.text, context.locale) ?? '', {
    links: url ? [{ label: context.texts.label, url }] : [],
    ...(ticket !== null && { ticket }),
  });
}

function tracking({ trackingUrl }: Order, label: string) {
  return trackingUrl !== null && /^https?:\/\//i.test(trackingUrl) ? [{ label, url: trackingUrl }] : [];
}

function ticketAbout(context: ActionContext, order: Order, category: string): TicketDraft | null {
  const draft = context.ticket(category);
  return draft && { ...draft, details: [...draft.details, ...detailsOf(context, order)] };
}

function detailsOf({ texts, locale, site }: ActionContext, order: Order): TicketDetail[] {
  const sum = orderSum(order, locale);
  const lines = orderLines(order, texts).map((line) => line.replace(/^• /, ''));
  const detail = (slot: string, label: string, value: string) => ({ slot, label, value, sensitive: false });
  return [
    detail('order-status', texts.details.status, order.statusText ?? texts.orderStatus[order.status]),
    detail('order-placed', texts.details.placed, orderPlaced(order, site.timeZone, locale)),
    ...(lines.length === 0 ? [] : [detail('order-lines', texts.details.lines, lines.join(', '))]),
    ...(sum === null ? [] : [detail('order-total', texts.details.total, sum)]),
  ];
}

/** What can be heard of, in the order in which it is offered. */
export const WEBHOOK_EVENTS = [
  'conversation.started',
  'conversation.closed',
  'message.created',
  'handoff',
  'ticket.created',
  'ticket.updated',
  'ticket.solved',
  'satisfaction.given',
  'customer.moved',
  'appointment.booked',
  'appointment.moved',
  'appointment.cancelled',
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export function isWebhookEvent(text: string): text is WebhookEvent {
  return (WEBHOOK_EVENTS as readonly string[]).includes(text);
}

import type { LifeStage } from '../crm/life-cycle.ts';
import type { Profile } from '../crm/profile.ts';
import { wordsOf } from '../conversation/words-of.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { LogEvent } from '../conversation/log-event.ts';
import type { Faq } from '../faq.ts';
import type { Localized } from '../locale.ts';
import type { Appointment } from '../records/appointment.ts';
import type { Contact } from '../records/contact.ts';
import type { Order } from '../records/order.ts';
import type { ProductRecord } from '../records/product.ts';
import type { FeedbackRecord } from '../records/feedback.ts';
import type { SpendRecord } from '../records/spend.ts';
import type { SurveyRequest } from '../survey/survey-request.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { ticketName } from '../ticket/ticket.ts';
import type { Visitor } from '../visitor.ts';
import type { ExportRow } from './export-columns.ts';
import type { MomentWriter } from './export-kinds.ts';

/** Makes rows of what is stored. Numbers of the store stay inside: rows are tied by public ids. */
export function flatRows(moment: MomentWriter) {
  const at = (value: number | null) => (value === null ? null : moment(value));
  const text = <T>(texts: Localized<T> | undefined, locale: 'en' | 'zh') => (texts?.[locale] ?? null) as T | null;
  return {
    customer: (contact: Contact, noted: Profile, stage: LifeStage | null): ExportRow<'customers'> => ({
      ...{ id: contact.id, verified: contact.verified, name: contact.name, email: contact.email, phone: contact.phone },
      ...{ language: contact.locale, customer: contact.customer, customer_since: at(contact.customerSince) },
      ...{ source: contact.source.source ?? null, medium: contact.source.medium ?? null },
      ...{ campaign: contact.source.campaign ?? null, referrer: contact.source.referrer ?? null },
      ...{ created: moment(contact.createdAt), stage, tags: noted.tags.join('|'), attributes: noted.attributes },
      ...{ marketing_since: at(noted.marketing?.at ?? null), marketing_how: noted.marketing?.how ?? null },
      marketing_version: noted.marketing?.version ?? null,
    }),
    /** @param customer id of the contact, as `customers` has it */
    order: (order: Order, customer: string | null): ExportRow<'orders'> => ({
      ...{ number: order.number, customer, email: order.email, placed: moment(order.placedAt), status: order.status },
      ...{ status_text: order.statusText, total: order.total, currency: order.currency, lines: order.lines },
      tracking_url: order.trackingUrl,
    }),
    product: (product: ProductRecord): ExportRow<'products'> => ({
      ...{ id: product.id, name_en: text(product.names, 'en'), name_zh: text(product.names, 'zh') },
      ...{ price: product.price, currency: product.currency, url: product.url, image: product.image },
      ...{ category: product.category, stock: product.stock, sizes: product.sizes.join('|') },
      ...{ spec_en: text(product.specification, 'en'), spec_zh: text(product.specification, 'zh') },
    }),
    conversation: (
      conversation: Conversation,
      visitor: Visitor,
      customer: string | null,
    ): ExportRow<'conversations'> => ({
      ...{ id: conversation.id, state: conversation.state, begun: moment(conversation.createdAt) },
      ...{ last: moment(conversation.lastAt), entries: conversation.lastSeq, language: conversation.locale },
      ...{
        customer,
        visitor: visitor.id,
        user_id: visitor.userId,
        verified: visitor.verified,
        attributes: visitor.claims,
      },
      ...{ time_zone: visitor.timeZone, page: visitor.page?.url ?? null, referrer: visitor.referrer },
      ...{ consent: visitor.consent?.version ?? null, consent_at: at(visitor.consent?.at ?? null) },
      blocked: visitor.blocked !== 'no',
    }),
    message: (conversation: string, { seq, at: when, entry, reason }: LogEvent): ExportRow<'messages'> => ({
      ...{ conversation, seq, at: moment(when), type: entry.type, text: wordsOf(entry) },
      ...{ name: 'name' in entry ? entry.name : null, why: reason?.kind ?? null },
      files: 'attachments' in entry ? (entry.attachments ?? []).map(({ id }) => id) : [],
      intent: reason?.guesses[0]?.intent ?? ('intent' in entry ? (entry.intent ?? null) : null),
    }),
    ticket: (
      ticket: Ticket,
      prefix: string,
      { customer, conversation }: { customer: string | null; conversation: string | null },
    ): ExportRow<'tickets'> => ({
      ...{ number: ticketName(prefix, ticket.number), id: ticket.id, state: ticket.state, subject: ticket.subject },
      ...{ category: ticket.category, priority: ticket.priority, level: ticket.level, language: ticket.locale },
      ...{ customer, name: ticket.contact.name ?? null, email: ticket.contact.email ?? null },
      ...{ phone: ticket.contact.phone ?? null, created: moment(ticket.createdAt), updated: moment(ticket.updatedAt) },
      ...{ due: at(ticket.dueAt), solved: at(ticket.solvedAt), details: ticket.details },
      ...{ conversation, form: ticket.form, route: { ...ticket.route }, reasons: ticket.reasons },
      complaint: ticket.complaint === undefined ? null : { ...ticket.complaint },
      withdrawn: ticket.withdrawn ?? false,
    }),
    appointment: (appointment: Appointment, customer: string | null): ExportRow<'appointments'> => ({
      ...{ id: appointment.id, service: appointment.service, resource: appointment.resource, state: appointment.state },
      ...{ starts: moment(appointment.startsAt), ends: moment(appointment.endsAt), customer },
      ...{ created: moment(appointment.createdAt), details: appointment.details },
    }),
    /** Also of who was asked and did not answer. @param of public ids; null once the person was erased */
    score: (
      asked: SurveyRequest,
      of: { customer: string | null; conversation: string | null },
    ): ExportRow<'scores'> => ({
      ...{ at: at(asked.firstAnsweredAt), survey: asked.survey, score: asked.score, word: asked.word },
      ...{ channel: asked.channel, language: asked.locale, asked: moment(asked.askedAt) },
      ...{ skipped: at(asked.skippedAt), left: at(asked.leftAt), answers: asked.answers, ticket: asked.ticket, ...of },
    }),
    feedback: (said: FeedbackRecord): ExportRow<'feedback'> => ({
      ...{ source: said.source, id: said.id, at: moment(said.at), text: said.text, author: said.author },
      ...{ email: said.email, link: said.link, rating: said.rating, language: said.locale },
      ...{ mood: said.mood, score: said.score, category: said.category, received: moment(said.receivedAt) },
    }),
    spend: ({ channel, month, amount, currency }: SpendRecord): ExportRow<'spend'> => ({
      channel,
      month,
      amount,
      currency,
    }),
    faq: (faq: Faq): ExportRow<'faqs'> => ({
      ...{ intent: faq.intent, category: faq.category },
      ...{ question_en: text(faq.question, 'en'), question_zh: text(faq.question, 'zh') },
      ...{ answer_en: faq.answer.en?.text ?? null, answer_zh: faq.answer.zh?.text ?? null },
      ...{ phrasings_en: faq.phrasings.en ?? [], phrasings_zh: faq.phrasings.zh ?? [] },
    }),
  };
}

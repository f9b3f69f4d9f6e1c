import type { BotReply } from '../../conversation/bot-commands.ts';
import { ACTION, BUILT_IN } from '../../faq.ts';
import type { AnswerContent, Faq, QuickReply } from '../../faq.ts';
import { localize } from '../../locale.ts';
import { chooseVariant } from './answer-variants.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { afterAnswer } from '../dialogue-context.ts';
import { fillFields } from './fill-fields.ts';
import { introOf, startForm } from '../requests/form-reply.ts';
import { buttonIntent } from '../forms/form-button.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import { isRequest } from '../../words/wants.ts';
import type { Form } from '../forms/form.ts';
import { CONTACT } from '../forms/contact-form.ts';
import { callPerson, unsure } from '../person/person.ts';
import { articleLinks } from './point-to-article.ts';
import { smallTalk } from '../small-talk/small-talk.ts';
import { formsWished, tellsChoiceOf } from '../requests/told-choice.ts';
import { say } from '../turn.ts';
import type { Guesses, Turn } from '../turn.ts';
import { withdrawal } from '../requests/withdraw-request.ts';

/** Of an amount of money, or whether there is one; of how late something may be done. */
const OF_TERMS =
  /\bhow (?:late|long before|much notice)\b|\b(?:until|by) when\b|\b(?:latest|deadline)\b|提前(?:多久|[几幾]天|多少)|最[晚迟遲]|多久(?:之前|以前|前)|\b(?:pay|cost|costs|fee|fees|charge|charged|free|refund|how much)\b|[钱錢费費]|免[费費]|多少/i;

/** What may have been named in a message: a digit or an `@` stands in all of it. */
const MAY_NAME = /[\d@＠]/;

/**
 * The answer to an intent that is settled. Null when nobody knows it (any more).
 * @param words that led to it, when they are not the message alone
 */
export function settle(turn: Turn, intent: string, guesses: Guesses, words?: string): BotReply | null {
  if (intent === ACTION.noneOfThese) return unsure(turn);
  if (intent === ACTION.resumeBot) return say(turn.texts.resumed, { kind: 'resumed', guesses });
  if (intent === ACTION.contact) return contactForm(turn, guesses);
  const withdrawn = withdrawal(turn, intent, guesses);
  if (withdrawn !== null) return withdrawn;
  if (intent === BUILT_IN.person) return callPerson(turn, 'asked', guesses);
  const talk = smallTalk(turn, intent, guesses);
  if (talk !== null) return talk;
  const answer = faqAnswer(turn, intent);
  const form = turn.input.form ? undefined : turn.input.formBook?.byIntent.get(intent);
  const asked = words ?? turn.input.text;
  const { pressed } = turn.input;
  // "Do I have to pay for cancelling" and "how late can I cancel" cancel nothing.
  const asksTerms = form?.atOnce === true && pressed === undefined && OF_TERMS.test(asked) && looksLikeQuestion(asked);
  if (form?.atOnce && !asksTerms) {
    const begun = startForm(turn, form, pressed === undefined ? asked : '', [], guesses);
    // "When will it be here?" goes on from the order that was found, "I booked by phone" from the booking that was not.
    const context = contextOf(turn, [intent], asked);
    begun.context = { ...context, named: begun.context?.named ?? context.named };
    return begun;
  }
  // What it follows on may be a question; the message itself is a request, or tells what is wrong.
  const wants = () => isRequest(asked) || isRequest(turn.input.text);
  if (form !== undefined && pressed === undefined && (wants() || tellsChoiceOf(turn, form))) {
    const begun = startForm(turn, form, asked, introOf(turn, form, answer), guesses);
    // "How long do I have?" in between is asked about this.
    begun.context ??= contextOf(turn, [intent], asked);
    return begun;
  }
  if (answer === null) return null;
  const reply = say(answer.text, { kind: 'answered', guesses });
  reply.quickReplies = [...offers(turn, intent, form), ...answer.quickReplies];
  reply.links = answer.links;
  reply.context = contextOf(turn, [intent], asked);
  return reply;
}

/** "Leave a message": what it is about was said before, or is asked for. */
function contactForm(turn: Turn, guesses: Guesses): BotReply | null {
  const form = turn.input.formBook?.byName.get(CONTACT);
  return form === undefined || turn.input.form ? null : startForm(turn, form, '', [], guesses);
}

/** Buttons of what can be begun from an answer; none while a form is open. */
function offers(turn: Turn, intent: string, form: Form | undefined): QuickReply[] {
  const besides = turn.input.form ? undefined : turn.input.formBook?.offered.get(intent);
  const wished = form === undefined ? formsWished(turn) : [form];
  return [...new Set([...wished, ...(besides ?? [])])].map((one) => offerOf(turn, one));
}

/** The button that begins a form, under the answer to a question about it. */
function offerOf(turn: Turn, form: Form): QuickReply {
  return { label: localize(form.title, turn.input.locale) ?? form.name, intent: buttonIntent('begin', form.name) };
}

/** What a site says to one of its FAQs, for this customer. Null when there is no such FAQ. */
export function faqAnswer(turn: Turn, intent: string): AnswerContent | null {
  const faq = turn.input.book?.faqs.get(intent);
  const answer = faq && localize(faq.answer, turn.input.locale);
  if (faq === undefined || answer === undefined) return null;
  let known: CustomerFacts | null = null;
  const facts = () => (known ??= turn.input.facts());
  const said = chooseVariant(answer, facts);
  const text = fillFields(said.text, (name) => ofTheDesk(turn, name) ?? facts().field(name));
  // A text of nothing but fields that are not known says nothing.
  if (text.trim() === '') return null;
  return {
    text,
    links: [...said.links, ...articleLinks(faq, turn.input.articles)],
    quickReplies: [...said.quickReplies, ...followUp(turn, faq)],
  };
}

export function contextOf(turn: Turn, intents: readonly string[], words: string) {
  const { text, now } = turn.input;
  const named = MAY_NAME.test(text) ? turn.named : [];
  return afterAnswer(turn.context, { intents, words, named, at: now });
}

/** Fields that are the site's own: no claim of a page stands in for them. */
function ofTheDesk(turn: Turn, name: string): string | undefined {
  const { siteName, ownerName, voice, locale } = turn.input;
  if (name === 'site') return siteName;
  if (name === 'owner') return ownerName;
  return name === 'bot' ? voice.botName[locale] : undefined;
}

function followUp(turn: Turn, faq: Faq): QuickReply[] {
  const next = faq.followUp === undefined ? undefined : turn.input.book?.faqs.get(faq.followUp);
  const label = next && localize(next.question, turn.input.locale);
  return next && label !== undefined ? [{ label, intent: next.intent }] : [];
}

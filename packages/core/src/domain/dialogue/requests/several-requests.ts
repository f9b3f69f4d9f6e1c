import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { announces } from '../questions/announced-question.ts';
import { introOf, startForm } from './form-reply.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import { isCommand, isRequest } from '../../words/wants.ts';
import type { FormLead } from './form-reply.ts';
import type { NextForm } from '../forms/form-state.ts';
import { callPerson } from '../person/person.ts';
import { faqAnswer, settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Guesses, Turn } from '../turn.ts';

/** Words that add a second request; a new sentence alone does not: "It arrived broken. I want to return it." is one. */
const ADDED =
  /[,，;；。.!！]?\s*(?:\b(?:and|but|plus)?\s*(?:i\s+)?also\b|\bplus\b|\band (?=i (?:want|need|would like|'d like)\b)|另外|还有|同时|顺便|以及)[,，:：]?\s*/iu;
/** The same, but quick to tell: nearly all messages have none of it. */
const MAY_ADD = /also|plus|and i|另外|还有|同时|顺便|以及/i;
const SPLIT = new RegExp(ADDED.source, 'giu');
const LONGEST = 600;
const MOST = 4;

/**
 * Two requests in one message, or a request and a question: the questions are answered, the first form begins, and the
 * others are noted for after it.
 */
export function severalRequests(turn: Turn): BotReply | null {
  const { text, pressed, formBook } = turn.input;
  if (!formBook || formBook.byIntent.size === 0 || pressed !== undefined || text.length > LONGEST) return null;
  if (!MAY_ADD.test(text) || !ADDED.test(text)) return null;
  const parts = text.split(SPLIT).filter((part) => /\p{L}{2}/u.test(part));
  if (parts.length < 2 || parts.length > MOST) return null;
  const leads: FormLead[] = [];
  const forms: NextForm[] = [];
  const guesses: Guesses[number][] = [];
  for (const part of parts) {
    const sure = turn.surest(turn.input.understand(part).guesses) ?? askedFirst(turn, part);
    if (sure === null || sure.intent === BUILT_IN.person) return null;
    if (guesses.some(({ intent }) => intent === sure.intent)) continue;
    const form = isRequest(part) ? formBook.byIntent.get(sure.intent) : undefined;
    const answer = faqAnswer(turn, sure.intent);
    if (form === undefined && answer === null) return null;
    if (form !== undefined && !forms.some((other) => other.form === form.name))
      forms.push({ form: form.name, words: part });
    if (form === undefined ? answer !== null : forms.length < 2) {
      leads.push(...(form === undefined ? [answer as FormLead] : introOf(turn, form, answer)));
    }
    guesses.push(sure);
  }
  const [first, ...later] = forms;
  const form = first && formBook.byName.get(first.form);
  if (first === undefined || form === undefined || guesses.length < 2) return null;
  // Alone, it may use what stands in the other parts as well: "order 1042" is said once.
  const reply = startForm(turn, form, later.length === 0 ? text : first.words, leads, guesses);
  return reply.form ? { ...reply, form: { ...reply.form, next: later } } : reply;
}

/** "I want to return order 1042, it is too small": what is told behind a request may blur what is asked for. */
function askedFirst(turn: Turn, part: string): Guesses[number] | null {
  const [first, ...rest] = part.split(CLAUSE);
  return first === undefined || rest.length === 0 ? null : turn.surest(turn.input.understand(first).guesses);
}

const CLAUSE = /[,，;；。!！\n]+|\.\s+|(?<=[?？])\s+|(?<=？)|\s(?:and|because|since|as)\s/u;
const MOST_CLAUSES = 6;
/** "Customer 4711" behind a question says who asks; it calls for nobody. */
const NAMES_CUSTOMER =
  /(?:\b(?:customer|client)|客户|客戶|顾客|顧客)\P{L}*(?:\b(?:no|nr|number|id)\b|号|號)?\P{L}*\d{3}/iu;

/**
 * Somebody who says everything at once ("I want to return order 1042, it is too small, write to a@b.example") asks for what one of
 * the clauses asks for: all the rest are details.
 */
export function requestInAClause(turn: Turn): BotReply | null {
  const { text, pressed, formBook, form } = turn.input;
  if (!formBook || formBook.byIntent.size === 0 || form || pressed !== undefined || text.length > LONGEST) return null;
  const clauses = clausesOf(text);
  if (clauses.length < 2) return null;
  for (const [at, clause] of clauses.entries()) {
    const commands = at === 0 && isCommand(clause);
    const requests = isRequest(clause);
    // What a clause means is asked only where something may follow from it.
    if (!commands && !requests && turn.sure !== null) continue;
    const sure = turn.surest(turn.input.understand(clause).guesses);
    // "Stop my order, I took the wrong size": what is commanded first counts, not the reason for it.
    if (commands && sure !== null) {
      const done = settle(turn, sure.intent, [sure], clause);
      if (done !== null) return answeredBesides(turn, done, clauses);
    }
    const meant = sure && requests ? formBook.byIntent.get(sure.intent) : undefined;
    // "I need a human now!!! third time asking": the rest is why.
    if (sure?.intent === BUILT_IN.person && turn.sure === null && !NAMES_CUSTOMER.test(clause))
      return callPerson(turn, 'asked', [sure]);
    if (sure === null || meant === undefined) continue;
    const begun = startForm(turn, meant, text, introOf(turn, meant, faqAnswer(turn, sure.intent)), [sure]);
    return answeredBesides(turn, begun, clauses);
  }
  return null;
}

/** What is wished for in so many words, rather than told. */
const WISHES =
  /\b(?:i (?:want|need|wish|would like)|i['’]d like|we (?:want|need|would like)) (?:to|an?|my|the)\b|\bplease\b|^\s*我?(?:要|想(?!知道|问|了解))|帮我|请(?!问)/i;
/** By itself it must be clear, as the bot is sure of something else. */
const CLEAR = 0.8;

/**
 * "I want to return my shirt. When do you open?": the bot is sure of the question, and the request beside it is a form's: it begins, and the
 * question is answered.
 */
export function requestBeside(turn: Turn): BotReply | null {
  const { text, pressed, formBook, form } = turn.input;
  const { sure } = turn;
  if (sure === null || !formBook || form || pressed !== undefined || text.length > LONGEST || !WISHES.test(text))
    return null;
  const clauses = clausesOf(text);
  const means = (clause: string) => turn.surest(turn.input.understand(clause).guesses);
  const asked =
    clauses.length > 1 && clauses.some((clause) => asksOwn(clause) && means(clause)?.intent === sure.intent);
  const isWished = (clause: string) => {
    const wish = WISHES.test(clause) && isRequest(clause) ? means(clause) : null;
    return wish !== null && wish.confidence >= CLEAR && formBook.byIntent.has(wish.intent);
  };
  return asked && clauses.some(isWished) ? requestInAClause(turn) : null;
}

function clausesOf(text: string): string[] {
  const clauses = text.split(CLAUSE).filter((clause) => /\p{L}{2}/u.test(clause) && !announces(clause));
  return clauses.slice(0, MOST_CLAUSES);
}

/**
 * "Cancel my appointment. Can I bring my son another day?": the question that is asked beside a request is answered first. One that is about the
 * same is not.
 */
function answeredBesides(turn: Turn, reply: BotReply, clauses: readonly string[]): BotReply {
  const { formBook } = turn.input;
  const begun = reply.form?.form;
  for (const clause of clauses) {
    if (!asksOwn(clause)) continue;
    const sure = turn.surest(turn.input.understand(clause).guesses);
    if (sure === null || reply.reason.guesses.some(({ intent }) => intent === sure.intent)) continue;
    if (isSmallTalk(sure.intent) || sure.intent === BUILT_IN.person) continue;
    if (begun !== undefined && formBook?.byIntent.get(sure.intent)?.name === begun) continue;
    const answer = faqAnswer(turn, sure.intent);
    if (answer === null) continue;
    return {
      ...reply,
      // What a form asks comes last.
      text: begun === undefined ? `${reply.text}\n\n${answer.text}` : `${answer.text}\n\n${reply.text}`,
      links: [...answer.links, ...reply.links],
      reason: { ...reply.reason, guesses: [...reply.reason.guesses, sure] },
    };
  }
  return reply;
}

/** What points back, as in "can I change it", is asked about the request itself. */
function asksOwn(clause: string): boolean {
  return looksLikeQuestion(clause) && !POINTS.test(clause);
}

const POINTS = /\b(?:it|its|this|that|these|those|them|they)\b|[它这這那]/i;

import type { BotReply } from '../../conversation/bot-commands.ts';
import { apology } from '../small-talk/apology.ts';
import { ACTION, BUILT_IN } from '../../faq.ts';
import { isActionButton, nothingToChoose, talkInAction } from '../actions/action-talk.ts';
import { callBack } from '../person/call-back.ts';
import { demandsPerson } from '../person/demands-person.ts';
import { formCommanded } from './commanded-form.ts';
import { followUpQuestion } from '../questions/follow-up-question.ts';
import { introOf, replyOf, saidIn, startForm, textsOf, worldOf } from './form-reply.ts';
import { CONTACT } from '../forms/contact-form.ts';
import type { FormStep } from '../forms/form-draft.ts';
import type { Form } from '../forms/form.ts';
import type { FormState } from '../forms/form-state.ts';
import type { FormBook } from '../forms/form-book.ts';
import { FORM_BUTTON, readButton } from '../forms/form-button.ts';
import type { FormEvent, Heard } from '../forms/form-event.ts';
import { asksSomewhere, looksLikeQuestion } from '../../words/asks.ts';
import { hasAngerWord } from '../../priority/anger-words.ts';
import { isRequest } from '../../words/wants.ts';
import { stepForm } from '../forms/step-form.ts';
import { offeredInForm } from '../answers/offered-choice.ts';
import { otherLanguageInForm, writesJapanese } from '../other-languages/other-language.ts';
import { wantsOwner } from '../person/owner-by-name.ts';
import { callPerson } from '../person/person.ts';
import { settle } from '../answers/settled-answer.ts';
import { whatGoesWith } from '../products/offers.ts';
import { productFacts } from '../products/product-answer.ts';
import { moreOfIt } from '../questions/more-of-it.ts';
import { questionWord } from '../questions/question-word.ts';
import { severalQuestions } from '../questions/several-questions.ts';
import { kindWords } from '../small-talk/kind-words.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import { suggestionInForm } from '../answers/suggestion.ts';
import { say } from '../turn.ts';
import { facesInForm } from '../small-talk/wordless-message.ts';
import type { Turn } from '../turn.ts';

/** A statement that the bot is so sure of is a question all the same: "opening hours". */
const CLEAR_THOUGH_TOLD = 0.7;

/** The words of an open form come before everything but danger and the wish for a person. */
export function openForm(turn: Turn): BotReply | null {
  const { form, formBook, pressed } = turn.input;
  if (form === undefined || form === null || formBook === undefined || formBook === null) {
    if (isActionButton(pressed)) return nothingToChoose(turn);
    return pressed?.startsWith(FORM_BUTTON) === true ? (beginByButton(turn, pressed) ?? nothingOpen(turn)) : null;
  }
  const definition = formBook.byName.get(form.form);
  // Its file is gone: the talk goes on without it.
  if (definition === undefined) return null;
  const isButton = pressed?.startsWith(FORM_BUTTON) === true || isActionButton(pressed);
  if (pressed === BUILT_IN.person || (!isButton && wantsPerson(turn))) {
    return callPerson(turn, 'asked', turn.guesses);
  }
  if (form.run !== undefined) {
    const run = { state: form, run: form.run, form: definition };
    const answer = isButton ? null : answerInBetween(turn);
    const mayMean = () => (pressed === undefined && looksLikeQuestion(turn.input.text) ? suggestionInForm(turn) : null);
    if (answer !== null) return talkInAction(turn, run, answer);
    const elsewhere = otherLanguageInForm(turn);
    return talkInAction(turn, run, elsewhere?.reply ?? mayMean(), elsewhere?.goOn);
  }
  const said = saidIn(turn, definition);
  if (pressed === ACTION.resumeBot)
    return replyOf(turn, form, stepForm(form, { type: 'return', ...said }, worldOf(turn)));
  const isJapanese = writesJapanese(turn);
  const answer = isButton || isJapanese || asksForItself(turn, definition, said) ? null : answerInBetween(turn);
  const isOwn = answer !== null && wasSaidOf(turn, definition, answer);
  const aside = isOwn || (answer !== null && !isAskedBeside(turn, definition, said, answer)) ? null : answer;
  const heard: Heard = isOwn ? { kind: 'own' } : isButton || isJapanese ? null : heardIn(turn, formBook, aside);
  // A button's label is the bot's word, not the visitor's.
  const words = pressed === undefined ? said.words : '';
  const event: FormEvent = { type: 'words', ...said, words, pressed: pressed ?? null, heard };
  const step = stepForm(form, event, worldOf(turn));
  const isBad = (step.state?.bad ?? 0) > form.bad;
  // Telling a language costs more than most messages need: of a fitting answer nobody asks it.
  const elsewhere = aside === null && (isBad || takesAnyWords(definition, form)) ? otherLanguageInForm(turn) : null;
  if (elsewhere !== null) {
    const { reply, asks, goOn } = elsewhere;
    return sayingBeside(turn, form, { ...event, heard: { kind: 'elsewhere', asks } }, reply, goOn);
  }
  const mayMean = heard === null && isBad && !isButton && looksLikeQuestion(words) ? suggestionInForm(turn) : null;
  if (mayMean !== null) return sayingBeside(turn, form, { ...event, heard: { kind: 'perhaps' } }, mayMean);
  // What says nothing to the form may be for a person: "call me back, 030 1234567" under a summary.
  const called = aside === null && !isButton && isBad ? callBack(turn) : null;
  if (called !== null) return called;
  return replyOrPerson(turn, form, step, aside);
}

/** "TL-1042, happy now?" names what is asked for: something is asked besides only if the rest of the words asks it. */
function isAskedBeside(
  { input }: Turn,
  { slots }: Form,
  { found }: ReturnType<typeof saidIn>,
  answer: BotReply,
): boolean {
  const asked = slots.find(({ name }) => name === input.form?.asking);
  const used = found.find(({ kind }) => kind === asked?.type);
  const [intent] = answer.context?.intents ?? [];
  if (used === undefined || answer.reason.kind !== 'answered' || intent === undefined) return true;
  const [best] = input.understand(input.text.replace(used.text, ' ').trim()).guesses;
  return best?.intent === intent && best.confidence >= input.thresholds.answer;
}

/** Whether it would be the answer that the form began with, said a moment ago: "can you change it" asks for what is done already. */
function wasSaidOf({ context, input }: Turn, form: Form, answer: BotReply): boolean {
  const [intent, other] = answer.context?.intents ?? [];
  if (input.pressed !== undefined || answer.reason.kind !== 'answered' || intent === undefined || other !== undefined)
    return false;
  return form.startedBy.includes(intent) && context?.intents.includes(intent) === true;
}

/** Whoever cannot be understood is passed to a person, with the form as it stands. */
function replyOrPerson(turn: Turn, form: FormState, step: FormStep, aside: BotReply | null): BotReply {
  if (step.effects.some(({ type }) => type === 'handoff')) {
    return { ...callPerson(turn, 'unsure', turn.guesses), form: step.state };
  }
  return replyOf(turn, form, step, aside);
}

/** Whether the slot that is asked for has no shape of its own: a question in any language would be an answer to it. */
function takesAnyWords({ slots }: Form, { asking }: FormState): boolean {
  const type = slots.find(({ name }) => name === asking)?.type;
  return type === 'text' || type === 'product';
}

/**
 * What the form makes of words that have no answer, but something to be said of: the language that they are in, what they may mean. Where that is
 * said, its buttons (of which one calls a person) come first.
 * @param goOn leads to what the form says below it, if it says anything
 */
function sayingBeside(
  turn: Turn,
  form: FormState,
  event: FormEvent & { type: 'words' },
  aside: BotReply,
  goOn = '',
): BotReply {
  const step = stepForm(form, event, worldOf(turn));
  const leads = goOn !== '' && step.effects.some((effect) => effect.type === 'say' && effect.text !== '');
  const said = leads ? { ...aside, text: `${aside.text}\n\n${goOn}` } : aside;
  const reply = replyOrPerson(turn, form, step, said);
  if (step.effects.some(({ type }) => type === 'aside') && reply.handoff === null) {
    const others = reply.quickReplies.filter(({ intent }) => intent !== BUILT_IN.person);
    reply.quickReplies = [...aside.quickReplies, ...others];
  }
  return reply;
}

/** "Can I come tomorrow at 3pm" while a day is asked for answers that: what the form's own FAQ says of it is known. */
function asksForItself({ sure, input }: Turn, form: Form, { found }: ReturnType<typeof saidIn>): boolean {
  if (input.pressed !== undefined || !found.some(({ kind }) => kind === 'date')) return false;
  if (sure !== null) return input.formBook?.byIntent.get(sure.intent)?.name === form.name;
  // Of nothing else is it surely asked: "anything tomorrow?"
  return form.slots.some(({ name, type }) => name === input.form?.asking && type === 'date');
}

/** A button's label is the bot's word: whoever presses "Go on with the bot" wants no person, whatever the model makes of it. */
function wantsPerson(turn: Turn): boolean {
  const { pressed } = turn.input;
  if (offeredInForm(turn) === BUILT_IN.person || wantsOwner(turn)) return true;
  // Angry words before it keep the model from being sure.
  if (pressed === undefined && demandsPerson(turn.input.text)) return true;
  if (turn.sure?.intent !== BUILT_IN.person) return false;
  return pressed === undefined || settle(turn, pressed, []) === null;
}

/** The answer to what was asked in between, if there is one. */
function answerInBetween(turn: Turn): BotReply | null {
  const { pressed, text } = turn.input;
  if (pressed !== undefined) return settle(turn, pressed, [{ intent: pressed, confidence: 1 }]);
  const said = facesInForm(turn) ?? apology(turn) ?? kindWords(turn);
  if (said !== null) return said;
  const offered = offeredInForm(turn);
  if (offered !== undefined) return settle(turn, offered, [{ intent: offered, confidence: 1 }]);
  const asks = looksLikeQuestion(text);
  const several = asks ? (severalQuestions(turn) ?? questionWord(turn) ?? followUpQuestion(turn)) : null;
  if (several !== null && several.reason.kind === 'answered') return several;
  const product = asks ? (whatGoesWith(turn) ?? productFacts(turn)) : null;
  if (product !== null && product.reason.kind === 'answered') return product;
  const more = asks ? moreOfIt(turn) : null;
  if (more !== null) return more;
  const { sure } = turn;
  // What is told while something is asked is hardly a question about something else.
  const isTold = sure !== null && !isSmallTalk(sure.intent) && !asks && !asksSomewhere(text);
  if (isTold && (sure.confidence < CLEAR_THOUGH_TOLD || hasAngerWord(text))) return null;
  return sure && settle(turn, sure.intent, turn.guesses);
}

function heardIn(turn: Turn, book: FormBook, aside: BotReply | null): Heard {
  const commanded = formCommanded(turn);
  if (commanded !== null) return { kind: 'form', form: commanded.form.name };
  const intent = turn.input.pressed ?? turn.sure?.intent;
  const form = intent === undefined ? undefined : book.byIntent.get(intent);
  // To leave a message is nothing to be done besides: what it would be about was said, and can be answered.
  const isOwn = form !== undefined && (form.name !== CONTACT || aside === null);
  if (isOwn && turn.input.pressed === undefined && isRequest(turn.input.text)) return { kind: 'form', form: form.name };
  if (aside === null) return null;
  const isTalk = aside.reason.kind === 'small_talk' || (intent !== undefined && isSmallTalk(intent));
  return { kind: isTalk ? 'talk' : 'question' };
}

function beginByButton(turn: Turn, pressed: string): BotReply | null {
  const button = readButton(pressed);
  const form = button?.verb === 'begin' && turn.input.formBook?.byName.get(button.slot ?? '');
  return form ? startForm(turn, form, '', introOf(turn, form, null), []) : null;
}

function nothingOpen(turn: Turn): BotReply {
  return say(textsOf(turn).nothingOpen, { kind: 'form', guesses: [] });
}

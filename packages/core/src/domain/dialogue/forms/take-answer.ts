import { localize } from '../../locale.ts';
import { hasAngerWord } from '../../priority/anger-words.ts';
import {
  askAgain,
  askFor,
  askNext,
  askToResume,
  askToSend,
  askWhatToChange,
  confirmButtons,
  personButton,
  remindToSend,
  slotButtons,
} from './ask-next.ts';
import { daysAfter } from './calendar-day.ts';
import { isDue } from './draft-ticket.ts';
import type { Slot } from './form.ts';
import type { FormDraft } from './form-draft.ts';
import type { FormEvent } from './form-event.ts';
import { isNameOf, looksLikeQuestion, namedSlot } from './form-words.ts';
import { readAnswer, readInPassing } from './read-slot.ts';
import type { SlotTrouble } from './read-slot.ts';
import { showDate, showValue } from './show-value.ts';
import { takeInPassing } from './take-in-passing.ts';
import { tellsMore, tellsStory } from './tells-more.ts';
import { takesPhoneInstead } from './told-phone.ts';

type Words = Extract<FormEvent, { type: 'words' }>;

/** Answers in a row that were none, after which the bot explains and offers a person. */
const EXPLAIN_AT = 3;
/** In UTF-16 units: what is longer than a few words may name an article as well. */
const FEW_WORDS = 20;

/** Words while a slot is asked for. */
export function answerSlot(draft: FormDraft, event: Words, slot: Slot): void {
  if (recants(draft, event, slot)) return;
  const elsewhere = event.heard?.kind === 'elsewhere' ? event.heard : null;
  const asks = looksLikeQuestion(event.words) || event.pressed !== null || elsewhere?.asks === true;
  // A choice that is made is made: "annoying" answers how bad it is, whatever else it may mean.
  const chosen = slot.type === 'choice' && !asks && 'value' in readAnswer(slot, event);
  // To an open question nearly everything is an answer; but not what asks something, or only thanks.
  if (
    !chosen &&
    isOpenEnded(slot, event) &&
    (event.heard?.kind === 'talk' || (event.heard?.kind === 'question' && asks))
  ) {
    // "a@b.example, thanks" is more than thanks.
    if (!takesNote(draft)) digress(draft, event);
    return;
  }
  // A text is taken in whatever language it is written, question or not; but what asks something is nobody's name, and no article's.
  if (elsewhere?.asks === true && (slot.isName || slot.type === 'product') && digress(draft, event)) return;
  if (slot.fromOpening && takesOrder(draft, event)) return;
  // "Sorry, Wednesday" is nobody's name.
  if (slot.isName && event.found.length > 0 && mayCorrect(event) && corrects(draft, event)) return;
  // "A new one" is what shall be done, and no name of an article.
  if (slot.type === 'product' && isOpenEnded(slot, event) && event.words.length <= FEW_WORDS && takesNote(draft))
    return;
  const reading = readAnswer(slot, event);
  if ('trouble' in reading) {
    if (takesPhoneInstead(draft, event, slot)) return askNext(draft);
    if (takesNote(draft) || (mayCorrect(event) && corrects(draft, event))) return;
    if (keepsFiles(draft, event)) return;
    if (slot.type === 'order' && event.pressed === null && ASKS_WHERE.test(event.words)) return saysWhere(draft, slot);
    if (elsewhere?.asks === false && tellsMore(draft, slot)) return saysAside(draft);
    // What is too long or too late is said to be, in whatever language it is.
    if (event.heard !== null && (elsewhere === null || reading.trouble === 'form') && digress(draft, event)) return;
    if (asks && event.pressed === null && draft.state.bad + 1 < EXPLAIN_AT) return passesOn(draft, slot);
    const mayCalm = draft.state.bad + 1 < EXPLAIN_AT && hasAngerWord(event.words);
    if (mayCalm) return calm(draft, slot);
    // More than once in a row, the way out is said as well.
    const more = event.pressed === null && tellsMore(draft, slot);
    if (!more && event.pressed === null && tellsStory(slot, event.words)) return hears(draft, slot);
    if (!more || draft.state.bad + 1 >= EXPLAIN_AT) return badAnswer(draft, slot, reading.trouble);
    draft.set({ bad: draft.state.bad + 1 });
    return askAgain(draft);
  }
  const before = draft.state.slots[slot.name];
  draft.fill(slot, reading.value);
  const { used } = reading;
  const rest = new Set(event.found.filter((entity) => entity !== used));
  const hasMore = rest.size > 0 || (event.files !== undefined && slot.type !== 'file');
  if (hasMore) takeInPassing(draft, { besides: slot });
  if (before !== undefined) draft.lead(changedWords(draft, slot));
  if (asks && (event.heard?.kind === 'question' || elsewhere !== null)) draft.aside();
  askNext(draft);
}

/** "Actually I'd rather have my money back", 算了还是退款吧. */
const RECANTS =
  /\b(?:instead|rather|after all)\b|^\s*(?:no|wait|actually|hm+|on second thought)\b|^\s*(?:算了|等等|不对|要不)|还是.{1,12}(?:吧|好了|算了)?[\s。.!！]*$|改成|改为|换成/iu;

/** Another of the choices than the one that was made before: that one counts, whatever is asked now. */
function recants(draft: FormDraft, event: Words, asked: Slot): boolean {
  if (event.pressed !== null || !RECANTS.test(event.words)) return false;
  if (asked.type === 'choice' && 'value' in readAnswer(asked, event)) return false;
  for (const slot of draft.form.slots) {
    const before = draft.state.slots[slot.name];
    if (slot.type !== 'choice' || slot === asked || before === undefined) continue;
    const reading = readInPassing(slot, event);
    if (reading === null || !('value' in reading) || reading.value.value === before.value) continue;
    draft.fill(slot, reading.value);
    draft.lead(changedWords(draft, slot));
    askNext(draft);
    return true;
  }
  return false;
}

/** Takes what was told besides, and goes on with the question. False when that is nothing. */
function takesNote(draft: FormDraft): boolean {
  const taken = takeInPassing(draft, {});
  if (taken.length === 0) return false;
  draft.lead(draft.texts.noted(draft.lines(taken)));
  askNext(draft);
  return true;
}

const ONLY_NUMBER = /^\s*#?\d{3,14}\s*$/;

/** A number alone does not say what happened: it is the order that is asked for next. */
function takesOrder(draft: FormDraft, event: Words): boolean {
  if (!ONLY_NUMBER.test(event.words)) return false;
  const order = draft.form.slots.find(({ type, name }) => type === 'order' && draft.state.slots[name] === undefined);
  const reading = order && readAnswer(order, event);
  if (!order || !reading || 'trouble' in reading) return false;
  draft.fill(order, reading.value);
  draft.lead(draft.texts.noted(draft.lines([order])));
  askNext(draft);
  return true;
}

const CORRECTS =
  /^(?:(?:hm+|oh|ah|um+|er+|well|ok|okay|but|yes|嗯|哦|啊|哎)[,，\s]+)*(?:no|wait|actually|sorry|oops|i meant?|不对|不是|错了|说错了|等等)(?:[,，。.!！ ]|(?=是))/iu;

/** What names one thing and nothing else, or begins with "no": it is about something that was said before. */
function mayCorrect({ words, found }: Words): boolean {
  const rest = found.reduce((left, { text }) => left.replace(text, ' '), words);
  return CORRECTS.test(words.trim()) || (found.length > 0 && !/[\p{L}\p{N}]/u.test(rest));
}

/** Another value for what was told before; the same one again is no bad answer either. */
function corrects(draft: FormDraft, event: Words): boolean {
  const changed = takeInPassing(draft, { correcting: true });
  for (const slot of changed) draft.lead(changedWords(draft, slot));
  if (changed.length > 0) {
    askNext(draft);
    return true;
  }
  const isKnown = draft.form.slots.some((slot) => {
    const before = draft.state.slots[slot.name];
    const reading = before === undefined ? null : readInPassing(slot, event);
    return reading !== null && 'value' in reading && reading.value.value === before?.value;
  });
  if (isKnown) askAgain(draft);
  return isKnown;
}

/** Words under the summary that are neither yes nor no. */
export function answerConfirm(draft: FormDraft, event: Words): void {
  const changed = takeInPassing(draft, { correcting: true });
  if (changed.length > 0) {
    for (const slot of changed) draft.lead(changedWords(draft, slot));
    return askNext(draft);
  }
  if (keepsFiles(draft, event) || (event.heard !== null && digress(draft, event))) return;
  const bad = draft.state.bad + 1;
  draft.set({ bad });
  if (bad < EXPLAIN_AT) return remindToSend(draft);
  if (bad === EXPLAIN_AT) {
    return draft.say(draft.texts.confirmExplained, [...confirmButtons(draft), personButton(draft)]);
  }
  draft.effect({ type: 'handoff' });
}

/** Which detail shall be another? */
export function answerChange(draft: FormDraft, event: Words): void {
  const slot = namedSlot(event.words, draft.form);
  // "The day" is no day, though a finder of dates may think so.
  if (slot !== null && isNameOf(slot, event.words)) return askFor(draft, slot);
  const changed = takeInPassing(draft, { correcting: true });
  if (changed.length > 0) {
    for (const one of changed) draft.lead(changedWords(draft, one));
    return askNext(draft);
  }
  if (slot !== null) return askFor(draft, slot);
  if (event.heard !== null && event.heard.kind !== 'form') {
    draft.aside();
    return askWhatToChange(draft, '');
  }
  const bad = draft.state.bad + 1;
  draft.set({ bad });
  if (bad < EXPLAIN_AT) return askWhatToChange(draft, draft.texts.changeUnknown);
  askToSend(draft);
}

/** Shall we go on? */
export function answerResume(draft: FormDraft, event: Words): void {
  if (takeInPassing(draft, {}).length > 0) return askNext(draft);
  if (keepsFiles(draft, event) || (event.heard !== null && digress(draft, event))) return;
  const bad = draft.state.bad + 1;
  draft.set({ bad });
  if (bad < EXPLAIN_AT) return askToResume(draft, false);
  draft.end('left', draft.texts.putAside(draft.title), [personButton(draft)]);
}

export function changedWords(draft: FormDraft, slot: Slot): string {
  const value = draft.state.slots[slot.name];
  return draft.texts.changed(draft.label(slot), value === undefined ? '' : showValue(slot, value, draft.event.locale));
}

/** Files alone are no bad answer, though the form has no place for them: the ticket comes with the talk, where they stand. */
function keepsFiles(draft: FormDraft, { files, words }: Words): boolean {
  if (files === undefined || words.trim() !== '') return false;
  draft.lead(draft.texts.fileCame);
  askAgain(draft);
  return true;
}

/** Something else in between; false when there is nothing else in the words. */
function digress(draft: FormDraft, { heard }: Words): boolean {
  if (heard === null) return false;
  if (heard.kind === 'elsewhere' || heard.kind === 'perhaps') {
    if (draft.state.bad + 1 < EXPLAIN_AT) {
      saysAside(draft);
      return true;
    }
    // More than once in a row, the ways out are said as well.
    draft.aside();
    return false;
  }
  if (heard.kind === 'form') {
    if (!draft.noteNext(heard.form)) return false;
    const other = draft.otherTitle(heard.form);
    draft.lead(draft.texts.next(other));
  } else {
    draft.aside();
  }
  askAgain(draft);
  return true;
}

/** "Did you mean", or which languages are spoken, in theirs: the question stands, and has no answer yet. */
function saysAside(draft: FormDraft): void {
  draft.set({ bad: draft.state.bad + 1 });
  draft.aside();
  askAgain(draft);
}

/** Whatever has no shape of its own: a text, the words of a choice, an article that the catalogue does not know. */
function isOpenEnded({ type }: Slot, { found }: Words): boolean {
  return type === 'text' || type === 'choice' || (type === 'product' && !found.some(({ kind }) => kind === 'product'));
}

function badAnswer(draft: FormDraft, slot: Slot, trouble: SlotTrouble): void {
  const { texts, event } = draft;
  const bad = draft.state.bad + 1;
  draft.set({ bad });
  const cancel = draft.button('cancel', texts.cancel);
  if (bad === 1) {
    const own = localize(slot.invalid, event.locale);
    return draft.say(own ?? usualWords(draft, slot, trouble), slotButtons(draft, slot), draft.ask(slot));
  }
  if (bad < EXPLAIN_AT) {
    return draft.say(texts.invalidAgain(draft.label(slot)), [...choices(draft, slot), cancel], draft.ask(slot));
  }
  if (bad === EXPLAIN_AT) {
    const ways = [personButton(draft), draft.button('skip', texts.leaveOut, slot.name), cancel];
    return draft.say(texts.explained(draft.label(slot), draft.purpose(slot)), ways, draft.ask(slot));
  }
  // Nobody is kept in a question: what is missing is missing.
  draft.skip(slot);
  draft.lead(texts.goesWithout(draft.label(slot)));
  askNext(draft);
}

/** A question without an answer is no bad answer: a person can tell, and what is asked stands. */
function passesOn(draft: FormDraft, slot: Slot): void {
  draft.set({ bad: draft.state.bad + 1 });
  draft.effect({ type: 'unanswered' });
  const ways = [...choices(draft, slot), personButton(draft), draft.button('cancel', draft.texts.cancel)];
  draft.say(draft.texts.unknown(draft.label(slot)), ways, draft.ask(slot));
}

/** "Where do I find it", 订单号在哪里看: of a number that is asked for, not of the shop or the parcel. */
const ASKS_WHERE =
  /^\W*(?:(?:and|but|so|ok|okay|hm+|sorry)[\s,]+)*(?:(?:where|how) (?:can|do|could|would|should) (?:i|we) (?:find|see|get|check|look(?: (?:up|for))?) (?:it|that|this|the (?:order )?number|my (?:order )?number)\b|(?:can|could) (?:i|we) (?:look|find|see|check) (?:it|that|this|the (?:order )?number)\b|where(?:['’]s| is| does) (?:the|my) (?:order )?number|what(?:['’]s| is) (?:an|the|my) order number)|^(?:那|请问)?(?:订单号?|单号|号码)?(?:在|从|去)?(?:哪里|哪儿|哪)(?:能|可以)?(?:找|看|查)|怎么(?:找|查|看)(?:到)?(?:订单|单)号|订单号(?:是什么|在哪)|什么是订单号/iu;

function saysWhere(draft: FormDraft, slot: Slot): void {
  const own = localize(slot.invalid, draft.event.locale) ?? localize(slot.prompt, draft.event.locale);
  draft.say(own ?? usualWords(draft, slot, 'form'), slotButtons(draft, slot), draft.ask(slot));
}

/** Who tells what is on their mind made no mistake in writing an address: what it is wanted for is said, and that a person does without it. */
function hears(draft: FormDraft, slot: Slot): void {
  const bad = draft.state.bad + 1;
  if (bad >= EXPLAIN_AT) return badAnswer(draft, slot, 'form');
  draft.set({ bad });
  const ways = [personButton(draft), draft.button('cancel', draft.texts.cancel)];
  draft.say(draft.texts.heard(draft.label(slot), draft.purpose(slot)), ways, draft.ask(slot));
}

/** Who is angry does not want to hear how an address is written, nor to be asked twice for what they may leave out. */
function calm(draft: FormDraft, slot: Slot): void {
  if (!isDue(slot, draft.state)) {
    draft.skip(slot);
    draft.lead(draft.texts.angered(null));
    return askNext(draft);
  }
  draft.set({ bad: draft.state.bad + 1 });
  const ways = [...choices(draft, slot), personButton(draft), draft.button('cancel', draft.texts.cancel)];
  draft.say(draft.texts.angered(draft.label(slot)), ways, draft.ask(slot));
}

function choices(draft: FormDraft, slot: Slot) {
  return slotButtons(draft, slot).filter(({ intent }) => intent?.includes('.choose.') === true);
}

function usualWords(draft: FormDraft, slot: Slot, trouble: SlotTrouble): string {
  const { locale, today } = draft.event;
  const day = (days: number | undefined) => (days === undefined ? '' : showDate(daysAfter(today, days), locale));
  return draft.texts.invalid(slot.type, trouble, {
    label: draft.label(slot),
    from: day(slot.days?.from),
    to: day(slot.days?.to),
    limit: slot.length?.max ?? 0,
  });
}

import { localize } from '../../locale.ts';
import { plainWords } from '../../words/plain-words.ts';
import { hasAngerWord } from '../../priority/anger-words.ts';
import { EXPLAIN_AT, askAgain, askNext, choiceButtons, personButton, slotButtons } from './ask-next.ts';
import { digress, keepsFiles, saysAside, takesNote } from './beside-answer.ts';
import { daysAfter } from './calendar-day.ts';
import { corrects, mayCorrect } from './correct-answer.ts';
import { isDue } from './draft-ticket.ts';
import type { Slot } from './form.ts';
import type { FormDraft } from './form-draft.ts';
import type { WordsEvent } from './form-event.ts';
import { takesAsOther } from './other-choice.ts';
import { showDate } from './show-value.ts';
import { halfOfBirth } from './read-birth.ts';
import type { SlotTrouble } from './slot-reading.ts';
import { tellsMore, tellsStory } from './tells-more.ts';
import { takesPhoneInstead } from './told-phone.ts';

/**
 * Words that are no answer to what is asked: what else they may be, the surest first; else what is wrong with them.
 * @param asks whether something is asked in them
 */
export function noAnswer(draft: FormDraft, event: WordsEvent, slot: Slot, trouble: SlotTrouble, asks: boolean): void {
  const elsewhere = event.heard?.kind === 'elsewhere' ? event.heard : null;
  if (takesPhoneInstead(draft, event, slot)) return askNext(draft);
  if (isAnyDay(draft, slot, event)) {
    draft.skip(slot);
    return askNext(draft);
  }
  if (slot.isBirth && keepsHalf(draft, event, slot, trouble)) return;
  if (takesNote(draft) || (mayCorrect(event) && corrects(draft, event))) return;
  if (keepsFiles(draft, event)) return;
  const isTyped = event.pressed === null;
  if (slot.type === 'order' && isTyped && ASKS_WHERE.test(event.words)) return saysWhere(draft, slot);
  if (elsewhere?.asks === false && tellsMore(draft, slot)) return saysAside(draft);
  // What is too long or too late is said to be, in whatever language it is.
  const isElse = elsewhere === null ? trouble === 'form' || event.heard?.kind !== 'talk' : trouble === 'form';
  if (event.heard !== null && isElse && digress(draft, event)) return;
  // From then on the ways out are said, whatever else the words are.
  const isTimeToExplain = draft.state.bad + 1 >= EXPLAIN_AT;
  if (asks && isTyped && !isTimeToExplain) return passesOn(draft, slot);
  if ((!isTimeToExplain || !isDue(slot, draft.state)) && hasAngerWord(event.words)) return calm(draft, slot);
  if (isTyped && event.heard === null && takesAsOther(draft, slot)) return askNext(draft);
  const more = isTyped && tellsMore(draft, slot);
  if (!more && isTyped && tellsStory(slot, event.words)) return hears(draft, slot);
  if (!more || isTimeToExplain) return badAnswer(draft, slot, trouble);
  draft.set({ bad: draft.state.bad + 1 });
  askAgain(draft);
}

/** Whatever day comes first: 越快越好, "the earliest", "any day". */
const ANY_DAY =
  /^(?:(?:the|an?|as|just|whatever|whichever|whenever|any|some|next|very|possible|please|pls|ok|day|time|one|appointment|appt|slot|you (?:have|can|got)|is|works?|fine|with me|for me|available|free|soon|asap|first|earliest|sooner|earlier|better)(?: |$))+$|^(?:就|那|我|给我|要|都|最好|能|尽|尽量|越|请|约)*(?:最?早(?:一?点|些)?|越?(?:快|早)越好|尽快|尽早|第一个|最近|最快|随便|随时|哪天都(?:行|可以|好)|哪天都|都(?:行|可以))(?:的|时间|一天|那个|就行|就好|吧|好了|都行|可以)*$/;

/** Where no day has to be told, who takes any leaves it to the desk, as by "skip". */
function isAnyDay(draft: FormDraft, slot: Slot, { words, found }: WordsEvent): boolean {
  if (slot.type !== 'date' || slot.isBirth || isDue(slot, draft.state) || found.length > 0) return false;
  return ANY_DAY.test(plainWords(words));
}

/** "12 May" is half of a date of birth: the year is asked for, and what was told is not asked for again. Said twice it is no answer any more. */
function keepsHalf(draft: FormDraft, event: WordsEvent, slot: Slot, trouble: SlotTrouble): boolean {
  const half = halfOfBirth(event);
  if (half === '' || half === draft.state.half) return false;
  draft.set({ half });
  if (trouble !== 'year') return false;
  draft.say(usualWords(draft, slot, trouble), slotButtons(draft, slot), draft.ask(slot));
  return true;
}

/** What is wrong with the answer; the third time, how to do without; after that the question is let go. */
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
    return draft.say(texts.invalidAgain(draft.label(slot)), [...choiceButtons(draft, slot), cancel], draft.ask(slot));
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
  const ways = [...choiceButtons(draft, slot), personButton(draft), draft.button('cancel', draft.texts.cancel)];
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
  const ways = [...choiceButtons(draft, slot), personButton(draft), draft.button('cancel', draft.texts.cancel)];
  draft.say(draft.texts.angered(draft.label(slot)), ways, draft.ask(slot));
}

function usualWords(draft: FormDraft, slot: Slot, trouble: SlotTrouble): string {
  const { locale, today } = draft.event;
  const day = (days: number | undefined) => (days === undefined ? '' : showDate(daysAfter(today, days), locale));
  return draft.texts.invalid(slot.type, slot.isBirth && trouble === 'form' ? 'birth' : trouble, {
    label: draft.label(slot),
    from: day(slot.days?.from),
    to: day(slot.days?.to),
    limit: slot.length?.max ?? 0,
  });
}

import {
  EXPLAIN_AT,
  askFor,
  askNext,
  askToResume,
  askToSend,
  askWhatToChange,
  confirmButtons,
  personButton,
  remindToSend,
} from './ask-next.ts';
import { digress, keepsFiles, takesNote } from './beside-answer.ts';
import { changedWords, choosesAnew, corrects, mayCorrect, recants } from './correct-answer.ts';
import type { Slot } from './form.ts';
import type { FormDraft } from './form-draft.ts';
import type { WordsEvent } from './form-event.ts';
import { isNameOf, namedSlot } from './slot-name.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import { noAnswer } from './no-answer.ts';
import { readAnswer } from './read-slot.ts';
import { addsToStory, saysSentence } from './tells-more.ts';
import { takeInPassing } from './take-in-passing.ts';

/** In UTF-16 units: what is longer than a few words may name an article as well. */
const FEW_WORDS = 20;

/** Words while a slot is asked for. */
export function answerSlot(draft: FormDraft, event: WordsEvent, slot: Slot): void {
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
  const { half } = draft.state;
  const reading = readAnswer(slot, slot.isBirth ? { ...event, half } : event);
  if ('trouble' in reading) return noAnswer(draft, event, slot, reading.trouble, asks);
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

const ONLY_NUMBER = /^\s*#?\d{3,14}\s*$/;

/** A number alone does not say what happened: it is the order that is asked for next. */
function takesOrder(draft: FormDraft, event: WordsEvent): boolean {
  if (!ONLY_NUMBER.test(event.words)) return false;
  const order = draft.form.slots.find(({ type, name }) => type === 'order' && draft.state.slots[name] === undefined);
  const reading = order && readAnswer(order, event);
  if (!order || !reading || 'trouble' in reading) return false;
  draft.fill(order, reading.value);
  draft.lead(draft.texts.noted(draft.lines([order])));
  askNext(draft);
  return true;
}

/** Whatever has no shape of its own: a text, the words of a choice, an article that the catalogue does not know. */
function isOpenEnded({ type }: Slot, { found }: WordsEvent): boolean {
  return type === 'text' || type === 'choice' || (type === 'product' && !found.some(({ kind }) => kind === 'product'));
}

/** Words under the summary that are neither yes nor no. */
export function answerConfirm(draft: FormDraft, event: WordsEvent): void {
  const changed = takeInPassing(draft, { correcting: true });
  if (changed.length > 0) {
    for (const slot of changed) draft.lead(changedWords(draft, slot));
    return askNext(draft);
  }
  if (keepsFiles(draft, event) || (event.heard !== null && digress(draft, event))) return;
  // What somebody still has to say belongs to what is sent.
  if (event.pressed === null && event.heard === null && saysSentence(event.words) && addsToStory(draft)) {
    // It may mean something else all the same, but is never one bad answer too many.
    draft.set({ bad: Math.max(draft.state.bad, Math.min(draft.state.bad + 1, EXPLAIN_AT - 1)) });
    return remindToSend(draft);
  }
  const bad = draft.state.bad + 1;
  draft.set({ bad });
  if (bad < EXPLAIN_AT) return remindToSend(draft);
  if (bad === EXPLAIN_AT) {
    return draft.say(draft.texts.confirmExplained, [...confirmButtons(draft), personButton(draft)]);
  }
  draft.effect({ type: 'handoff' });
}

/** Which detail shall be another? */
export function answerChange(draft: FormDraft, event: WordsEvent): void {
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

/** Who wants nothing more of it, as against who speaks of it. */
const HAS_DONE = /\b(?:no|not|don['’]?t|already|done|sorted|solved)\b|不|没|已经|好了|解决/i;

/** Shall we go on? Who twice says something else than yes or no is still at it. */
export function answerResume(draft: FormDraft, event: WordsEvent): void {
  if (choosesAnew(draft, event)) return;
  if (takeInPassing(draft, {}).length > 0) return askNext(draft);
  if (keepsFiles(draft, event) || (event.heard !== null && digress(draft, event))) return;
  const bad = draft.state.bad + 1;
  draft.set({ bad });
  if (bad === 1) return askToResume(draft, false);
  if (!HAS_DONE.test(event.words)) return askNext(draft);
  draft.end('left', draft.texts.putAside(draft.title), [personButton(draft)]);
}

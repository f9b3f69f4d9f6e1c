import { askAgain, askNext } from './ask-next.ts';
import type { Slot } from './form.ts';
import type { FormDraft } from './form-draft.ts';
import type { WordsEvent } from './form-event.ts';
import { isOnlyOrder } from './order-in-words.ts';
import { readAnswer, readInPassing } from './read-slot.ts';
import { showValue } from './show-value.ts';
import { takeInPassing } from './take-in-passing.ts';

/** "Actually I'd rather have my money back", 算了还是退款吧. */
const RECANTS =
  /\b(?:instead|rather|after all)\b|^\s*(?:no|wait|actually|hm+|on second thought)\b|^\s*(?:算了|等等|不对|要不)|还是.{1,12}(?:吧|好了|算了)?[\s。.!！]*$|改成|改为|换成/iu;

/** Another of the choices than the one that was made before: that one counts, whatever is asked now. */
export function recants(draft: FormDraft, event: WordsEvent, asked: Slot): boolean {
  if (asked.type === 'choice' && 'value' in readAnswer(asked, event)) return false;
  return choosesAnew(draft, event, asked);
}

/** The same where the question that is asked has no choices, or is whether to go on. */
export function choosesAnew(draft: FormDraft, event: WordsEvent, asked: Slot | null = null): boolean {
  if (event.pressed !== null || !RECANTS.test(event.words)) return false;
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

const CORRECTS =
  /^(?:(?:hm+|oh|ah|um+|er+|well|ok|okay|but|yes|嗯|哦|啊|哎)[,，\s]+)*(?:no|wait|actually|sorry|oops|i meant?|不对|不是|错了|说错了|等等)(?:[,，。.!！ ]|(?=是))/iu;

/** What names one thing and nothing else, or begins with "no": it is about something that was said before. */
export function mayCorrect({ words, found }: WordsEvent): boolean {
  const rest = found.reduce((left, { text }) => left.replace(text, ' '), words);
  return CORRECTS.test(words.trim()) || isOnlyOrder(words) || (found.length > 0 && !/[\p{L}\p{N}]/u.test(rest));
}

/** Another value for what was told before; the same one again is no bad answer either. */
export function corrects(draft: FormDraft, event: WordsEvent): boolean {
  const changed = takeInPassing(draft, { correcting: true });
  for (const slot of changed) draft.lead(changedWords(draft, slot));
  if (changed.length > 0) {
    askNext(draft);
    return true;
  }
  if (correctsName(draft, event)) {
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

const NAME_ALONE = /^(?:\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}|\p{Script=Han}{2,4})$/u;

/** "No wait, Bob Gray" to who said Bob Ray: a name that has a part of the one before is that name put right. */
function correctsName(draft: FormDraft, event: WordsEvent): boolean {
  let rest = event.words.trim();
  while (CORRECTS.test(rest)) rest = rest.replace(CORRECTS, '').trim();
  if (rest === event.words.trim() || !NAME_ALONE.test(rest.replace(/[.。!！]$/u, ''))) return false;
  const slot = draft.form.slots.find(({ type, isName }) => type === 'text' && isName);
  const before = slot && draft.state.slots[slot.name];
  if (slot === undefined || before === undefined) return false;
  const parts = /\p{Script=Han}/u.test(rest) ? [...rest] : rest.split(' ');
  const reading = readAnswer(slot, { ...event, words: rest, found: [] });
  if ('trouble' in reading || !parts.some((part) => before.value.includes(part))) return false;
  draft.fill(slot, reading.value);
  draft.lead(changedWords(draft, slot));
  return true;
}

/** Says what a detail is now that it was changed. */
export function changedWords(draft: FormDraft, slot: Slot): string {
  const value = draft.state.slots[slot.name];
  return draft.texts.changed(draft.label(slot), value === undefined ? '' : showValue(slot, value, draft.event.locale));
}

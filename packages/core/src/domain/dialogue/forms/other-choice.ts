import type { FormDraft } from './form-draft.ts';
import type { Slot } from './form.ts';
import { asksSomewhere } from '../../words/asks.ts';
import { plainWords } from '../../words/plain-words.ts';
import { readAnswer } from './read-slot.ts';

/** The choice that stands for whatever is none of the others. */
const OTHER = 'other';
/** Longer words tell a story, and go with the talk. UTF-16 units. */
const LONGEST = 120;
/** Two words, or three Chinese characters: less may be a slip. */
const TELLS = /[\p{Script=Latin}\d][^\s]*\s+\S*[\p{Script=Latin}\d]|\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}/u;
/** About the question or the bot rather than an answer to it. */
const NO_ANSWER =
  /\b(?:you|your|bot|i (?:told|said)|already|none of|what do|don['’]?t (?:know|understand))\b|[你您]|说过|不懂|看不懂|机器人/iu;

/**
 * "It's the wrong colour" where the choices are a size, a fault and "something else": it is the last of these, in the visitor's own words. False
 * where the form has no such choice, or the words hardly answer.
 */
export function takesAsOther(draft: FormDraft, asked: Slot): boolean {
  const words = draft.event.words.trim();
  const other = asked.choices.find(({ value }) => value === OTHER);
  if (other === undefined || words.length > LONGEST || !TELLS.test(words)) return false;
  if (NO_ANSWER.test(plainWords(words)) || asksSomewhere(words) || draft.event.found.length > 0) return false;
  const details = draft.form.slots.find(
    ({ type, name, requiredIf }) =>
      type === 'text' && requiredIf?.slot === asked.name && draft.state.slots[name] === undefined,
  );
  const reading = details?.requiredIf?.is.includes(OTHER) ? readAnswer(details, draft.event) : null;
  if (details !== undefined && reading !== null && 'value' in reading) {
    draft.fill(asked, { value: OTHER, from: 'said' });
    draft.fill(details, reading.value);
  } else draft.fill(asked, { value: OTHER, from: 'said', shown: words });
  return true;
}

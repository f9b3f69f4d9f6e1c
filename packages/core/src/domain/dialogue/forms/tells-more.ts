import type { FormDraft } from './form-draft.ts';
import type { Slot } from './form.ts';
import { isOnlyOrder } from './order-in-words.ts';

/** In UTF-16 units: where a form says nothing else. */
const LONGEST = 4000;
const LATIN_WORDS = 3;
/** Where a name is asked for, two words that are none tell something. */
const FEWER_LATIN_WORDS = 2;
const HAN = 4;
/** An address or a number that was tried, and the wish to give none. */
const OF_THE_ANSWER =
  /[@＠]|^\S+ at \S+$|mail|\bphone\b|\baddress\b|邮箱|邮件|电话|\b(?:rather not|refuse|none|have no|do not|do(?:n'?|n’)t (?:want|have|use|know|like|need)\b(?! (?:an?|the|my|any|your) (?!e-?mail|mail|phone|address|number|one\b)))\b|不(?:想|给|要|用|告诉|方便|知道|需)|没有|算了/iu;

const OF_THE_NUMBER =
  /\b(?:(?<!\b(?:vat|tax|phone) )number|order|confirmation|receipt|invoice|find|look|lost)\b|订单|单号|号码|收据|找|丢/iu;
const OF_THE_NAME = /\bname\b|\bcalled\b|名字|姓名|叫|姓/iu;
const STORY_WORDS = 5;
const STORY_HAN = 8;

/**
 * "Sorry, 41 not 14" where an address to answer to is asked for: who tells more of what it is about gave no bad answer, and what they told
 * goes with the rest of it. False where it is something else, or the form has no such words.
 */
export function tellsMore(draft: FormDraft, asked: Slot): boolean {
  const words = draft.event.words.trim();
  if (isOnlyOrder(words)) return addsToStory(draft);
  const least = asked.isName ? FEWER_LATIN_WORDS : LATIN_WORDS;
  return isAboutSomethingElse(asked, words) && isTold(words, least) && addsToStory(draft);
}

/** Puts words with what the request is about. False where the form has no such words, or they are too few to be any. */
export function addsToStory(draft: FormDraft): boolean {
  const words = draft.event.words.trim();
  if (!isTold(words, FEWER_LATIN_WORDS)) return false;
  // What nobody else may read is an answer to its own question; unless it is what the visitor came to say.
  const slot = draft.form.slots.find(
    ({ type, isName, sensitive, fromOpening, name }) =>
      type === 'text' && !isName && (!sensitive || fromOpening) && draft.state.slots[name] !== undefined,
  );
  const before = slot && draft.state.slots[slot.name];
  if (slot === undefined || before === undefined) return false;
  const value = `${before.value}\n${words}`;
  if (value.length > (slot.length?.max ?? LONGEST)) return false;
  draft.fill(slot, { value, from: 'said' });
  draft.lead(draft.texts.added);
  return true;
}

/** Whether words are a whole sentence about something else than the address or the number that is asked for. */
export function tellsStory(asked: Slot, words: string): boolean {
  if (asked.isName || !isAboutSomethingElse(asked, words) || /\d/.test(words)) return false;
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= STORY_HAN || (words.match(/[\p{Script=Latin}]+/gu)?.length ?? 0) >= STORY_WORDS;
}

/** Whether words are no slip of a word that was wanted, such as "snd it pls". */
export function saysSentence(words: string): boolean {
  return isTold(words, STORY_WORDS);
}

function isAboutSomethingElse({ type, isName }: Slot, words: string): boolean {
  if (isName) return !OF_THE_ANSWER.test(words) && !OF_THE_NAME.test(words);
  if (type === 'order') return !OF_THE_ANSWER.test(words) && !OF_THE_NUMBER.test(words);
  return (type === 'email' || type === 'phone') && !OF_THE_ANSWER.test(words);
}

function isTold(words: string, least: number): boolean {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= HAN || (words.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0) >= least;
}

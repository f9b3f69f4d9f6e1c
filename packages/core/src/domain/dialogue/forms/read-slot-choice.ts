import { isOneSlip } from '../../words/one-slip.ts';
import { simplify } from '../../words/simplify.ts';
import { isWholeAt } from '../../words/word-spotter.ts';
import type { Slot, SlotChoice } from './form.ts';
import { plainWords } from '../../words/plain-words.ts';
import { NOT_THE_FORM, said } from './slot-reading.ts';
import type { SlotReading } from './slot-reading.ts';

const ORDINALS: readonly RegExp[] = [
  /^(?:1|(?:the )?first(?: one)?|第一个|一)$/,
  /^(?:2|(?:the )?second(?: one)?|第二个|二)$/,
  /^(?:3|(?:the )?third(?: one)?|第三个|三)$/,
  /^(?:4|(?:the )?fourth(?: one)?|第四个|四)$/,
  /^(?:5|第五个|五)$/,
  /^(?:6|第六个|六)$/,
  /^(?:7|第七个|七)$/,
  /^(?:8|第八个|八)$/,
];

/**
 * Which of a slot's choices words name.
 * @param asked whether the words answer the question: only then do "2" and "the first one" mean a choice
 */
export function readSlotChoice(slot: Slot, words: string, asked: boolean): SlotReading {
  const plain = plainWords(words);
  if (asked) {
    const exact = slot.choices.find((choice) =>
      Object.values(choice.label).some((l) => plainLabel(l) === plainLabel(plain)),
    );
    const byPlace = slot.choices[ORDINALS.findIndex((ordinal) => ordinal.test(plain))];
    const meant = exact ?? byPlace;
    if (meant !== undefined) return said(meant.value);
  }
  const meant = slot.choices.flatMap((choice) => {
    const word = wordOf(choice, plain);
    return word === null ? [] : [{ choice, word }];
  });
  // 零基础 is not 基础 as well: the shorter word stands in the longer.
  const [first, ...others] = meant.filter(
    ({ word }) => !meant.some((other) => other.word.length > word.length && other.word.includes(word)),
  );
  if (asked && first === undefined) {
    const mistyped = slot.choices.filter((choice) => choiceWords(choice).some((word) => isNearly(word, plain)));
    if (mistyped.length === 1 && mistyped[0] !== undefined) return said(mistyped[0].value);
  }
  // Two of them say nothing in passing; as an answer, neither.
  return first !== undefined && others.length === 0 ? said(first.choice.value) : NOT_THE_FORM;
}

/** Whether a text, made plain, may mean one of a slot's choices: false means that it does not. A glance, as every message gets it. */
export function mayChoose({ choices }: Slot, plain: string): boolean {
  return choices.some((choice) => wordOf(choice, plain) !== null);
}

/** The longest word of a choice that stands in a text; null when none does. */
function wordOf(choice: SlotChoice, plain: string): string | null {
  return choiceWords(choice).find((word) => stands(word, plain)) ?? null;
}

const known = new WeakMap<SlotChoice, readonly string[]>();

const FINISHED = /^\p{Script=Han}{1,4}了$/u;

/** What a choice is called, the longest first; put together once for each reading of a site. */
export function choiceWords(choice: SlotChoice): readonly string[] {
  const before = known.get(choice);
  if (before !== undefined) return before;
  const words = [...Object.values(choice.label).map(plainLabel), ...Object.values(choice.words).flat().map(simplify)];
  // What 碎了 is 是碎的 as well.
  words.push(...words.filter((word) => FINISHED.test(word)).map((word) => `是${word.slice(0, -1)}的`));
  words.sort((a, b) => b.length - a.length);
  known.set(choice, words);
  return words;
}

/** "A voucher" is meant by "voucher". */
function plainLabel(label: string): string {
  return plainWords(label).replace(/^(?:an?|the) /, '');
}

/** Below this one slip makes another word. UTF-16 units. */
const SHORTEST_MISTYPED = 6;
const LATIN = /^[a-z ']+$/;

/** Whether a choice's word stands in an answer with one slip: "to small", "monney back". */
function isNearly(word: string, plain: string): boolean {
  if (word.length < SHORTEST_MISTYPED || !LATIN.test(word)) return false;
  const said = plain.split(' ');
  const length = word.split(' ').length;
  return said.some((_, at) => {
    if (at + length > said.length || /^never$/.test(said[at - 1] ?? '') || DENIED.test(said.slice(0, at).join(' ')))
      return false;
    return isOneSlip(word, said.slice(at, at + length).join(' ')) || isSlipEach(word, said.slice(at, at + length));
  });
}

/** Words that sound alike, of which choices have the one and hurried people type the other. */
const SOUNDS_LIKE: Readonly<Record<string, string>> = { to: 'too', too: 'to' };
/** Below this a slip makes another word of a single one. */
const SHORTEST_WORD_MISTYPED = 5;

/** "To smal" for "too small": of several words each may have its slip. */
function isSlipEach(word: string, said: readonly string[]): boolean {
  const words = word.split(' ');
  if (words.length < 2) return false;
  return words.every((one, at) => {
    const other = said[at] ?? '';
    if (one === other || SOUNDS_LIKE[one] === other) return true;
    return one.length >= SHORTEST_WORD_MISTYPED && isOneSlip(one, other);
  });
}

/** "Not a refund", "I don't want my money back", 不要退款. "No, a new one" denies nothing, and has lost its comma here. */
const DENIED =
  /(?:(?:(?<!\bwhy )\bnot|(?:\bdo|\bdid|\bwould)n'?t)(?: (?:really )?(?:want|need|like|ask(?:ing)? for|after))?(?: (?:an?|the|my|any|another))?|n't|\bno|[没不未沒](?:有|是|想|要|用|需要)?|别|別)\s*$/;

/** Whole words of Latin letters, anything of Chinese; and not what is denied. */
function stands(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWholeAt(word, text, at) && !DENIED.test(text.slice(0, at))) return true;
  }
  return false;
}

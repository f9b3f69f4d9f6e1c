import type { Attachment } from '../../attachment/attachment.ts';
import type { Entity } from '../../entity.ts';
import type { Slot, SlotChoice } from './form.ts';
import type { SlotValue } from './form-state.ts';
import { looksLikeQuestion, plainWords } from './form-words.ts';
import { namesOnly } from './only-names.ts';
import { readSpelledEmail } from './spelled-email.ts';
import { simplify } from '../../words/simplify.ts';
import { isOneSlip } from '../../words/one-slip.ts';
import { isWholeAt } from '../../words/word-spotter.ts';
import { daysAfter } from './calendar-day.ts';

/** Why an answer is none. `form`: of another shape; `early`, `late`: outside of the days; `time`: a time of day is missing. */
export type SlotTrouble = 'form' | 'short' | 'long' | 'early' | 'late' | 'time';

export type SlotReading = { value: SlotValue; used: Entity | null } | { trouble: SlotTrouble };

/** What an answer is read from. */
export interface Answer {
  readonly words: string;
  readonly found: readonly Entity[];
  readonly files?: readonly Attachment[];
  /** The visitor's day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** UTF-16 units of what stands for an article that is in no catalogue. */
const LONGEST_PRODUCT = 120;
const NOT_THE_FORM: SlotReading = { trouble: 'form' };

/** The answer to the question for a slot. */
export function readAnswer(slot: Slot, answer: Answer): SlotReading {
  switch (slot.type) {
    case 'choice':
      return readChoice(slot, answer.words, true);
    case 'text':
      return readText(slot, answer);
    case 'file':
      return filesSent(answer) ?? NOT_THE_FORM;
    default:
      return readNamed(slot, answer) ?? readLoosely(slot, answer.words);
  }
}

/** What a sentence that was no answer to this slot tells about it all the same. Null: nothing. */
export function readInPassing(slot: Slot, answer: Answer): SlotReading | null {
  if (slot.type === 'text') return slot.isName ? nameSaid(answer.words) : null;
  if (slot.type === 'file') return filesSent(answer);
  if (slot.type === 'choice') {
    const reading = readChoice(slot, answer.words, false);
    return 'value' in reading ? reading : null;
  }
  return readNamed(slot, answer) ?? (slot.type === 'order' ? orderByItsName(answer.words) : null);
}

function filesSent({ files }: Answer): SlotReading | null {
  if (files === undefined || files.length === 0) return null;
  return { value: { value: namesOf(files), files, from: 'said' }, used: null };
}

/** The value of a slot that takes files, as people read it. */
export function namesOf(files: readonly Attachment[]): string {
  return files.map(({ name }) => name).join(', ');
}

/** As the entity finder found it. */
function readNamed(slot: Slot, { found, today }: Answer): SlotReading | null {
  const used = found.find(({ kind }) => kind === slot.type);
  if (used === undefined) return null;
  if (used.kind === 'date') return readDate(slot, used, today);
  const shown = used.kind === 'product' ? { shown: used.name } : {};
  return { value: { value: used.value, ...shown, from: 'said' }, used };
}

function readDate(slot: Slot, used: Extract<Entity, { kind: 'date' }>, today: string): SlotReading {
  const day = used.value.slice(0, 10);
  if (slot.days !== null && day < daysAfter(today, slot.days.from)) return { trouble: 'early' };
  if (slot.days !== null && day > daysAfter(today, slot.days.to)) return { trouble: 'late' };
  if (slot.withTime && !used.timeIsCertain) return { trouble: 'time' };
  if (slot.withTime) return { value: { value: used.value, from: 'said' }, used };
  const clock = used.value.slice(11, 16);
  // Noon is what a day alone has.
  const near = clock !== '' && (used.timeIsCertain || clock !== '12:00') ? { near: clock } : {};
  return { value: { value: day, ...near, from: 'said' }, used };
}

/** "Just send me a new one!" and "no wait, my mail is a@b.example" name no article. */
const NO_ARTICLE =
  /[@＠]|^(?:no|wait|sorry|oops)\b|不对|说错|给我|給我|赶紧|趕緊|赶快|快点|快點|马上|立刻|\b(?:give|send|get) (?:me|us)\b|\bi (?:want|need|demand) (?:my|it|a (?:refund|replacement|new one))\b|\b(?:hurry|asap)\b/i;
/** People answer what they have at hand: this is a telephone's number, and no order's. */
const CHINESE_MOBILE = /^1[3-9]\d{9}$/;

/** What the finder does not know, but a person means when asked for just this. */
function readLoosely({ type }: Slot, words: string): SlotReading {
  const plain = words.trim();
  if (type === 'order') {
    if (CHINESE_MOBILE.test(plain)) return NOT_THE_FORM;
    const number = /(?<![A-Za-z0-9])#?([A-Za-z]{0,6}[-_]?\d{3,14})(?![A-Za-z0-9@])/.exec(plain)?.[1];
    return number === undefined ? NOT_THE_FORM : said(number.toUpperCase());
  }
  if (type === 'email') {
    const address = readSpelledEmail(plain);
    return address === null ? NOT_THE_FORM : said(address);
  }
  if (type === 'phone') {
    const number = /^[+(]?\d[\d\s()/.-]{5,22}\d$/.exec(plain)?.[0];
    return number === undefined ? NOT_THE_FORM : said(number.replace(/[^\d+]/g, ''));
  }
  if (type === 'amount') {
    const number = /^\d{1,9}(?:[.,]\d{1,2})?$/.exec(plain)?.[0];
    return number === undefined ? NOT_THE_FORM : said(number.replace(',', '.'));
  }
  if (type === 'product') {
    return plain.length > LONGEST_PRODUCT ||
      BARE_YES.test(plainWords(plain)) ||
      NO_ARTICLE.test(plain) ||
      looksLikeQuestion(plain) ||
      !/[\p{L}\p{N}]{2}|\p{Script=Han}/u.test(plain)
      ? NOT_THE_FORM
      : said(plain);
  }
  return NOT_THE_FORM;
}

/** "order 1042", 订单号是1042: a number that its name stands before is one, whatever the site's usually look like. */
function orderByItsName(words: string): SlotReading | null {
  const number =
    /(?:\border(?: (?:number|no\.?))?|订单号?(?:码|是|为)?)\s*[:：#是]?\s*([A-Za-z]{0,6}-?\d{3,14})(?![A-Za-z0-9@])/i.exec(
      simplify(words),
    )?.[1];
  return number === undefined ? null : said(number.toUpperCase());
}

/** People who say their name beside other things say so. */
const NAME =
  /\b(?:my (?:full )?name(?: is|'s)|name:|call me)\s+(\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,3}?)(?=\s*(?:$|[,;，；。!！\n]|\.(?:\s|$)|\b(?:and|my|phone|mail|e-?mail|born|tel)\b))|(?:我叫|(?:我的)?(?:名字|姓名)(?:是|叫|[:：])\s*)(\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?|\p{L}[\p{L} ]{1,40}?)(?=\s*(?:$|[,，;；。.!！\n]|电话|手机|邮箱))/iu;

/** The name alone of "I'm Ana Lopez", which says it only to whoever asked for a name. */
function nameIn(words: string): string | null {
  const reading = nameSaid(words);
  if (reading !== null && 'value' in reading) return reading.value.value;
  return (
    /^(?:i'?m|i am|it'?s|this is|我是|叫)\s*(\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,3})$/iu
      .exec(words.replace(/[.。!！]$/u, ''))?.[1]
      ?.trim() ?? null
  );
}

function nameSaid(words: string): SlotReading | null {
  const [, latin, han] = NAME.exec(words) ?? [];
  const name = latin ?? han;
  return name === undefined ? null : said(name.trim());
}

/** Answers to a question of yes or no: nobody is called so, and "yes" alone tells nothing. */
const BARE_YES = /^(?:yes|yeah|yep|yup|y|ok(?:ay)?|sure|send(?: it)?|submit|是的?|对的?|好的?|嗯+|行|发送|提交|确认)$/;
const BARE_NO = /^(?:no|nope|nah|n|不|不是|不要)$/;

/** "OK book it", 帮我约上. */
const ORDERS_SOMETHING =
  /^(?:ok|okay|yes|yeah|sure|please|alright|great|perfect)\s|\b(?:book|send|do|confirm|reserve|make|take|cancel) (?:it|that|this|me|one)\b|^(?:好的?|行|那就?|请|帮我|给我|麻烦)\S{2,}|[吧吗呢]$/;

/** No word of a sentence: "no not cancel, just move it", "the first one", 我不能来. Nor is anybody called thanks. */
const OF_A_SENTENCE =
  /(?:^| )(?:not?|just|it|its|can|can'?t|cannot|don'?t|do not|did|didn'?t|was|were|are|you|your|we|move|cancel|please|this|that|these|those|what|which|the|one|same|because|about|already|now|later|tomorrow|today|yes|hi|hello|thanks|gracias|merci|danke|grazie|obrigad[oa]|either|neither|email|e-mail|phone)(?: |$)|[没不別别].{0,2}[能要会會想用是有]|[这這那]个|[这這那]個|谢谢|謝謝/u;

/** Will Smith and May Lin ask nothing. */
const BEGINS_LIKE_QUESTION = /^(?:will|may) (?!(?:i|we|you|it|they|he|she)$)\p{L}{2,}$/u;

/** What is asked or told is nobody's name. */
function mayBeName(plain: string): boolean {
  return (
    !BARE_NO.test(plain) &&
    (!looksLikeQuestion(plain) || BEGINS_LIKE_QUESTION.test(plain)) &&
    plain.split(' ').length <= 7 &&
    !/\b(?:want|need|would)\b|我想|我要/.test(plain) &&
    !ORDERS_SOMETHING.test(plain)
  );
}

function readText(slot: Slot, { words, found }: Answer): SlotReading {
  const text = words.trim();
  const length = [...text].length;
  if (slot.length !== null && length > slot.length.max) return { trouble: 'long' };
  // An address or a number alone answers another question than this; so does "my mail is a@b.example".
  const named = found.filter(({ kind }) => kind === 'email' || kind === 'phone' || kind === 'order');
  const rest = found.reduce((left, entity) => left.replace(entity.text, ' '), text);
  if (
    !/[\p{L}\p{N}]/u.test(rest) ||
    namesOnly(
      text,
      named.map((entity) => entity.text),
    )
  )
    return NOT_THE_FORM;
  const plain = plainWords(text);
  const name = slot.isName ? nameIn(text) : null;
  if (slot.isName && (!mayBeName(plain) || OF_A_SENTENCE.test(name?.toLowerCase() ?? plain))) return NOT_THE_FORM;
  if (BARE_YES.test(plain)) return NOT_THE_FORM;
  if (slot.length !== null && length < slot.length.min) return { trouble: 'short' };
  return said(name ?? text);
}

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

/** @param asked whether the words answer the question: only then do "2" and "the first one" mean a choice */
function readChoice(slot: Slot, words: string, asked: boolean): SlotReading {
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
    if (at + length > said.length || /^(?:not?|never)$|n't$/.test(said[at - 1] ?? '')) return false;
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

const DENIED = /(?:\bnot|n't|\bno|[没不未沒]有?)\s*$/;

/** Whole words of Latin letters, anything of Chinese; and not what is denied. */
function stands(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWholeAt(word, text, at) && !DENIED.test(text.slice(0, at))) return true;
  }
  return false;
}

function said(value: string): { value: SlotValue; used: null } {
  return { value: { value, from: 'said' }, used: null };
}

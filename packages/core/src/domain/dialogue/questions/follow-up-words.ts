import type { Locale } from '../../locale.ts';

/** How a message leans on what went before, by its words alone. */
export interface FollowUpWords {
  /** `marked`: it says so ("and …", "what about", 那…呢). `pointing`: it points ("it", 这个). `short`: it may. */
  kind: 'marked' | 'pointing' | 'short';
  /** The message without the words that only join it to what went before. */
  rest: string;
  /** Words with a meaning of their own, lower case; pairs of characters in Chinese. */
  content: readonly string[];
  locale: Locale;
}

/** Longest message that can lean on another: words in English, characters in Chinese. */
const LONGEST = { marked: { en: 9, zh: 16 }, pointing: { en: 7, zh: 12 }, short: { en: 3, zh: 6 } } as const;

const MARKED: Record<Locale, RegExp> = {
  en: /^(?:(?:and|or|but|also|then|ok(?:ay)?)\b|(?:so )?(?:what|how) (?:about|if)\b|same (?:for|with)\b|btw\b|by the way\b)|\b(?:too|as well|instead|btw|by the way)\s*[?.!]*$/i,
  zh: /^(?:那|还有|或者|如果|要是|换成|同样)|呢\s*[?？。.!！~～]*$/u,
};
const POINTING: Record<Locale, RegExp> = {
  en: /\b(?:it|its|that|this|them|they|those|these|there|one)\b/i,
  zh: /[它这那](?:个|些|样|种|款|边|件|里|么)?/u,
};
const JOINING: Record<Locale, RegExp> = {
  en: /^(?:(?:and|or|but|also|then|ok|okay|so|btw|by the way)\b[\s,]*)+|\b(?:what|how) (?:about|if)\b|\bsame (?:for|with)\b|\b(?:too|as well|instead|btw|by the way)(?=\s*[?.!]*$)/gi,
  zh: /^(?:那么?|还有|或者|如果是?|要是|换成|同样)[,，]?|[呢吗]?\s*[?？。.!！~～]*$/gu,
};
const FRAME: Record<Locale, RegExp> = {
  en: /\b(?:how (?:much|many|long|often|soon|fast|late|far)|how|when|where|why|who|which|(?:can|could|may) (?:i|you|we)|do (?:you|i)|is it|cost|price)\b/i,
  zh: /(?:多少钱|多少天|多少|多久|多长时间|几天|什么时候|怎么样?|如何|哪里|哪儿|为什么|能不能|可不可以|可以|能|要不要|有没有|贵不贵)/u,
};
/** Words that any question may hold. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'the and for are you your can how what when where why who about with from that this have has will would does did not any much many long it is to in on of a an i do my me we us or so if there them they one'.split(
    ' ',
  ),
);

const EMPTY_CHARACTER = /[这那它的了吗呢吧啊呀么个些样可以能会要有没不是我你您他们就也还都在和跟把给被到怎什多少几哪]/u;

/** Whether a message says by a word of its own that it goes on from something. */
export function isMarked(text: string, locale: Locale): boolean {
  return MARKED[locale].test(text.trim());
}

/** Null when the message is too long, or too much of its own, to lean on another. */
export function readFollowUp(text: string, locale: Locale): FollowUpWords | null {
  const units = locale === 'zh' ? text.length : countWords(text);
  if (units > LONGEST.marked[locale] || text.length > 120) return null;
  const said = text.trim();
  const kind = isMarked(said, locale) ? 'marked' : POINTING[locale].test(said) ? 'pointing' : 'short';
  if (units > LONGEST[kind][locale]) return null;
  const rest = said.replace(JOINING[locale], ' ').replace(/\s+/g, ' ').trim();
  if (rest === '') return null;
  return { kind, rest, content: contentOf(rest, locale), locale };
}

/**
 * The ways to read a message as one question with the one before it, the likelier first. Who asks something of their own
 * ("how long does it take?") asks it of the old subject; who names a subject ("and returns?") asks the old question of it.
 */
export function readTogether({ rest, locale }: FollowUpWords, before: string): string[] {
  const subject = contentOf(before, locale).filter((word) => locale === 'zh' || !FRAME.en.test(word));
  const frame = FRAME[locale].exec(before)?.[0] ?? '';
  const together = FRAME[locale].test(rest)
    ? `${rest} ${locale === 'zh' ? withoutFrame(before) : subject.join(' ')}`
    : `${frame} ${rest}`;
  // In Chinese what a thing is of stands before it: 退货 + 运费多少钱 asks what returns cost.
  const of = locale === 'zh' ? [`${rest}${before}`] : [];
  return [...new Set([together.trim(), `${before} ${rest}`, ...of])];
}

const POINTERS: Record<Locale, RegExp> = {
  en: /\b(?:it|that|this|them|they|those|these|there)\b/gi,
  zh: /[在到去从]?[这那](?:里|儿|边|个|些|种|款|件)?|它们?/gu,
};
/** Verbs that say nothing without their object are left out. */
const WANTED_EN =
  /\b(?:can|could|may|should|do|does|will) (?:i|we|you|one) (?!(?:need|get|have|want|take|know|make|give|put|use|keep|see|do|go|come)\b)([a-z]{3,})\b(.*)/is;

/**
 * A message that points, without its pointers: what it asks for as a question of its own. "Can I park there?" asks for parking, as many
 * questions are put. None where it does not point, or only does.
 */
export function readWithoutPointers({ rest, content, locale }: FollowUpWords): string[] {
  const plain = rest.replace(POINTERS[locale], ' ').replace(/\s+/g, ' ').trim();
  if (content.length === 0 || plain.length >= rest.length) return [];
  if (locale === 'zh') return [plain, `${plain}吗`];
  const [, verb, object = ''] = WANTED_EN.exec(plain) ?? [];
  return verb === undefined ? [] : [plain, `${verb.replace(/(?<!e)e$/, '')}ing${object}`];
}

const PREPOSITIONS = 'to|into|in|from|for|with|by|at|on|within';
const LAST_PART = new RegExp(`^(.*\\b(?:${PREPOSITIONS}))\\s+\\S.*$`, 'is');
const STARTS_WITH_ONE = new RegExp(`^(${PREPOSITIONS})\\b`, 'i');

/**
 * The question before with its last part exchanged: "and to Canada?" after "how much is delivery to Germany?" asks "how much is
 * delivery to Canada". Null where it has no such part. In Chinese the readings together say as much.
 */
export function exchangePart({ rest, locale }: FollowUpWords, before: string): string | null {
  if (locale !== 'en' || FRAME.en.test(rest)) return null;
  const preposition = STARTS_WITH_ONE.exec(rest)?.[1];
  if (preposition === undefined) {
    const kept = LAST_PART.exec(before)?.[1];
    return kept === undefined ? null : `${kept} ${rest}`;
  }
  const kept = new RegExp(`^(.*)\\b${preposition}\\s+\\S.*$`, 'is').exec(before)?.[1];
  return kept === undefined ? null : `${kept}${rest}`;
}

function withoutFrame(question: string): string {
  return question.replace(FRAME.zh, '').replace(/[吗呢了的?？。！!]/gu, '');
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Words with a meaning of their own, lower case; pairs of characters in Chinese. */
export function contentOf(rest: string, locale: Locale): string[] {
  const words = rest.toLowerCase().match(/[\p{Script=Latin}\p{N}]{2,}/gu) ?? [];
  if (locale === 'en') return words.filter((word) => !EMPTY_WORDS.has(word) && word.length > 2);
  const characters = rest.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = characters.flatMap((run) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...words, ...pairs.filter((pair) => !EMPTY_CHARACTER.test(pair))];
}

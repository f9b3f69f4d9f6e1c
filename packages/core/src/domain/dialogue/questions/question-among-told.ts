import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { announces } from './announced-question.ts';
import { asksSomewhere, looksLikeQuestion } from '../../words/asks.ts';
import { settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Guesses, Turn } from '../turn.ts';

/** Longer texts are stories with more than one matter in them. UTF-16 units. */
const LONGEST = 300;
const MOST_PARTS = 5;
/** Where what is told may end and what is asked begin, the surest place first. */
const BOUNDARIES: readonly RegExp[] = [
  /[.!?;\n。！？；…]+\s*/u,
  /[,.!?;:\n，。！？；：…]+\s*|\s[–-]+\s/u,
  /[,.!?;:\n，。！？；：…]+\s*|\s[–-]+\s|\s(?:and|but|so|because)\s/u,
];
const LETTERS = /\p{L}{2}/u;
/** "Hi Mei" before a question. */
const GREETS = /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\s\S+\s*$/i;

interface Part {
  words: string;
  asks: boolean;
  /** What it surely means; null too where that is small talk. */
  sure: Guesses[number] | null;
  isTalk: boolean;
}

/**
 * "My sister told me about your shop. Can I pay by invoice", 第一次来，贵不贵: what is told beside a question blurs it. Where the bot is unsure
 * of the whole, the one part that it is sure of counts, if it is all that is asked, or comes last where nothing is.
 */
export function questionAmongTold(turn: Turn): BotReply | null {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || turn.sure !== null || text.length > LONGEST) return null;
  let before = 1;
  for (const boundary of BOUNDARIES) {
    const words = text.split(boundary).filter((part) => LETTERS.test(part) && !GREETS.test(part) && !announces(part));
    if (words.length === before || words.length > MOST_PARTS) continue;
    before = words.length;
    const part = partThatCounts(turn, words);
    if (part?.sure) return settle(turn, part.sure.intent, [part.sure], part.words);
  }
  return null;
}

function partThatCounts(turn: Turn, words: readonly string[]): Part | null {
  const parts = words.map((part) => partOf(turn, part));
  // Whoever asks for a person besides is heard by others.
  if (parts.some(({ sure }) => sure?.intent === BUILT_IN.person)) return null;
  const asked = parts.filter(({ asks, isTalk }) => asks && !isTalk);
  // Half an answer would look like a whole one.
  if (asked.some(({ sure }) => sure === null)) return null;
  const [only, other] = distinct((asked.length > 0 ? asked : parts).filter(({ sure }) => sure !== null));
  if (only === undefined || other !== undefined || (!only.asks && only !== parts.at(-1))) return null;
  // What is not asked must not be something else than the whole may be, too.
  const [likely] = turn.guesses;
  const doubted = likely !== undefined && likely.intent !== only.sure?.intent && !isSmallTalk(likely.intent);
  return !only.asks && doubted && likely.confidence >= turn.input.thresholds.suggest ? null : only;
}

function partOf(turn: Turn, words: string): Part {
  const sure = turn.surest(turn.input.understand(words).guesses);
  const asks = looksLikeQuestion(words) || asksSomewhere(words);
  const isTalk = sure !== null && isSmallTalk(sure.intent);
  return { words, asks, sure: isTalk ? null : sure, isTalk };
}

/** One of each intent. */
function distinct(parts: readonly Part[]): Part[] {
  return parts.filter(({ sure }, at) => parts.findIndex((other) => other.sure?.intent === sure?.intent) === at);
}

import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Turn } from '../turn.ts';

/** Longer texts are stories with more than one question in them. UTF-16 units. */
const LONGEST = 200;
/** Where a question begins that no mark stands before. */
const BEGINS =
  /(?<=\S\s+\S+\s+\S.*)[\s,;.…-]+(?=(?:(?:can|could|may|should|would|do|does|did|is|are|how|what|when|where|which)\s+(?:i|you|u|we|it|they|there|that|this|my|your|the|long|much|many|do|does|can|is|are)|(?:any ?body|any ?one) (?:there|here|know))\b)/gis;
/** What a question without a mark needs at least. */
const FEWEST_WORDS = 3;
/** Words of a question before another place in it where one may begin. */
const WITHIN = 3;
/** Readings are dear. */
const MOST_TRIED = 3;

/**
 * "My tooth is killing me can i come today": what is told before it blurs a question, which is taken by itself when the bot is unsure of
 * the whole and sure of it.
 */
export function runOnQuestion(turn: Turn): BotReply | null {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || turn.sure !== null || text.length > LONGEST) return null;
  for (const question of endsOf(text)) {
    const sure = turn.surest(turn.input.understand(question).guesses);
    if (sure === null || sure.intent === BUILT_IN.person || isSmallTalk(sure.intent)) continue;
    return settle(turn, sure.intent, [sure], question);
  }
  return null;
}

/** The last question of a text, to its end; null where none begins in it. */
export function lastRunOn(text: string): string | null {
  const ends = endsIn(text);
  let last = ends.length - 1;
  // "How much is the delivery" begins at "how", not at "is the".
  while (last > 0 && wordsBefore(ends[last]!, ends[last - 1]!) <= WITHIN) last -= 1;
  return ends[last] ?? null;
}

function wordsBefore(end: string, longer: string): number {
  return longer
    .slice(0, longer.length - end.length)
    .trim()
    .split(/\s+/).length;
}

/** From each place where a question may begin to the end, the longest first: "how long do i have" has two. */
function endsOf(text: string): string[] {
  return endsIn(text).slice(0, MOST_TRIED);
}

function endsIn(text: string): string[] {
  return Array.from(text.matchAll(BEGINS), ({ index, 0: gap }) => text.slice(index + gap.length)).filter(
    (end) => end.split(/\s+/).length >= FEWEST_WORDS,
  );
}

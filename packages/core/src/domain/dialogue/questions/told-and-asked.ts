import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { announces } from './announced-question.ts';
import { asksSomewhere, looksLikeQuestion } from '../../words/asks.ts';
import { answeredTogether } from './several-questions.ts';
import { faqAnswer } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Guesses, Turn } from '../turn.ts';

/** Longer texts are stories. UTF-16 units. */
const LONGEST = 200;
const CLAUSE =
  /[,.!?;\n，。！？；…]+\s*|\s[–-]+\s|\s(?:and|but|so)\s(?=(?:can|could|may|do|does|is|are|will|what|how|when|where|who)\b)/i;
/** Fewer characters of Chinese tell no matter of their own: 周末来 only says when. */
const TELLS = /[a-z]{2}.*\s.*[a-z]{2}|\p{Script=Han}{4}/iu;
const LETTERS = /\p{L}{2}/u;
/** What is told must be clear by itself, and a matter of its own. */
const CLEAR = 0.6;
/** "I live in Norway", "I want to return it": who tells of themselves says what they ask it for. */
const OF_THEMSELVES =
  /^\s*(?:(?:hi|hello|hey|ok|so|well|sorry|please|and|but)[\s,]+)*(?:i|we|i['’]?(?:m|d|ve|ll)|my (?:name|wife|husband|friend|mother|mum|mom|father|dad|sister|brother|son|daughter|kids?|child|boss))\b|^\s*(?:你好|您好|请问)?[\s,，]*(?:我|咱)(?!的|买的)|^\s*(?:想|要|打算|准备|是|这是)|^\s*(?:it|this|that|they|those)(?:['’]s|['’]re| is| are| was) (?:an?|for|my|our|all|just|not|only)\b/iu;

/**
 * "It shrank, can I send it back?": what went wrong and a question are two matters, and the answer to either alone leaves the other unheard.
 * What is told has an answer first, as a person would give it.
 */
export function toldAndAsked(turn: Turn): BotReply | null {
  const { text, pressed, form } = turn.input;
  const { sure } = turn;
  if (pressed !== undefined || form || sure === null || !turn.asks || isSmallTalk(sure.intent) || text.length > LONGEST)
    return null;
  // Most messages are one clause, or a greeting and one, or begin with a question.
  const { index } = CLAUSE.exec(text) ?? {};
  if (index === undefined) return null;
  const begin = text.slice(0, index);
  if (LETTERS.test(begin) && !isTold(begin) && !announces(begin)) return null;
  const [told, asked, another] = text.split(CLAUSE).filter((clause) => LETTERS.test(clause) && !announces(clause));
  if (told === undefined || asked === undefined || another !== undefined) return null;
  if (!isTold(told) || !looksLikeQuestion(asked)) return null;
  const first = turn.surest(turn.input.understand(told).guesses);
  if (first === null || first.confidence < CLEAR) return null;
  const second = sure.intent === first.intent ? turn.surest(turn.input.understand(asked).guesses) : sure;
  if (second === null || second.intent === first.intent || isSmallTalk(second.intent)) return null;
  const both: Guesses = [first, second];
  if (both.some(({ intent }) => intent === BUILT_IN.person || isSmallTalk(intent))) return null;
  const answers = new Map(
    both.flatMap(({ intent }) => {
      const answer = faqAnswer(turn, intent);
      return answer === null ? [] : [[intent, answer] as const];
    }),
  );
  return answers.size < both.length ? null : answeredTogether(turn, answers, both, asked);
}

/** Whether words say what is the matter, and ask nothing. */
function isTold(words: string): boolean {
  return !looksLikeQuestion(words) && TELLS.test(words) && !asksSomewhere(words) && !OF_THEMSELVES.test(words);
}

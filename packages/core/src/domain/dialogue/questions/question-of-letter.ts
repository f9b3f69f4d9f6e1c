import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import { isRequest } from '../../words/wants.ts';
import { lastRunOn } from './run-on-question.ts';
import { settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Turn } from '../turn.ts';

/** Shorter texts mean what they say as a whole; longer ones are read to their question by nobody but a person. UTF-16 units. */
const [SHORTEST, LONGEST] = [120, 1000];
const SENTENCE = /(?<=[.!?。！？])\s+|(?<=[。！？])|\n+/u;
/** The question must be clear by itself. */
const CLEAR = 0.6;

/**
 * "I am writing on behalf of my husband, who … Could you tell me whether …": of a long text its one question is what is asked, however sure the
 * bot is of all the words around it.
 */
export function questionOfLetter(turn: Turn): BotReply | null {
  const { text, pressed, form } = turn.input;
  if (text.length < SHORTEST || text.length > LONGEST || pressed !== undefined || form) return null;
  const { sure } = turn;
  // What nobody is sure of is taken apart in other ways.
  if (sure === null || sure.intent === BUILT_IN.person || isSmallTalk(sure.intent)) return null;
  const question = onlyQuestion(text);
  const asked = question === null ? null : turn.surest(turn.input.understand(question).guesses);
  if (question === null || asked === null || asked.confidence < CLEAR || asked.intent === sure.intent) return null;
  if (asked.intent === BUILT_IN.person || isSmallTalk(asked.intent)) return null;
  return settle(turn, asked.intent, [asked, sure], question);
}

/** The one sentence that asks something, or, where there are no sentences, what the words come to in the end. */
function onlyQuestion(text: string): string | null {
  const sentences = text.split(SENTENCE).filter((sentence) => /\p{L}{2}/u.test(sentence));
  if (sentences.length < 2) return lastRunOn(text);
  // "I want to return it" besides is more than a question.
  if (isRequest(text)) return null;
  const [question, another] = sentences.filter(looksLikeQuestion);
  return question === undefined || another !== undefined ? null : question;
}

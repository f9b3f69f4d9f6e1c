import type { BotReply } from '../../conversation/bot-commands.ts';
import { offeringPerson } from '../person/person.ts';
import { isQuestionWord } from './question-word.ts';
import type { Turn } from '../turn.ts';

/** So sure the bot must be that such words mean something by themselves. */
const CLEAR = 0.9;
const POINTS = /\b(?:it|that|this|they|them|these|those)\b|[它这這]|(?:完|好)[了吗嗎呢啊呀吧]*[？?]?$/i;

/**
 * "When will I get it?" after the answer about certificates, which does not say: it is asked of what was answered, whatever else "when will I
 * get" is near to. What is known was said, and a person can tell more.
 */
export function moreOfIt(turn: Turn): BotReply | null {
  const { context, sure, input } = turn;
  const [last] = context?.intents.slice(-1) ?? [];
  if (last === undefined || input.pressed !== undefined || !isQuestionWord(turn) || !POINTS.test(input.text))
    return null;
  if (sure !== null && (sure.confidence >= CLEAR || context?.intents.includes(sure.intent) === true)) return null;
  const [together] = input.understand(`${context?.words ?? ''} ${input.text}`).guesses;
  if (together?.intent !== last || together.confidence < input.thresholds.answer) return null;
  const { unsureStreak } = input;
  return {
    ...offeringPerson(turn, turn.texts.toldAll, 'unsure', [together]),
    unsureStreak: unsureStreak + 1,
  };
}

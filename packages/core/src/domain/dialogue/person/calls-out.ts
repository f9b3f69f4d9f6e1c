import type { BotReply } from '../../conversation/bot-commands.ts';
import { plainWords } from '../../words/plain-words.ts';
import { offeringPerson } from './person.ts';
import type { Turn } from '../turn.ts';

const CALLS =
  /^(?:(?:hello|hi|hey|um+|so|ok) )*(?:is |are )?(?:there )?(?:any ?(?:one|body)|some ?(?:one|body)|you)(?: still| even)? (?:there|here|in|home|around|available|online|at home)(?: (?:please|now|at all|right now))*$|^(?:is there )?any ?(?:one|body)$/;

/** "Is anyone there?": somebody is, and says what it is; a person is a button away. It is no question that the bot did not know; what an FAQ answers comes first. */
export function callsOut(turn: Turn): BotReply | null {
  const { pressed, form, text, unsureStreak } = turn.input;
  if (pressed !== undefined || form || !CALLS.test(plainWords(text.replace(/[!?.]+/g, ' ')))) return null;
  return { ...offeringPerson(turn, turn.texts.iAmABot, 'small_talk', []), unsureStreak };
}

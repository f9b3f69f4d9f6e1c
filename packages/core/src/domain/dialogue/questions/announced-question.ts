import type { BotReply } from '../../conversation/bot-commands.ts';
import { announcesQuestion, mayAnnounce } from '../../words/question-openers.ts';
import { plainWords } from '../../words/plain-words.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** UTF-16 units. */
const LONGEST = 60;

/** "I have a question", 想咨询一下: no question yet, however near its words are to one. The bot asks for it. */
export function announcedQuestion(turn: Turn): BotReply | null {
  const { pressed, form, text, unsureStreak } = turn.input;
  if (pressed !== undefined || form || text.length > LONGEST || !mayAnnounce(text) || !announcesQuestion(turn.plain))
    return null;
  return { ...say(turn.texts.askBack, { kind: 'small_talk', guesses: [] }), unsureStreak };
}

/** Whether a part of a message only says that a question comes. */
export function announces(part: string): boolean {
  return part.length <= LONGEST && mayAnnounce(part) && announcesQuestion(plainWords(part));
}

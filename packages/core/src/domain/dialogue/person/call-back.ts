import type { BotReply } from '../../conversation/bot-commands.ts';
import { callPerson } from './person.ts';
import type { Turn } from '../turn.ts';

/** A number to call or an address to write to. */
const NAMES = /\d{4}|\d[\d\s./-]{4}|[@＠]/;
const ASKS =
  /\b(?:call|phone|ring|text|e-?mail|write(?: to)?|contact|reach) me\b|\bgive me a (?:call|ring)\b|\bcall ?back\b|[给給]我(?:打|回|来|來)?(?:个|個)?[电電][话話]|[电電][话話][给給]我|[联聯][系繫絡络]我|回[电電]|回[复復]我/i;

/** "Call me back, 030 1234567": that is for a person, whatever it is about; the bot has no telephone. */
export function callBack(turn: Turn): BotReply | null {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || !NAMES.test(text) || !ASKS.test(text)) return null;
  return callPerson(turn, 'asked', turn.guesses);
}

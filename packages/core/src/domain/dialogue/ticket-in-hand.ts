import type { BotReply } from '../conversation/bot-commands.ts';
import { ticketTexts } from '../ticket/ticket-words.ts';
import { say } from './turn.ts';
import type { Turn } from './turn.ts';

/** What the bot does not know, while the visitor has a request running: it is put with that, where a person reads it. */
export function ticketInHand(turn: Turn): BotReply | null {
  const { ticket, voice, locale, ownerName, pressed } = turn.input;
  if (ticket === null || pressed !== undefined) return null;
  const text = ticketTexts(voice, locale).added(ticket, ownerName);
  return say(text, { kind: 'ticket', guesses: turn.guesses });
}

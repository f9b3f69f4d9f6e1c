import type { BotReply } from '../../conversation/bot-commands.ts';
import { ticketTexts } from '../../ticket/ticket-words.ts';
import { asksSomewhere } from '../../words/asks.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** How people begin what they forgot to say. */
const ADDS =
  /^(?:(?:oh|ah|and|ok|sorry|wait)[,! ]+)*(?:one more thing|another thing|i forgot|forgot to (?:say|mention)|ps\b|p\.s\.|to add|in addition|by the way|btw)|^(?:哦|啊|对了)?[,，]?(?:还有一(?:点|件事)|另外补充|补充一(?:下|点)|忘了说|忘记说|顺便说一下)/iu;

/** Who says that something is added to what they asked for is not asked back what it may mean. */
export function addedToTicket(turn: Turn): BotReply | null {
  const { text } = turn.input;
  return ADDS.test(text.trim()) && !asksSomewhere(text) ? ticketInHand(turn) : null;
}

/** What the bot does not know, while the visitor has a request running: it is put with that, where a person reads it. */
export function ticketInHand(turn: Turn): BotReply | null {
  const { ticket, voice, locale, ownerName, pressed } = turn.input;
  if (ticket === null || pressed !== undefined) return null;
  const text = ticketTexts(voice, locale).added(ticket, ownerName);
  return say(text, { kind: 'ticket', guesses: turn.guesses });
}

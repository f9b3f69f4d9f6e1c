import type { BotReply } from '../../conversation/bot-commands.ts';
import { ticketTexts } from '../../ticket/ticket-words.ts';
import { offeringPerson } from '../person/person.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

const WORD = /[\p{L}\p{N}]/u;
const ANGRY = /[😠😡🤬😤👿🖕👎💢💩😒🙄😞😔😢😭😩😫☹🙁]/u;
const HELLO = /[👋🙋]/u;
/** Thumbs up, hands that clap or pray, hearts, smiles. */
const PLEASED = /[👍👌🙏👏🙌💪❤♥💕💖💯✅✔🎉🥳😀😃😄😁😊🙂😍🥰😘😎🤗🤝☺😂🤣😅]/u;

const SMILES = /^[\s!.~]*(?:[😀😃😄😁😊🙂☺😎🤗]️?[\s!.~]*)+$/u;

/**
 * A message without a letter or a digit: an emoji, `???`, dots, or files alone. It says little, but it is no question that the bot failed
 * to answer, so the streak stands.
 */
export function wordlessMessage(turn: Turn): BotReply | null {
  const { text, pressed, unsureStreak, files, ticket, voice, locale, ownerName } = turn.input;
  if (pressed !== undefined || WORD.test(text)) return null;
  const { texts } = turn;
  if (files !== undefined && ticket !== null) {
    return say(ticketTexts(voice, locale).added(ticket, ownerName), { kind: 'ticket', guesses: [] });
  }
  if (files !== undefined) return { ...offeringPerson(turn, texts.fileCame, 'small_talk', []), unsureStreak };
  if (ANGRY.test(text)) return { ...offeringPerson(turn, texts.annoyed, 'small_talk', []), unsureStreak };
  // Who begins with a smile thanks for nothing yet.
  if (turn.context === null && SMILES.test(text)) {
    return { ...say(texts.greeting, { kind: 'small_talk', guesses: [] }), unsureStreak };
  }
  const word = HELLO.test(text) ? texts.greeting : PLEASED.test(text) ? texts.thanks : texts.askBack;
  return { ...say(word, { kind: 'small_talk', guesses: [] }), unsureStreak };
}

/** No laughter: to a question that is no answer. */
const KIND = /[❤♥💕💖🙏👏🙌🥰😍🤗🎉🥳]/u;

/** The same while a form is open: an angry face is heard, a heart is thanked for, and the question stands. Null: it says nothing. */
export function facesInForm(turn: Turn): BotReply | null {
  const { text, pressed, files } = turn.input;
  if (pressed !== undefined || files !== undefined || WORD.test(text)) return null;
  if (ANGRY.test(text)) return offeringPerson(turn, turn.texts.annoyed, 'small_talk', []);
  return KIND.test(text) ? say(turn.texts.thanksBetween, { kind: 'small_talk', guesses: [] }) : null;
}

import { cleanMessage } from './clean-message.ts';
import { isGibberish } from './gibberish.ts';

export interface CleaningOptions {
  /** To one way of writing, such as from traditional to simplified characters. */
  foldScript?: (text: string) => string;
  /** What the bot itself says: a message that is one of these was pasted back. */
  botTexts?: readonly string[];
}

/** A message that stays, once, with every place where it stood. */
export interface CleanMessage {
  readonly text: string;
  /** Places in the list that was given, in rising order. */
  readonly at: number[];
}

export interface CleanedMessages {
  readonly messages: readonly CleanMessage[];
  /** How many texts were left out, by reason. Repeats of a message are counted, and belong to it all the same. */
  readonly dropped: { empty: number; gibberish: number; bot: number; duplicates: number };
}

/** Cleans every text, and keeps each message once. The order is that of the first occurrence. */
export function cleanMessages(texts: readonly string[], options: CleaningOptions = {}): CleanedMessages {
  const clean = (text: string) => cleanMessage(text, options.foldScript);
  const bot = new Set((options.botTexts ?? []).map((text) => sameness(clean(text))));
  const dropped = { empty: 0, gibberish: 0, bot: 0, duplicates: 0 };
  const known = new Map<string, CleanMessage>();
  texts.forEach((raw, place) => {
    const text = clean(raw);
    const key = sameness(text);
    const before = known.get(key);
    if (before !== undefined) {
      dropped.duplicates += 1;
      before.at.push(place);
    } else if (text === '') dropped.empty += 1;
    else if (bot.has(key)) dropped.bot += 1;
    else if (isGibberish(text)) dropped.gibberish += 1;
    else known.set(key, { text, at: [place] });
  });
  return { messages: [...known.values()], dropped };
}

/** Case, marks and blanks make no other message; other numbers do. */
function sameness(text: string): string {
  const letters = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return letters === '' ? text : letters;
}

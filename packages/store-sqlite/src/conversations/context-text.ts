import type { DialogueContext } from '@solodesk/core';

/** What each message writes anew, as far as it changed; a property that is not named here does not compile. */
type Written = 'intents' | 'again' | 'words' | 'named' | 'offered' | 'insults' | 'wantsNoOffers' | 'at';
const namesAll: Exclude<keyof DialogueContext, Written> extends never ? true : false = true;

const named = new WeakMap<DialogueContext['named'], string>();

/**
 * The same as `JSON.stringify`: with each message the bot answers a context is written, and most of it is what was named
 * earlier, which is kept as text for as long as it is the same list.
 */
export function contextText(context: DialogueContext): string {
  const { intents, again, words, offered, insults, wantsNoOffers, at } = context;
  const offers = namesAll && wantsNoOffers === true ? ',"wantsNoOffers":true' : '';
  const times = again === undefined ? '' : `,"again":${again}`;
  return (
    `{"intents":${textOf(intents)}${times},"words":${JSON.stringify(words)},"named":${namedText(context.named)},` +
    `"offered":${textOf(offered)},"insults":${insults}${offers},"at":${at}}`
  );
}

function textOf(names: readonly string[]): string {
  return names.length === 0 ? '[]' : JSON.stringify(names);
}

function namedText(things: DialogueContext['named']): string {
  if (things.length === 0) return '[]';
  let text = named.get(things);
  if (text === undefined) named.set(things, (text = JSON.stringify(things)));
  return text;
}

import { markMatches } from '@solodesk/nlu';

/** Characters of an excerpt, about two lines. */
const LENGTH = 180;
/** Sentences of a section that are looked at: the time of a search must not depend on an author. */
const MAX_SENTENCES = 200;
const SENTENCE = /[^.!?。！？\n]+[.!?。！？]*\s*/gu;

/** The part of a text that says most of what was looked for; its beginning where nothing was. */
export function excerpt(text: string, query: string): string {
  const sentences = text.match(SENTENCE) ?? [text];
  let best = 0;
  let most = 0;
  sentences.slice(0, MAX_SENTENCES).forEach((sentence, at) => {
    const marked = query === '' ? 0 : markMatches(sentence, query).filter((piece) => piece.marked).length;
    if (marked > most) [best, most] = [at, marked];
  });
  const characters = [...sentences.slice(best).join('').replace(/\s+/g, ' ').trim()];
  const cut = characters.length > LENGTH ? `${characters.slice(0, LENGTH).join('').trimEnd()}…` : characters.join('');
  return best === 0 ? cut : `… ${cut}`;
}

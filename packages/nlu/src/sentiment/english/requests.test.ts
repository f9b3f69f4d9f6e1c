import { describe, expect, it } from '@jest/globals';
import { askings } from './requests.ts';
import { englishTokens } from './tokens.ts';

/** How each sentence of a text asks. */
function asking(text: string): string[] {
  const tokens = englishTokens(text);
  const found = askings(text, tokens);
  const ends = tokens.flatMap(({ start, end }, at) => (/^[.!?]/.test(text.slice(start, end)) ? [at] : []));
  return (ends.length > 0 ? ends : [tokens.length - 1]).map((at) => String(found[at]));
}

describe('an English sentence', () => {
  it.each([
    'Do you repair broken zips?',
    'could you send it again',
    'Hi, can I come on Friday?',
    'How do I report a leak?',
    "I'd like to return the curtains.",
    'I need to cancel a delivery',
    'please refund the difference',
    'what if the glass is cracked?',
  ])('asks: %s', (text) => {
    const reproachful = / again/.test(text);
    expect(asking(text)).toEqual([reproachful ? 'reproaches' : 'asks']);
  });

  it.each([
    'does anybody ever answer?',
    'why does nobody care?',
    'Where is my parcel?!',
    'how hard can it be',
    "can't you read?",
    'Where on earth is it?',
    'It broke?',
  ])('does not merely ask: %s', (text) => {
    expect(asking(text)).not.toContain('asks');
  });

  it('asks or tells by itself, whatever stands beside it', () => {
    expect(asking('My tooth broke. When can I come in? It hurts.')).toEqual(['null', 'asks', 'null']);
  });

  it('is none in a text without words', () => {
    expect(askings('', [])).toEqual([]);
    expect(askings('?', englishTokens('?'))).toEqual([null]);
  });
});

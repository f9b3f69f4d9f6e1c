import { expect, it } from '@jest/globals';
import type { DialogueContext } from '@solodesk/core';
import { contextText } from './context-text.ts';

const named: DialogueContext['named'] = [
  { kind: 'order', value: 'TL-1042 "so"' },
  { kind: 'email', value: '王@example.com' },
];
const context: DialogueContext = {
  intents: ['payment.methods', 'a"b'],
  words: '怎么付款\n"now"\u2028',
  named,
  offered: [],
  insults: 2,
  at: 1_795_934_683_573,
};

it.each<[string, DialogueContext]>([
  ['names that were said', context],
  ['the same names again', { ...context, words: 'and then?' }],
  ['nothing named, something offered', { ...context, named: [], offered: ['returns', 'size "M"'] }],
  ['an answer given again', { ...context, again: 2 }],
  ['a wish for no offers', { ...context, wantsNoOffers: true }],
  ['nothing at all', { intents: [], words: '', named: [], offered: [], insults: 0, at: 0 }],
])('a context with %s reads back from its text as it was', (_, kept) => {
  expect(JSON.parse(contextText(kept))).toEqual(kept);
});

import { describe, expect, it } from '@jest/globals';
import { PLAIN_VOICE } from '../../domain/voice.ts';
import type { IntentModel } from '../../ports/intent-model.ts';
import { vainSearch } from './vain-search.ts';

const model = (guesses: Record<string, number>, outOfScope = false): IntentModel => ({
  bookHash: 'h',
  thresholds: { answer: 0.7, suggest: 0.3, hint: 0.2 },
  understand: (_text, locale) => ({
    locale,
    guesses: Object.entries(guesses).map(([intent, confidence]) => ({ intent, confidence })),
    outOfScope,
  }),
});
const tried = (from: IntentModel) => ({
  site: {
    ...{ name: 'Shop', ownerName: 'Mara', locales: ['en', 'zh'] as const },
    voice: PLAIN_VOICE,
    emergency: {
      number: '112',
      flags: [{ name: 'poison', phrases: [[['swallowed'], ['poison']]], firstAid: {} }],
    },
    recognise: { orderNumber: 'AB\\d{2}', country: null, currency: null },
  },
  book: { faqs: new Map(), hash: 'h', locales: ['en', 'zh'] } as never,
  model: from,
  catalogue: null,
});

describe('what a search in vain leaves for the owner', () => {
  it('is its masked words, and what the bot thought of them', () => {
    const unsure = tried(model({ 'returns.how': 0.25 }));
    expect(vainSearch('gift for  AB12', 'en', unsure)).toEqual({
      ...{ text: 'gift for 0000', locale: 'en' },
      guesses: [{ intent: 'returns.how', confidence: 0.25 }],
    });
  });

  it('is nothing where a question in the chat would not be kept either', () => {
    expect(vainSearch('swallowed poison', 'en', tried(model({})))).toBeNull();
    expect(vainSearch('AB12', 'en', tried(model({})))).toBeNull();
    expect(vainSearch('gift wrap', 'en', tried(model({}, true)))).toBeNull();
    expect(vainSearch('good morning', 'en', tried(model({ 'solodesk.greeting': 0.95 })))).toBeNull();
  });
});

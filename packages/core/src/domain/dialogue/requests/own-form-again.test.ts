import { describe, expect, it } from '@jest/globals';
import { BOOK, COST, NOW, say } from '../../../testing/short-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { formBook } from '../forms/form-book.ts';

const FORM = sampleForm(
  'quote',
  [sampleSlot('order', { type: 'order', label: { en: 'Order number' } }), sampleSlot('email', { type: 'email' })],
  { startedBy: [COST.intent] },
);
const form = {
  ...{ form: 'quote', slots: {}, skipped: [], asking: 'order', bad: 0, prompts: { order: 1 }, next: [], at: NOW },
};
const context = { ...NOTHING_YET, intents: [COST.intent], words: 'can you tell the price', at: NOW };
const answer = (text: string, known: Record<string, Record<string, number>>, change: object = {}) =>
  say(text, known, { form, formBook: formBook([FORM]), book: BOOK, context, now: NOW, ...change });

describe('while a form is open', () => {
  it('the answer that it began with is not said once more to who asks for the same again: it is said what is wanted for it', () => {
    const again = { 'can u tell it': { [COST.intent]: 0.95 } };
    expect(answer('can u tell it', again).text).toBe('I ask for "Order number" to know the order.\n\nWhich order?');
    expect(answer('can u tell it', again, { context: null }).text).toBe(`${COST.answer.en?.text}\n\nWhich order?`);
  });

  it('nothing is asked beside an answer unless the rest of the words asks it', () => {
    const found = { kind: 'order' as const, value: 'TL-1042', text: 'TL-1042', start: 0, end: 7 };
    const forms = () => ({
      find: () => [found],
      known: () => undefined,
      offered: () => [],
      verified: false,
      timeZone: 'UTC',
    });
    const whole = { 'TL-1042, happy now?': { 'delivery.countries': 0.95 } };
    const ask = (known: Record<string, Record<string, number>>) => answer('TL-1042, happy now?', known, { forms }).text;
    expect(ask(whole)).toBe('Which email?');
    expect(ask({ ...whole, ', happy now?': { 'delivery.countries': 0.9 } })).toBe('Everywhere.\n\nWhich email?');
  });
});

import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import type { InputChange } from '../../../testing/reply-input.ts';
import { RETURNS } from '../../../testing/test-desk.ts';
import { PRODUCT_FACTS } from '../../product.ts';
import type { Catalogue, Product } from '../../product.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { decideReply } from '../decide-reply.ts';

const named = (id: string, en: string, zh: string): Product => ({
  ...{ id, names: { en, zh }, price: null, currency: null, url: null },
});
const SHIRT = named('shirt', 'Teal shirt', '青色衬衫');
const TOWELS = named('towels', 'Tea towels', '茶巾');
const COLOURS: Readonly<Record<string, readonly Product[]>> = { teal: [SHIRT, TOWELS], 青色: [SHIRT] };
const catalogue: Catalogue = {
  keeps: new Set(),
  get: (id) => [SHIRT, TOWELS].find((product) => product.id === id) ?? null,
  called: () => [],
  described: () => [],
  told: (words) => COLOURS[words] ?? [],
};
const ask = (text: string, change: InputChange = {}) => decideReply(replyInput({ text, catalogue, ...change }));
const sure = { understand: () => [{ intent: RETURNS.intent, confidence: 0.9 }] };
/** The towels were spoken of. */
const context = {
  ...NOTHING_YET,
  ...{ intents: [PRODUCT_FACTS], named: [{ kind: 'product' as const, value: TOWELS.id }], at: replyInput({}).now },
};

describe('what there is in a colour', () => {
  it.each([
    'have you got anything in teal?',
    'something in teal',
    'do you have teal',
    'which products are teal',
    'Anything teal?',
  ])('%s', (text) => {
    expect(ask(text).text).toBe('Yes, we have Teal shirt.\nYes, we have Tea towels.');
  });

  it('is shown in Chinese', () => {
    expect(ask('有没有青色的东西', { locale: 'zh' }).text).toBe('有的，我们有青色衬衫。');
  });

  it('may be nothing: it is said so, and a person is offered', () => {
    const reply = ask('anything in blue or red?');
    expect(reply).toMatchObject({ reason: { kind: 'unsure' }, unsureStreak: 1 });
    expect(reply.text).toContain('nothing in blue or red');
    expect(reply.quickReplies).toHaveLength(1);
  });

  it('is left to an FAQ that surely knows, where the catalogue has nothing', () => {
    expect(ask('anything in blue?', sure).text).toBe('Within 30 days.');
    expect(ask('anything in teal?', sure).text).toContain('Teal shirt');
  });

  it('is not asked for by who means the product that was spoken of, or tells what came', () => {
    expect(ask('do you have teal?', { context }).text).not.toContain('Teal shirt');
    expect(ask('do you have it in teal?').text).not.toContain('Teal shirt');
    expect(ask('I ordered teal and got something else').text).not.toContain('Teal shirt');
  });
});

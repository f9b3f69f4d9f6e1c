import { describe, expect, it } from '@jest/globals';
import { replyTarget, replyToken } from './reply-token.ts';

const SECRET = 'a'.repeat(64);
const TARGET = { site: 'tea-shop', conversation: '0f8fad5b-d9cb-469f-a165-70867728950e' };
const ANN = 'ann@customer.example';
const token = replyToken(SECRET, TARGET, ANN);

describe('the id of a mail that can be answered', () => {
  it('leads its reader back to the conversation, by whichever id the answer names', () => {
    for (const id of [token, `${token}.7b1c`, `<${token}@shop.example>`, `<${token}.entry-1@shop.example>`]) {
      expect(replyTarget(SECRET, ['<else@x>', id], ANN)).toEqual(TARGET);
    }
    expect(replyTarget(SECRET, [token], ' ANN@Customer.example ')).toEqual(TARGET);
  });

  it('leads nobody else anywhere: not another sender, nor another desk, nor who changes a letter', () => {
    expect(replyTarget(SECRET, [token], 'mallory@customer.example')).toBeNull();
    expect(replyTarget('b'.repeat(64), [token], ANN)).toBeNull();
    expect(replyTarget(SECRET, [token.replace('tea-shop', 'tea-shoq')], ANN)).toBeNull();
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(replyTarget(SECRET, [token.slice(0, at) + other + token.slice(at + 1)], ANN)).toBeNull();
    }
    const elsewhere = replyToken(SECRET, { ...TARGET, conversation: '11111111-d9cb-469f-a165-70867728950e' }, ANN);
    const [, , mac = ''] = token.split('.');
    expect(replyTarget(SECRET, [elsewhere.replace(/\.[^.]+$/, `.${mac}`)], ANN)).toBeNull();
  });

  it('fits into the left side of an id, and is made for what is a conversation only', () => {
    expect(token).toMatch(/^[\w.-]{40,140}$/);
    expect(() => replyToken(SECRET, { site: 'shop', conversation: 'x' }, ANN)).toThrow('UUID');
    expect(replyTarget(SECRET, ['', '<>', 'c_a.b.c', `c_${'a'.repeat(100)}.x.y`], ANN)).toBeNull();
  });
});

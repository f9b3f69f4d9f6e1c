/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { stateWords } from './ticket-words.ts';

describe('where a ticket stands', () => {
  it('is what it is, but solved it was by nobody if its visitor took it back', () => {
    const words = (ticket: Parameters<typeof stateWords>[0]) =>
      [ticketTexts.en, ticketTexts.zh].map((texts) => stateWords(ticket, texts));
    expect(words({ state: 'open' })).toEqual(['Open', '处理中']);
    expect(words({ state: 'solved' })).toEqual(['Solved', '已解决']);
    expect(words({ state: 'solved', withdrawn: true })).toEqual(['Withdrawn', '已撤回']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { saidRows, saidText } from './said-rows.ts';
import type { SaidReader } from './said-rows.ts';

const BOT = 'Within 30 days you can send it back; the label is in your parcel.';
const SAID = [
  `You told me "${BOT}" and there is no label`,
  `> ${BOT}`,
  'Thank you very much!',
  'there is no label in my parcel at all',
];

const reader: SaidReader = {
  *messages() {
    for (const [at, text] of SAID.entries()) yield { id: at + 1, at, text, conversation: 1, seq: 2 * at + 2 };
  },
  message: (_site, event) => ({ text: SAID[event - 1] ?? '', conversation: 1, seq: 2 * event }),
  saidByBot: () => ['Thank you!', BOT],
  unanswered: () => new Set(),
  feedback: { *said() {}, text: () => null } as unknown as SaidReader['feedback'],
};

describe('what was said', () => {
  it('is without what the bot had told its writer, and nothing where it was only that', () => {
    const rows = saidRows(reader, 1, 0, 9);
    expect(rows.map(({ text, isBots }) => [text.replaceAll('\n', ' '), isBots])).toEqual([
      ['You told me " " and there is no label', false],
      ['', true],
      ['Thank you very much!', false],
      ['there is no label in my parcel at all', false],
    ]);
  });

  it('is the same where a theme is known again by it', () => {
    expect(saidText(reader, 1, 1, (text) => text)).toMatch(/^You told me "\s+" and there is no label$/);
    expect(saidText(reader, 1, 2, (text) => text)).toBe('');
  });
});

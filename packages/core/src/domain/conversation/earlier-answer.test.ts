import { describe, expect, it } from '@jest/globals';
import { answersLike } from './earlier-answer.ts';

const said = (question: string, answer: string, at = 1) => ({ conversationKey: 1, question, answer, at });
const ANSWERS = [
  said('Can I send back a vase that I opened?', 'Yes, opened ones too.', 9),
  said('Do you ship to Norway?', 'Yes, in five days.', 8),
  said('Do you deliver on Saturdays?', 'Only before noon.', 7),
  said('床单可以用烘干机吗', '可以，低温。', 6),
  said('ok thanks', 'You are welcome.', 5),
];
const find = (question: string) => answersLike(question, ANSWERS, 3).map(({ answer }) => answer);

describe('what the owner answered before', () => {
  it('is found by a question that says the same in other words, in any language', () => {
    expect(find('is shipping to norway possible')[0]).toBe('Yes, in five days.');
    expect(find('I opened the vase, can I still send it back')[0]).toBe('Yes, opened ones too.');
    expect(find('烘干机能烘床单吗')).toEqual(['可以，低温。']);
  });

  it('is nothing where only the small words are the same, or nothing is said', () => {
    expect(find('Do you have gift cards?')).toEqual([]);
    expect(find('…')).toEqual([]);
    expect(answersLike('anything', [], 3)).toEqual([]);
  });

  it('is told once, from the likest, of equals the newest', () => {
    const twice = [said('Do you ship to Norway?', 'Yes.', 3), said('Do you ship to Norway?', 'Yes.', 2)];
    expect(answersLike('do you ship to Norway', [...twice, ...ANSWERS], 3).map(({ at }) => at)).toEqual([8, 3]);
    expect(answersLike('do you ship to Norway', [...twice, ...ANSWERS], 1)).toHaveLength(1);
  });
});

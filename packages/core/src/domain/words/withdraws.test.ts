import { describe, expect, it } from '@jest/globals';
import { plainWords } from '../dialogue/forms/form-words.ts';
import { dropsCallIn } from './withdraws.ts';

describe('who waits for a person', () => {
  it.each([
    'oh never mind',
    'Never mind, cancel my request',
    'cancel the call please',
    'no need any more, thanks',
    '算了，不用了，谢谢',
    '算了，取消请求吧',
    '取消我的申请',
  ])('needs nobody any more: %s', (words) => {
    expect(dropsCallIn(plainWords(words))).toBe(true);
  });

  it.each([
    'cancel my order',
    'cancel it',
    'never mind the colour',
    'never mind, is my order cancelled',
    '取消订单',
    '取消',
  ])('tells that person something: %s', (words) => {
    expect(dropsCallIn(plainWords(words))).toBe(false);
  });
});

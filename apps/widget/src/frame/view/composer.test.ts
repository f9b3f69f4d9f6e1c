import { describe, expect, it } from '@jest/globals';
import { sends } from './composer.tsx';
import { isTelling } from './suggestions.tsx';

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

describe('Enter', () => {
  it('sends, and with Shift breaks the line', () => {
    expect(sends(enter)).toBe(true);
    expect(sends({ ...enter, shiftKey: true })).toBe(false);
  });

  it('never sends while an input method composes, nor with Safari’s key code of it', () => {
    expect(sends({ ...enter, isComposing: true })).toBe(false);
    expect(sends({ ...enter, keyCode: 229 })).toBe(false);
  });
});

describe('suggestions', () => {
  it('are asked for from three Latin letters or two Chinese signs on', () => {
    expect(['re', ' re ', 'ret', '退', '退货'].map(isTelling)).toEqual([false, false, true, false, true]);
    expect(isTelling('x'.repeat(201))).toBe(false);
  });
});

/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { prefer } from '../../state/preferences.ts';
import { PriorityReasons } from './priority-reasons.tsx';
import type { PriorityReason } from './priority-reasons.tsx';

const REFUND: PriorityReason = { name: 'refund', points: 15, text: { en: 'refund', zh: '退款' } };
const CALM: PriorityReason = { name: 'calm', points: -5, text: { en: 'calm' } };

function show(score: number, reasons: readonly PriorityReason[]): string[] {
  render(null, document.body);
  render(<PriorityReasons score={score} level="normal" reasons={reasons} />, document.body);
  return Array.from(document.querySelectorAll('li, p'), (line) => line.textContent ?? '');
}

describe('the reasons of a priority', () => {
  beforeEach(() => prefer({ locale: 'en' }));

  it('are a sum with a reason a line, points that are taken away with a minus', () => {
    expect(show(10, [REFUND, CALM])).toEqual(['refund+15', 'calm−5', 'Priority Normal10']);
  });

  it('are read in Chinese, in English where a rule has no Chinese', () => {
    prefer({ locale: 'zh' });
    expect(show(10, [REFUND, CALM])).toEqual(['退款+15', 'calm−5', '优先级 普通10']);
  });

  it('say when no rule counts, and when the sum is more than a priority can be', () => {
    expect(show(0, [])).toEqual(['No rule counts for it.', 'Priority Normal0']);
    expect(show(100, [{ ...REFUND, points: 109 }]).at(-1)).toBe(
      'The reasons add up to 109; a priority lies between 0 and 100.',
    );
  });

  it('name the rule that gave them, and hold no markup of its text', () => {
    show(15, [{ ...REFUND, text: { en: '<img src=x>' } }]);
    expect(document.querySelector('li')?.title).toBe('Rule “refund” of site.json');
    expect(document.querySelector('img')).toBeNull();
  });
});

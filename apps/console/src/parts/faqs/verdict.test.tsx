/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { QualityFigures, Turned, Verdict as VerdictData } from '../../state/api/faq-api.ts';
import { prefer } from '../../state/preferences.ts';
import { Verdict } from './verdict.tsx';

const answering = (coverage: number | null, wrongShare: number | null) => ({ coverage, wrongShare }) as QualityFigures;
const turned = (text: string, after: string | null): Turned => ({
  text,
  locale: 'en',
  intent: 'a.b',
  before: 'a.b',
  after,
});
const verdict = (change: Partial<VerdictData>): VerdictData => ({
  worse: true,
  turned: { lost: change.lost?.length ?? 0, won: change.won?.length ?? 0 },
  elsewhere: { lost: 0, won: 0 },
  before: answering(0.741, 0.021),
  after: answering(0.7, null),
  shared: 412,
  lost: [],
  won: [],
  failing: [],
  findings: [],
  ...change,
});
const nameOf = (intent: string) => `<${intent}>`;
function show(change: Partial<VerdictData>): string {
  const nothing = () => undefined;
  render(<Verdict verdict={verdict(change)} nameOf={nameOf} onSave={nothing} onBack={nothing} />, document.body);
  return document.body.textContent ?? '';
}

describe('what a change would do', () => {
  beforeEach(() => {
    render(null, document.body);
    prefer({ locale: 'en' });
  });

  it('names the questions that would be lost, and where they would go', () => {
    const text = show({ lost: [turned('<b>back?</b>', 'c.d'), turned('y', null)] });
    expect(text).toContain('This would make the bot worse');
    expect(text).toContain('2 questions that the bot treats rightly today would go wrong:');
    expect(text).toContain('<b>back?</b> would go to “<c.d>”');
    expect(text).toContain('y would get no answer');
    expect(text).toContain('74 % → 70 %');
    expect(text).toContain('2.1 % → –');
    expect(text).toContain('412 sentences');
    expect(document.querySelector('.verdict-list b')).toBeNull();
  });

  it('says of what no FAQ answers that it is right to leave it', () => {
    const astray = { ...turned('delete an app', 'c.d'), intent: null, before: null };
    expect(show({ lost: [astray] })).toContain('delete an app (none of your FAQs answers it) would go to “<c.d>”');
  });

  it('says that so little may be chance', () => {
    expect(show({ worse: false, lost: [turned('y', null)] })).toContain('by so little that it may be chance');
  });

  it('counts what turns and has nothing to do with it, without asking anybody to judge it', () => {
    expect(show({ elsewhere: { lost: 3, won: 4 } })).toContain(
      'turn that have nothing to do with it: here 3 would be answered worse, and 4 better.',
    );
    expect(show({})).not.toContain('nothing to do with it');
  });

  it('shows five, and counts the rest', () => {
    const text = show({ lost: Array.from({ length: 9 }, (_, n) => turned(`s${n}`, null)) });
    expect(document.querySelectorAll('.verdict-list li')).toHaveLength(6);
    expect(text).toContain('+ 4');
  });

  it('names tests that would fail, and what lint finds', () => {
    const failing = [{ intent: 'a.b', locale: 'en' as const, ask: 'when', expect: 'none', got: 'a.b' }];
    const findings = [
      { rule: 'shared-phrasing', severity: 'error' as const, message: 'm', file: 'shop/faq/a.json', line: 7 },
    ];
    const text = show({ failing, findings });
    expect(text).toContain('when expected no answer, would get “<a.b>”');
    expect(text).toContain(
      'The same phrasing in two FAQs, or in one and among what none answers m shop/faq/a.json, line 7',
    );
  });

  it('speaks Chinese', () => {
    prefer({ locale: 'zh' });
    expect(show({ lost: [turned('y', null)] })).toMatch(/这会让机器人变差.*仍然保存/s);
  });
});

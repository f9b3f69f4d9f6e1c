/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../api/api.ts';
import { createChangeFlow } from './change-flow.ts';
import type { Saved } from './change-flow.ts';
import type { QualityFigures, CheckState, FaqChange, Verdict } from '../api/faq-api.ts';

const change: FaqChange = { kind: 'add_phrasings', intent: 'a.b', phrasings: { en: ['x'] } };
const answering = { asked: 10, coverage: 0.5 } as QualityFigures;
const good: Verdict = {
  worse: false,
  turned: { lost: 0, won: 0 },
  elsewhere: { lost: 0, won: 0 },
  before: answering,
  after: answering,
  shared: 10,
  lost: [],
  won: [],
  failing: [],
  findings: [],
};
const lost = { text: 'y', locale: 'en' as const, intent: 'c.d', before: 'c.d', after: 'a.b' };

/** A flow against a server that gives these answers to the looks at the check, and that notes what is saved. */
function flowWith(looks: (CheckState | ApiError)[], save?: ApiError) {
  const sent: [FaqChange, readonly number[]][] = [];
  const done: Saved[] = [];
  let release = () => undefined as void;
  const flow = createChangeFlow(
    'shop',
    (saved) => done.push(saved),
    {
      beginCheck: async () => ({ check: 'c' }),
      check: async () => {
        const look = looks.shift();
        if (look === undefined || look instanceof ApiError) throw look ?? new Error('looked too often');
        return look;
      },
      save: async (_site, what, keys) => {
        if (save) throw save;
        sent.push([what, keys]);
        return { undo: 'u' };
      },
    },
    () => new Promise((resolve) => (release = () => resolve())),
  );
  return { flow, sent, done, release: () => release() };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a change of FAQs', () => {
  it('is saved by itself when nothing gets worse', async () => {
    const { flow, sent, done, release } = flowWith([
      { state: 'running', share: 0.4 },
      { state: 'done', verdict: good },
    ]);
    const all = flow.begin(change, [7]);
    await settled();
    expect(flow.get()).toEqual({ at: 'checking', share: 0.4 });
    release();
    await all;
    expect(sent).toEqual([[change, [7]]]);
    expect(done).toEqual([{ change, undo: 'u', verdict: good }]);
    expect(flow.get()).toEqual({ at: 'rest' });
  });

  it.each([
    ['would make it worse', { ...good, worse: true }],
    ['would take more right answers away than it gives', { ...good, lost: [lost], turned: { lost: 1, won: 0 } }],
    [
      'is something that lint complains about',
      { ...good, findings: [{ rule: 'shared-phrasing', severity: 'error' as const, message: 'm', line: 1 }] },
    ],
  ])('that %s asks first, and is saved only when the owner wants it', async (_what, verdict) => {
    const { flow, sent, done } = flowWith([{ state: 'done', verdict }]);
    await flow.begin(change);
    expect(flow.get()).toEqual({ at: 'asking', verdict });
    expect(sent).toEqual([]);
    await flow.saveAnyway();
    expect([sent.length, done.length]).toEqual([1, 1]);
  });

  it('that gives as much as it takes is saved by itself', async () => {
    const even = { ...good, lost: [lost], won: [lost], turned: { lost: 1, won: 1 } };
    const { flow, sent } = flowWith([{ state: 'done', verdict: even }]);
    await flow.begin(change);
    expect(sent).toHaveLength(1);
  });

  it('that the owner goes back from is forgotten', async () => {
    const { flow, sent } = flowWith([{ state: 'done', verdict: { ...good, worse: true } }]);
    await flow.begin(change);
    flow.back();
    expect(flow.get()).toEqual({ at: 'rest' });
    await flow.saveAnyway();
    expect(sent).toEqual([]);
  });

  it('whose check is left while it runs is not saved by it later', async () => {
    const { flow, sent, release } = flowWith([
      { state: 'running', share: 0 },
      { state: 'done', verdict: good },
    ]);
    const all = flow.begin(change);
    await settled();
    flow.back();
    release();
    await all;
    expect(sent).toEqual([]);
    expect(flow.get()).toEqual({ at: 'rest' });
  });

  it('says why it was refused', async () => {
    const conflict = new ApiError('conflict', 'changed meanwhile');
    const { flow, done } = flowWith([{ state: 'done', verdict: null }], conflict);
    await flow.begin(change);
    expect(flow.get()).toEqual({ at: 'failed', error: conflict });
    expect(done).toEqual([]);
    const refused = flowWith([new ApiError('bad_request', 'too long')]);
    await refused.flow.begin(change);
    expect(refused.flow.get()).toMatchObject({ at: 'failed', error: { kind: 'bad_request' } });
  });
});

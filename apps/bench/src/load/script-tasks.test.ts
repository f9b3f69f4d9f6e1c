import { describe, expect, it } from '@jest/globals';
import { longestTaskOf } from './script-tasks.ts';
import type { TraceEvent } from './script-tasks.ts';

const on = { pid: 1, tid: 1 };
const task = (ts: number, dur: number, tdur: number): TraceEvent => ({
  ...on,
  name: 'ThreadControllerImpl::RunTask',
  ts,
  dur,
  tdur,
});
const script = (ts: number, url: string): TraceEvent => ({
  ...on,
  name: 'EvaluateScript',
  ts,
  dur: 10,
  tdur: 10,
  args: { data: { url } },
});

describe('the longest task of a script', () => {
  it('is the whole task around it, in time of its own thread', () => {
    const events = [task(0, 100_000, 60_000), script(50, 'http://x/widget/shop.js')];
    expect(longestTaskOf('/widget/', events)).toBe(60);
  });

  it('leaves out tasks of other scripts and other threads', () => {
    const elsewhere = { ...task(0, 100_000, 90_000), tid: 2 };
    const events = [elsewhere, task(0, 20_000, 8000), script(50, '/widget/shop.js'), task(30_000, 70_000, 70_000)];
    expect(longestTaskOf('/widget/', [...events, script(30_050, '/shop.js')])).toBe(8);
  });

  it('is nothing when the script did not run', () => {
    expect(longestTaskOf('/widget/', [task(0, 100_000, 60_000)])).toBe(0);
  });
});

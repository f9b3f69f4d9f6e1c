/** @jest-environment jsdom */
import { afterEach, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { Batch } from '../state/api/imports-api.ts';
import { prefer } from '../state/preferences.ts';
import { answer } from '../testing/answer.ts';
import { Imports } from './imports.tsx';

const fetchBefore = globalThis.fetch;
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

const batch = (key: number, file: string, running: boolean): Batch => ({
  ...{ key, kind: 'orders', file, startedAt: 1, finishedAt: null, undoneAt: null, running, undoable: !running },
  counts: { new: 2_000, changed: 0, same: 0, refused: 0 },
});

it('An import that goes on while its page was read again is no broken one, and cannot be taken back yet', async () => {
  prefer({ locale: 'en' });
  globalThis.fetch = async () => answer({ batches: [batch(2, 'now.csv', true), batch(1, 'before.csv', false)] });
  await act(async () => render(<Imports site="shop" />, document.body));
  await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  const [now, before] = [...document.querySelectorAll('li.row')];
  expect(now?.textContent).toContain('still running');
  expect(now?.textContent).not.toContain('broken off');
  expect(now?.querySelector('button')).toBe(null);
  expect(before?.textContent).toContain('broken off');
  expect(before?.querySelector('button')?.textContent).toBe('Take it back');
});

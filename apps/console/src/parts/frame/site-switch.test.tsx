/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnerClient, QueueState } from '@solodesk/client/owner';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../../state/api/api.ts';
import { DeskContext } from '../../state/desk.ts';
import { prefer, preferences } from '../../state/preferences.ts';
import { createStore } from '../../state/store.ts';
import { NothingHere } from './site-switch.tsx';

const sites = [
  { id: 'shop', name: 'Teal & Linen' },
  { id: 'bikes', name: 'Bike Repair' },
] as SiteBrief[];

async function show(waiting: Record<string, number>): Promise<void> {
  const queue = createStore(
    Object.fromEntries(
      Object.entries(waiting).map(([site, count]) => [
        site,
        {
          items: Object.fromEntries(Array.from({ length: count }, (_, n) => [n, { id: n, order: `${n}`, away: null }])),
          expected: {},
        },
      ]),
    ) as unknown as QueueState,
  );
  const client = { queue, get: () => ({}), subscribe: () => () => undefined } as unknown as OwnerClient;
  await act(() =>
    render(
      <DeskContext.Provider value={client}>
        <NothingHere sites={sites} current={sites[0]!}>
          All done
        </NothingHere>
      </DeskContext.Provider>,
      document.body,
    ),
  );
}

beforeEach(() => prefer({ locale: 'en', site: 'shop' }));
afterEach(() => render(null, document.body));

describe('a site with nothing to do', () => {
  it('is all done while nobody waits on another site', async () => {
    await show({ shop: 0, bikes: 0 });
    expect(document.body.textContent).toBe('All done');
  });

  it('tells of what is to do on another, and leads there', async () => {
    await show({ shop: 0, bikes: 2 });
    expect(document.body.textContent).not.toContain('All done');
    expect(document.body.textContent).toContain('Nothing to do for Teal & Linen');
    const button = document.querySelector('button')!;
    expect(button.textContent).toBe('Bike Repair · 2 to do');
    await act(() => button.click());
    expect(preferences.get().site).toBe('bikes');
    expect(location.hash).toContain('bikes');
  });
});

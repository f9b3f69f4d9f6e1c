/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { OwnerClient, OwnerState } from '@solodesk/client/owner';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Unread } from '../../parts/controls/fault.tsx';
import { DeskContext } from '../desk.ts';
import { createStore } from '../store.ts';
import { useLineRemote } from './use-remote.ts';

afterEach(() => render(null, document.body));

describe('what comes over the line', () => {
  it('is asked when the line is there, without a complaint before, and again when it is back', async () => {
    const line = createStore({ connection: 'connecting' } as OwnerState);
    const client = Object.assign(line, {}) as unknown as OwnerClient;
    let asked = 0;
    const load = () =>
      line.get().connection === 'online' ? Promise.resolve(`answer ${++asked}`) : Promise.reject(new Error('no line'));
    const Page = () => {
      const { value, error, reload } = useLineRemote('replies', load);
      return value === null ? <Unread {...{ error, reload }} /> : <p>{value}</p>;
    };
    const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
    const become = async (connection: OwnerState['connection']) => {
      await act(() => line.set({ ...line.get(), connection }));
      await settle();
    };
    await act(async () =>
      render(
        <DeskContext.Provider value={client}>
          <Page />
        </DeskContext.Provider>,
        document.body,
      ),
    );
    await settle();
    expect(document.querySelector('[role=alert]')).toBe(null);
    expect(document.body.textContent).toBe('Loading…');
    await become('online');
    expect(document.body.textContent).toBe('answer 1');
    await become('reconnecting');
    expect(document.body.textContent).toBe('answer 1');
    await become('online');
    expect(document.body.textContent).toBe('answer 2');
  });
});

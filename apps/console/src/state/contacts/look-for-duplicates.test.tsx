/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Toasts } from '../../parts/controls/toasts.tsx';
import { answer } from '../../testing/answer.ts';
import { FakeTickets } from '../../testing/fake-tickets.ts';
import { en } from '../../texts/en.ts';
import { DeskContext } from '../desk.ts';
import { lookForDuplicates } from './look-for-duplicates.ts';
import { route } from '../route.ts';
import '../../testing/nothing-resizes.ts';

const fetchBefore = globalThis.fetch;
let body: object;
let status: number;
const look = async () => {
  await act(async () => lookForDuplicates({ site: 'shop', conversation: 'c-1' }, en, 'en'));
};
const said = () => document.body.textContent;

describe('looking for duplicates from a conversation', () => {
  beforeEach(() => {
    location.hash = '#/desk/shop/open/c-1';
    status = 200;
    globalThis.fetch = async () => answer(body, status);
    void act(() =>
      render(
        <DeskContext.Provider value={new FakeTickets().client}>
          <Toasts />
        </DeskContext.Provider>,
        document.body,
      ),
    );
  });
  afterEach(() => {
    void act(() => render(null, document.body));
    globalThis.fetch = fetchBefore;
  });

  it('leads to the preview of the merge', async () => {
    body = { contact: { key: 12, name: 'Ada' }, duplicates: 1 };
    await look();
    expect(location.hash).toBe('#/contacts/12/merge');
    expect(route.get()).toEqual({ screen: 'contacts', contact: 12, merge: true });
  });

  it('says where there is nobody to merge with, and leads nowhere by itself', async () => {
    body = { contact: { key: 12, name: 'Ada' }, duplicates: 0 };
    await look();
    expect(said()).toContain('Nobody else has the same e-mail address or number.');
    body = { contact: null, duplicates: 0 };
    await look();
    expect(said()).toContain('Nothing is known yet of who this is');
    expect(location.hash).toBe('#/desk/shop/open/c-1');
  });

  it('says when it could not be read', async () => {
    [body, status] = [{ error: { kind: 'unavailable', message: '' } }, 503];
    await look();
    expect(said()).toContain(en.errors.unavailable);
  });
});

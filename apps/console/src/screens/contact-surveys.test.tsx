/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../state/api/api.ts';
import { DeskContext } from '../state/desk.ts';
import type { NoQuestions } from '../state/api/crm-api.ts';
import { prefer } from '../state/preferences.ts';
import { Toasts } from '../parts/controls/toasts.tsx';
import { answer } from '../testing/answer.ts';
import { FakeTickets } from '../testing/fake-tickets.ts';
import { contact, DETAIL, OFFERS, PROFILE, STANDING, TIMELINE } from '../testing/sample-contacts.ts';
import { Contacts } from './contacts.tsx';
import '../testing/nothing-resizes.ts';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
let sent: unknown[];
let refusing: boolean;
let noQuestions: NoQuestions | null;
let desk: FakeTickets;
const fetchBefore = globalThis.fetch;
const settle = (ms = 20) => act(async () => new Promise((resolve) => setTimeout(resolve, ms)));
const show = async (open: number | null) => {
  await act(async () =>
    render(
      <DeskContext.Provider value={desk.client}>
        <Contacts site={SITE} open={open} view={null} />
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await settle();
};
const press = async (label: string) => {
  const all = [...document.querySelectorAll('button')];
  await act(async () => all.find((each) => (each.ariaLabel ?? each.textContent) === label)?.click());
  await settle();
};
const text = () => document.body.textContent;
const byMail = () =>
  [...document.querySelectorAll('label')]
    .find((label) => label.textContent.includes('May be asked by mail'))!
    .querySelector('input')!;

beforeEach(() => {
  sent = [];
  refusing = false;
  noQuestions = null;
  desk = new FakeTickets();
  prefer({ locale: 'en' });
  globalThis.fetch = async (path, options) => {
    const { pathname } = new URL(String(path), 'http://desk.example');
    if (pathname.endsWith('/7')) return answer(DETAIL);
    if (pathname.endsWith('/7/life')) return answer(STANDING);
    if (pathname.endsWith('/duplicates')) return answer({ duplicates: [], merges: [] });
    if (pathname.endsWith('/timeline')) return answer(TIMELINE);
    if (pathname.endsWith('/offers')) return answer({ offers: OFFERS });
    if (pathname.endsWith('/profile')) return answer({ ...PROFILE, noQuestions });
    if (pathname.endsWith('/questions')) {
      const { may } = JSON.parse(String(options?.body)) as { may: boolean };
      sent.push({ may });
      if (refusing) return answer({ error: { kind: 'unavailable', message: '' } }, 503);
      noQuestions = may ? null : { at: Date.UTC(2026, 10, 3, 12), by: 'owner' };
      return answer({ ...PROFILE, noQuestions });
    }
    return answer({ contacts: [contact(7)], next: null, tags: [], segments: [], currency: 'CNY' });
  };
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

describe('whether a contact may be asked by mail', () => {
  it('is told of who wants no more surveys', async () => {
    await show(7);
    await settle();
    expect(text()).not.toContain('they want no more surveys');
    noQuestions = { at: Date.UTC(2026, 10, 3, 12), by: 'reader' };
    await show(null);
    await show(7);
    await settle();
    expect(text()).toMatch(/Said on .*3.*, by the link in a mail, that they want no more surveys/);
    expect([byMail().checked, byMail().disabled]).toEqual([false, true]);
  });

  it('is up to the owner, who can undo it', async () => {
    await show(7);
    await settle();
    expect(byMail().checked).toBe(true);
    await act(async () => byMail().click());
    await settle();
    expect(byMail().checked).toBe(false);
    expect(text()).toMatch(/May be asked by mail how it was · turned off on .*3/);
    expect(text()).toContain('No more surveys, and no more questions by mail of how it was.');
    await press('Undo');
    await settle();
    expect(byMail().checked).toBe(true);
    expect(sent).toEqual([{ may: false }, { may: true }]);
  });

  it('stays as it was where that is not saved', async () => {
    refusing = true;
    await show(7);
    await settle();
    await act(async () => byMail().click());
    await settle();
    expect(byMail().checked).toBe(true);
    expect(text()).toContain('Not saved; it is as it was.');
  });
});

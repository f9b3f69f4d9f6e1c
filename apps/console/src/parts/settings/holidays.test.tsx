/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../../state/api/api.ts';
import type { Holiday } from '../../state/api/holidays-api.ts';
import { prefer } from '../../state/preferences.ts';
import { answer } from '../../testing/answer.ts';
import { Holidays } from './holidays.tsx';

const SITE = { id: 'shop', name: 'Shop', locales: ['en', 'zh'] } as SiteBrief;
const FAIR: Holiday = { date: '2099-03-05', until: '2099-03-06', name: { en: '<b>Fair</b>' } };

let saved: Holiday[];
let refusal: { kind: string; message: string } | null;
const fetchBefore = globalThis.fetch;
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
const text = () => document.body.textContent ?? '';
const press = async (name: string) => {
  const all = [...document.querySelectorAll('button')];
  await act(async () =>
    all.find((each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === name)?.click(),
  );
  // Once for what is saved, once for what is read after it.
  await settle();
  await settle();
};
const fill = (label: string, value: string) => {
  const id = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.htmlFor ?? '';
  const field = document.getElementById(id) as HTMLInputElement;
  field.value = value;
  return act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
};
const show = async () => {
  await act(async () => render(<Holidays site={SITE} />, document.body));
  await settle();
};

beforeEach(() => {
  prefer({ locale: 'en' });
  saved = [FAIR];
  refusal = null;
  globalThis.fetch = async (_, init) => {
    if (init?.method !== 'POST') return answer({ holidays: saved, timeZone: 'Europe/Berlin', country: 'DE' });
    if (refusal) return answer({ error: refusal }, 400);
    saved = (JSON.parse(String(init.body)) as { holidays: Holiday[] }).holidays;
    return answer({ ok: true });
  };
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

describe('the holidays of a site', () => {
  it('are listed as text, with their days and hours', async () => {
    await show();
    expect(text()).toMatch(/<b>Fair<\/b>.*5.*March 2099.*closed/);
  });

  it('take a new one, after what is wrong with it was said', async () => {
    await show();
    await press('+ Add a holiday');
    await press('Save');
    expect(document.querySelector('[role=alert]')?.textContent).toBe('Please give it a name.');
    await fill('Name (English)', 'Stocktaking');
    await fill('First day', '2099-01-04');
    await press('Save');
    expect(saved).toEqual([{ date: '2099-01-04', name: { en: 'Stocktaking' } }, FAIR]);
    expect(document.querySelector('form')).toBeNull();
  });

  it('are not added twice, and come by one press where they are common', async () => {
    await show();
    await press('+ German Unity Day');
    expect(saved[0]).toMatchObject({ date: '10-03' });
    expect(text()).not.toContain('+ German Unity Day');
    await press('+ Add a holiday');
    await fill('Name (English)', 'Again');
    await fill('First day', '2099-03-05');
    await fill('Last day', '2099-03-06');
    await press('Save');
    expect(text()).toContain('There is a holiday on these days already.');
  });

  it('keep what was typed when the server refuses it, and say why', async () => {
    refusal = { kind: 'conflict', message: 'changed' };
    await show();
    await press('+ Add a holiday');
    await fill('Name (English)', 'Stocktaking');
    await fill('First day', '2099-01-04');
    await press('Save');
    expect(text()).toContain('Something changed in the meantime');
    expect(document.querySelector<HTMLInputElement>('form input')?.value).toBe('Stocktaking');
  });

  it('are removed', async () => {
    await show();
    await press('Remove <b>Fair</b>');
    expect(saved).toEqual([]);
    expect(text()).toContain('None yet');
  });
});

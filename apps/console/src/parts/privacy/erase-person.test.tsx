/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../../state/preferences.ts';
import type { ErasurePreview } from '../../state/api/privacy-api.ts';
import { answer } from '../../testing/answer.ts';
import { ErasePerson } from './erase-person.tsx';

const PREVIEW: ErasurePreview = {
  ...{ name: '<b>Ada</b>', confirm: '<b>Ada</b>', files: 1 },
  rows: [
    { table: 'event', erased: 12, anonymised: 0 },
    { table: 'shop_order', erased: 0, anonymised: 2 },
    { table: 'a_new_table', erased: 3, anonymised: 0 },
  ],
  alike: [{ key: 9, name: null, email: 'ada@one.example', phone: null }],
};

describe('erasing a person', () => {
  let posted: unknown[];
  let refused = false;
  let gone: string[];
  const fetchBefore = globalThis.fetch;
  const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  const text = () => document.body.textContent ?? '';
  const press = async (label: string) => {
    const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
    await act(async () => found?.click());
    await settle();
  };
  const type = (value: string) =>
    act(async () => {
      const input = document.querySelector('input')!;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });

  beforeEach(async () => {
    [posted, gone, refused] = [[], [], false];
    prefer({ locale: 'en' });
    globalThis.fetch = async (path, init) => {
      if (init?.method !== 'POST') {
        expect(String(path)).toContain('privacy/shop/person?contact=7');
        return answer(PREVIEW);
      }
      posted.push(JSON.parse(String(init.body)));
      if (refused) return answer({ error: { kind: 'unavailable', message: '' } }, 503);
      return answer({ id: 'r-1', at: 5, by: 'Mei', rows: PREVIEW.rows, files: 1 });
    };
    await act(async () =>
      render(
        <ErasePerson site="shop" person={{ contact: 7 }} onErased={({ id }, name) => gone.push(`${id} ${name}`)} />,
        document.body,
      ),
    );
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('shows first what goes, what stays, and who only looks like the same', async () => {
    await press('Erase this person …');
    expect(text()).toContain('Erase <b>Ada</b>?');
    for (const line of [
      'Messages and events 12',
      'Orders 2',
      'a_new_table 3',
      'Files that they sent 1',
      'ada@one.example',
    ]) {
      expect(text()).toContain(line);
    }
    expect(posted).toEqual([]);
    await press('Cancel');
    expect(text()).toBe('Download their dataErase this person …');
    expect(document.querySelector('a')?.getAttribute('href')).toBe(
      '/console/api/export/shop/person.zip?contact=7&language=en',
    );
  });

  it('takes the name that stands above, and nothing else', async () => {
    await press('Erase this person …');
    await press('Erase for good');
    expect(text()).toContain('That is not what stands above.');
    await type('ada');
    await press('Erase for good');
    expect(posted).toEqual([]);
    await type(' <b>Ada</b> ');
    await press('Erase for good');
    expect(posted).toEqual([{ contact: 7, confirm: '<b>Ada</b>' }]);
    expect(gone).toEqual(['r-1 <b>Ada</b>']);
  });

  it('says so when it failed, and can be tried again', async () => {
    refused = true;
    await press('Erase this person …');
    await type('<b>Ada</b>');
    await press('Erase for good');
    expect(document.querySelector('[role=alert]')).not.toBeNull();
    expect(gone).toEqual([]);
    refused = false;
    await press('Erase for good');
    expect(gone).toHaveLength(1);
  });
});

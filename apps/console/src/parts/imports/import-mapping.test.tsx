/** @jest-environment jsdom */
import { afterEach, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { ImportFile } from '../../state/api/imports-api.ts';
import { prefer } from '../../state/preferences.ts';
import { answer } from '../../testing/answer.ts';
import { ImportMapping } from './import-mapping.tsx';
import type { HowToImport } from './import-mapping.tsx';

const FILE: ImportFile = {
  ...{ id: 'f-1', name: 'orders.csv', bytes: 60, encoding: 'utf-8', delimiter: ',', likely: 'orders', state: 'ready' },
  ...{ header: ['order number', 'email'], rows: [['B-1', 'ann@mail.example']] },
  ...{ progress: null, summary: null, batch: null, refusedFile: false, fault: null },
};
const COLUMNS = [
  { column: 'order number', field: 'number' },
  { column: 'email', field: 'email' },
];

const fetchBefore = globalThis.fetch;
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

it('A file is taken for what it seems to hold: orders are not read as customers unless somebody says so', async () => {
  prefer({ locale: 'en' });
  const begun: HowToImport[] = [];
  globalThis.fetch = async (path) => {
    expect(String(path)).toContain('imports/shop/f-1?kind=orders');
    return answer({ ...FILE, guess: { columns: COLUMNS, fields: ['number', 'email'], needs: ['number'] } });
  };
  await act(async () =>
    render(
      <ImportMapping
        site="shop"
        file={FILE}
        fault={null}
        onBegin={(how) => begun.push(how)}
        onDrop={() => undefined}
      />,
      document.body,
    ),
  );
  await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  expect(document.querySelector('select')?.value).toBe('orders');
  await act(async () => document.querySelector<HTMLButtonElement>('[type=submit]')?.click());
  const map = COLUMNS.map(({ column, field }) => [column, field]);
  expect(begun).toEqual([{ kind: 'orders', dates: null, map }]);
});

it.each([
  ['en', ['number'], 'Needed: Order number.'],
  ['zh', ['number'], '需要：订单号。'],
  ['en', ['id', 'email'], 'One of these is needed: Id · E-mail.'],
  ['zh', ['id', 'email'], '至少需要其中之一：编号 · 邮箱。'],
] as const)('What a file must have besides is said: %s, %j', async (locale, needs, said) => {
  prefer({ locale });
  globalThis.fetch = async () =>
    answer({ ...FILE, guess: { columns: [{ column: 'a', field: null }], fields: [...needs], needs } });
  const nothing = () => undefined;
  const shown = <ImportMapping site="shop" file={FILE} fault={null} onBegin={nothing} onDrop={nothing} />;
  await act(async () => render(shown, document.body));
  await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  expect(document.querySelector('.note-bad')?.textContent).toBe(said);
});

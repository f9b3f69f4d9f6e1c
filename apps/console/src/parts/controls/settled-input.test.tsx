/** @jest-environment jsdom */
import { expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { SettledInput } from './settled-input.tsx';

const settled: string[] = [];
const show = (value: string) =>
  act(() => render(<SettledInput value={value} settle={(given) => settled.push(given)} />, document.body));
const field = () => document.querySelector('input')!;
const tell = (event: string, value: string) =>
  act(() => {
    field().value = value;
    field().dispatchEvent(new Event(event, { bubbles: true }));
  });

it('keeps what is being written while all around it is drawn anew, and counts once the field is left', async () => {
  await show('');
  await tell('input', '12');
  await show('');
  expect(field().value).toBe('12');
  expect(settled).toEqual([]);
  await tell('change', '12');
  expect(settled).toEqual(['12']);
  await show('3');
  expect(field().value).toBe('3');
});

/** @jest-environment jsdom */
import { afterEach, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { useEdited } from './use-edited.ts';
import type { Edited } from './use-edited.ts';

interface Two {
  mail: string;
  hours: { from: number } | null;
}

let form: Edited<Two>;
function Form({ saved }: { saved: Two }) {
  form = useEdited(saved);
  return <></>;
}
const read = (saved: Two) => act(() => render(<Form saved={saved} />, document.body));
const change = (part: Partial<Two>) => act(() => form.change(part));
afterEach(() => render(null, document.body));

it('follows what another window saved, and keeps what was changed here', async () => {
  await read({ mail: 'a', hours: null });
  await change({ hours: { from: 7 } });
  await read({ mail: 'b', hours: null });
  expect(form.value).toEqual({ mail: 'b', hours: { from: 7 } });
  await read({ mail: 'b', hours: { from: 7 } });
  await read({ mail: 'b', hours: { from: 9 } });
  expect(form.value).toEqual({ mail: 'b', hours: { from: 9 } });
});

it('has no change left where it was set back, or is saved in another writing', async () => {
  await read({ mail: 'a', hours: null });
  await change({ mail: 'x' });
  await change({ mail: 'a' });
  await read({ mail: 'b', hours: null });
  expect(form.value.mail).toBe('b');
  await change({ mail: 'C ' });
  await read({ mail: 'c', hours: null });
  expect(form.value.mail).toBe('C ');
  await act(() => form.forget());
  expect(form.value.mail).toBe('c');
});

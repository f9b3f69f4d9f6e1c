import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { DeskContext } from '../state/desk.ts';
import type { FakeTickets } from './fake-tickets.ts';

/** Lets what was asked for come, and be drawn. @param ms of the page's own waiting */
export function settle(ms = 20): Promise<void> {
  return act(async () => new Promise((resolve) => setTimeout(resolve, ms)));
}

/** A part of the console in the page, with a desk behind it, once its first answers are there. */
export async function showAtDesk(desk: FakeTickets, part: ComponentChildren): Promise<void> {
  await act(async () => render(<DeskContext.Provider value={desk.client}>{part}</DeskContext.Provider>, document.body));
  await settle();
}

/** Types into a field, and sends its form. */
export async function fillAndSubmit(field: HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await act(async () => document.querySelector<HTMLButtonElement>('[type=submit]')!.click());
  await settle();
}

/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { OwnerClient } from '@solodesk/client/owner';
import { DeskContext } from '../state/desk.ts';
import type { ConversationSummary } from '../state/wire-types.ts';
import { Composer } from './composer.tsx';

const sent: string[] = [];
const client = {
  get: () => ({}),
  subscribe: () => () => undefined,
  reply: (_site: string, _conversation: string, text: string) => sent.push(text),
  typing: () => undefined,
} as unknown as OwnerClient;

function open(): HTMLTextAreaElement {
  const summary = { id: 'c', state: 'owner' } as ConversationSummary;
  void act(() =>
    render(
      <DeskContext.Provider value={client}>
        <Composer site="shop" summary={summary} name="Li Wei" />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  return document.querySelector('textarea')!;
}

const type = (area: HTMLTextAreaElement, text: string) =>
  void act(() => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = (area: HTMLTextAreaElement, more: KeyboardEventInit) =>
  void act(() => void area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...more })));

describe('the composer', () => {
  beforeEach(() => {
    render(null, document.body);
    sessionStorage.clear();
    sent.length = 0;
  });

  it('sends on Enter, once, and is empty then', () => {
    const area = open();
    type(area, 'hello');
    press(area, {});
    press(area, {});
    expect(sent).toEqual(['hello']);
    expect(area.value).toBe('');
  });

  it('never sends while an input method composes, nor with Shift', () => {
    const area = open();
    type(area, 'nihao');
    press(area, { isComposing: true });
    press(area, { keyCode: 229 });
    press(area, { shiftKey: true });
    expect(sent).toEqual([]);
  });

  it('does not send blanks, nor what is too long', () => {
    const area = open();
    type(area, ' \n ');
    press(area, {});
    type(area, '🧵'.repeat(4001));
    press(area, {});
    expect(sent).toEqual([]);
    type(area, '🧵'.repeat(4000));
    press(area, {});
    expect(sent).toHaveLength(1);
  });

  it('keeps what is written over a reload', () => {
    type(open(), 'half a thought');
    render(null, document.body);
    expect(open().value).toBe('half a thought');
  });
});

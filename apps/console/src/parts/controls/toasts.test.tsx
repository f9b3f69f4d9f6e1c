/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { DeskContext } from '../../state/desk.ts';
import { FakeTickets } from '../../testing/fake-tickets.ts';
import { showToast, Toasts } from './toasts.tsx';
import '../../testing/nothing-resizes.ts';

const undo = { label: 'Undo', run: () => undefined };
const card = () => document.querySelector<HTMLElement>('.toast');
const later = (seconds: number) => act(() => void jest.advanceTimersByTime(seconds * 1_000));
const happen = (name: string) => act(() => void card()?.dispatchEvent(new Event(name, { bubbles: true })));

describe('a word that comes and goes', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    act(() =>
      render(
        <DeskContext.Provider value={new FakeTickets().client}>
          <Toasts />
        </DeskContext.Provider>,
        document.body,
      ),
    );
  });
  afterEach(() => {
    act(() => render(null, document.body));
    jest.useRealTimers();
  });

  it('stays longer with something to press in it', () => {
    act(() => showToast('Saved.'));
    later(7);
    expect(card()).toBeNull();
    act(() => showToast('Saved.', { action: undo }));
    later(14);
    expect(card()?.textContent).toContain('Undo');
    later(2);
    expect(card()).toBeNull();
  });

  it.each([
    ['pointed at', 'pointerenter', 'pointerleave'],
    ['reached by keys', 'focusin', 'focusout'],
  ])('stays as long as it is %s', (_how, comes, leaves) => {
    act(() => showToast('Saved.', { action: undo }));
    later(10);
    happen(comes);
    later(60);
    expect(card()).not.toBeNull();
    happen(leaves);
    later(16);
    expect(card()).toBeNull();
  });

  it('goes in its time where something is done then, pointed at or not', () => {
    act(() => showToast('Solved.', { action: undo, staysMs: 5_000 }));
    happen('pointerenter');
    later(6);
    expect(card()).toBeNull();
  });
});

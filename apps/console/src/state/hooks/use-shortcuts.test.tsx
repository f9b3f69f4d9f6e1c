/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { useSearchKeys, useShortcuts } from './use-shortcuts.ts';

const done: string[] = [];
function Screen() {
  useSearchKeys(() => done.push('search'));
  useShortcuts({ n: () => done.push('note') });
  return <input />;
}
const press = (init: KeyboardEventInit, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

describe('keys of a screen', () => {
  beforeEach(() => {
    done.length = 0;
    render(<Screen />, document.body);
  });
  afterEach(() => render(null, document.body));

  it('work from the moment it is shown', () => {
    press({ key: 'k', ctrlKey: true });
    press({ key: 'n' });
    expect(done).toEqual(['search', 'note']);
  });

  it('leave single letters to fields and to who composes, and end with the screen', () => {
    press({ key: 'n' }, document.querySelector('input')!);
    press({ key: 'n', isComposing: true });
    render(null, document.body);
    press({ key: 'n' });
    press({ key: 'k', metaKey: true });
    expect(done).toEqual([]);
  });
});

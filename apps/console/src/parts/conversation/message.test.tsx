/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { OwnerEvent } from '../../state/wire-types.ts';
import { Message } from './message.tsx';

const show = (what: object) => {
  const event = { seq: 1, at: 0, id: 1, conversation: 'c', ...what } as OwnerEvent;
  render(<Message site="shop" event={event} ownNames={['Mei']} seenSeq={1} isSought={false} />, document.body);
  return document.body;
};

describe('a message', () => {
  beforeEach(() => render(null, document.body));

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    '&lt;b&gt;',
    '\ud800',
  ])('shows %j as the text that it is', (text) => {
    const body = show({ type: 'visitor_message', text, clientId: '1' });
    expect(body.querySelector('.bubble')?.textContent).toBe(text);
    expect(body.querySelector('img, script, svg')).toBeNull();
  });

  it('shows nothing for an object in a text’s place', () => {
    const text = { type: 'img', props: { src: 'x' }, constructor: undefined };
    const body = show({ type: 'visitor_message', text, clientId: '1' });
    expect(body.querySelector('.bubble')?.innerHTML).toBe('');
  });

  it('links to no script', () => {
    const links = [{ label: 'click', url: 'javascript:alert(1)' }];
    const body = show({ type: 'bot_message', text: 'look', links });
    expect(body.querySelector('a')).toBeNull();
    expect(body.textContent).toContain('click');
  });

  it('tells sent from seen', () => {
    expect(show({ type: 'owner_message', text: 'x', name: 'Mei', clientId: '1' }).textContent).toContain('seen');
    expect(show({ type: 'owner_message', text: 'x', name: 'Mei', clientId: '1', seq: 2 }).textContent).toContain(
      'sent',
    );
  });
});

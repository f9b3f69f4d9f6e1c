/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { TicketState } from '@solodesk/protocol/visitor';
import { TicketCard } from './ticket-card.tsx';

const shown = (state: TicketState, locale: 'en' | 'zh' = 'en', reopened?: true) => {
  const event = {
    type: 'ticket',
    seq: 3,
    at: 1,
    number: 17,
    name: 'SHOP-T17',
    state,
    ...(reopened && { reopened }),
  } as const;
  render(<TicketCard event={event} locale={locale} />, document.body);
  return document.querySelector('.ticket')!;
};

afterEach(() => render(null, document.body));

describe('the card of a request', () => {
  it('says its number and where it stands, to the eye and to a screen reader', () => {
    const card = shown('open');
    expect(card.querySelector('b')?.textContent).toBe('SHOP-T17');
    expect(card.querySelector('[aria-current=step]')?.textContent).toBe('Being worked on');
    expect([...card.querySelectorAll('.done')].map((step) => step.textContent)).toEqual([
      'Received',
      'Being worked on',
    ]);
    expect(card.getAttribute('aria-label')).toBe('Request SHOP-T17: Being worked on');
  });

  it('begins with received, asks for an answer, and ends with how to open it again', () => {
    expect(shown('new').querySelector('[aria-current=step]')?.textContent).toBe('Received');
    expect(shown('waiting').querySelector('p')?.textContent).toBe('We are waiting for your answer.');
    const solved = shown('solved');
    expect(solved.querySelector('[aria-current=step]')?.textContent).toBe('Solved');
    expect(solved.querySelector('p')?.textContent).toContain('Not solved?');
    expect(shown('open', 'en', true).querySelector('p')?.textContent).toBe('Opened again.');
  });

  it('of one that was taken back says so, instead of how far it has come', () => {
    const event = { type: 'ticket', seq: 3, at: 1, number: 17, name: 'SHOP-T17', state: 'solved' } as const;
    render(<TicketCard event={{ ...event, withdrawn: true }} locale="en" />, document.body);
    const card = document.querySelector('.ticket')!;
    expect(card.querySelector('ol')).toBeNull();
    expect(card.textContent).toContain('You took this request back.');
    expect(card.getAttribute('aria-label')).toBe('Request SHOP-T17: You took this request back.');
  });

  it('speaks Chinese', () => {
    expect(shown('closed', 'zh').textContent).toContain('此请求已关闭。');
  });

  it('shows a name as text, whatever it holds', () => {
    const event = { type: 'ticket', seq: 3, at: 1, number: 1, name: '<img src=x>', state: 'new' } as const;
    render(<TicketCard event={event} locale="en" />, document.body);
    expect(document.querySelector('.ticket img')).toBeNull();
  });
});

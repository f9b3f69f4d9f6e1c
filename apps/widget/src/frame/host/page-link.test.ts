/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { connectPage, isPageState } from './page-link.ts';
import type { PageLink } from './page-link.ts';

const HOST = 'https://shop.example';
const STATE = {
  solodesk: 'shop',
  languages: ['en'],
  page: { url: `${HOST}/`, title: 'Shop' },
  tracks: [],
  open: true,
  focus: false,
  forget: false,
};

interface Port {
  onmessage?: (event: { data: unknown }) => void;
  sent: unknown[];
}

function say(data: unknown, origin: string, source: unknown = window.parent): Port {
  const port: Port & { postMessage: (message: unknown) => void } = {
    sent: [],
    postMessage: (message) => port.sent.push(message),
  };
  const event = new MessageEvent('message', { data, origin, source: source as Window });
  Object.defineProperty(event, 'ports', { value: [port] });
  window.dispatchEvent(event);
  return port;
}

describe('the first message of the page', () => {
  it('counts only from the embedding window, at its origin, for this site, and once', () => {
    const links: PageLink[] = [];
    connectPage('shop', HOST, (link) => links.push(link));
    say(STATE, 'https://evil.example');
    say(STATE, `${HOST}.evil.example`);
    say({ ...STATE, solodesk: 'other' }, HOST);
    const other = document.body.appendChild(document.createElement('iframe')).contentWindow;
    say(STATE, HOST, other);
    say('hello', HOST);
    expect(links).toHaveLength(0);
    say(STATE, HOST);
    say(STATE, HOST);
    expect(links).toHaveLength(1);
  });

  it('never counts when the browser does not say who embeds', () => {
    const links: PageLink[] = [];
    connectPage('shop', null, (link) => links.push(link));
    say(STATE, HOST);
    say(STATE, 'null');
    expect(links).toHaveLength(0);
  });

  it('opens a port over which later states of good shape come', () => {
    let link!: PageLink;
    connectPage('shop', HOST, (made) => (link = made));
    const port = say(STATE, HOST);
    const opened: boolean[] = [];
    link.subscribe(({ open }) => opened.push(open));
    port.onmessage!({ data: { ...STATE, open: false } });
    port.onmessage!({ data: { ...STATE, open: 'yes' } });
    port.onmessage!({ data: null });
    expect(opened).toEqual([false]);
    expect(link.state.open).toBe(false);
    link.post('close', null);
    expect(port.sent).toEqual([{ t: 'close', d: null }]);
  });
});

describe('a state', () => {
  it('is refused when an object stands where a string belongs', () => {
    expect(isPageState({ ...STATE, page: { url: {}, title: '' } }, 'shop')).toBe(false);
    expect(isPageState({ ...STATE, tracks: {} }, 'shop')).toBe(false);
    expect(isPageState(STATE, 'shop')).toBe(true);
  });
});

/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PageState } from '../bridge/messages.ts';
import type { LoaderConfig, Options } from './config.ts';

const ORIGIN = 'https://desk.example';
const SITE: LoaderConfig = {
  id: 'shop',
  name: 'Teal & Linen',
  accent: '#4338ca',
  onAccent: '#ffffff',
  position: 'right',
  locales: ['en', 'zh'],
  defaultLocale: 'en',
  hostStorageFallback: true,
};

type Call = [command: string, ...given: unknown[]];
interface Page {
  Solodesk?: { (...call: Call): void; q?: Call[] };
  SolodeskSettings?: Options;
}
const page = window as unknown as Page;
const globals = globalThis as unknown as { __SOLODESK_SITE__: LoaderConfig; MessageChannel: unknown };

/** A port whose messages are delivered at once, and recorded. */
interface FakePort {
  sent: PageState[];
  onmessage?: (event: { data: unknown }) => void;
}
let port: FakePort | undefined;
globals.MessageChannel = class {
  port1 = (port = { sent: [], postMessage: (state: PageState) => port!.sent.push(state) } as FakePort);
  port2 = 'port2';
};
globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value));

let run = 0;
/** Runs the loader as a fresh script of a fresh page. */
async function load(settings?: Options, queue?: Call[]): Promise<void> {
  document.body.innerHTML = '';
  delete page.Solodesk;
  page.SolodeskSettings = settings;
  if (queue) page.Solodesk = Object.assign(() => undefined, { q: queue });
  globals.__SOLODESK_SITE__ = { ...SITE };
  Object.defineProperty(document, 'currentScript', {
    configurable: true,
    value: { src: `${ORIGIN}/widget/shop.js`, nonce: 'n1' },
  });
  await import(`./main.ts?${run++}`);
}

const host = () => document.querySelector('solodesk-chat');
const bubble = () => host()!.shadowRoot!.querySelector('button')!;
const frame = () => host()!.shadowRoot!.querySelector('iframe')!;
const isOpen = () => frame().className === 'p o';
const call = (...given: Call) => page.Solodesk!(...given);
const says = (t: unknown, d: unknown) => port!.onmessage!({ data: { t, d } });

/** Lets the frame finish loading, and answers what it was told. */
function frameLoads(): { state: PageState; origin: string; ports: unknown[] } {
  const told: unknown[][] = [];
  Object.defineProperty(frame(), 'contentWindow', {
    configurable: true,
    value: { postMessage: (...given: unknown[]) => told.push(given) },
  });
  frame().onload!(new Event('load'));
  const [state, origin, ports] = told[0]!;
  return { state: state as PageState, origin: origin as string, ports: ports as unknown[] };
}

beforeEach(() => {
  localStorage.clear();
  port = undefined;
});

describe('before the first click', () => {
  it('the bubble is drawn, and nothing is stored, loaded or connected', async () => {
    await load();
    expect(bubble().ariaLabel).toBe('Open chat');
    expect(frame()).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it('what the page tracks waits in memory, and travels with the first state', async () => {
    await load(undefined, [['track', 'view', { id: 7 }]]);
    call('track', 'cart', { id: 7 });
    expect(localStorage).toHaveLength(0);
    bubble().click();
    expect(frameLoads().state.tracks.map(({ name }) => name)).toEqual(['view', 'cart']);
  });

  it('a page that wants to boot by itself sees no bubble until it does', async () => {
    await load({ manual: true });
    expect(host()).toBeNull();
    call('boot');
    expect(host()).not.toBeNull();
  });

  it('`defer: interaction` draws the bubble at the first sign of a visitor', async () => {
    await load({ defer: 'interaction' });
    expect(host()).toBeNull();
    window.dispatchEvent(new Event('scroll'));
    expect(host()).not.toBeNull();
  });
});

describe('a click on the bubble', () => {
  it('opens the frame from the script’s own origin, and gives the port to that origin alone', async () => {
    await load();
    bubble().click();
    expect(frame().src).toBe(`${ORIGIN}/frame/shop`);
    const { state, origin, ports } = frameLoads();
    expect(origin).toBe(ORIGIN);
    expect(ports).toEqual(['port2']);
    expect(state).toMatchObject({ solodesk: 'shop', open: true, focus: true });
    expect(isOpen()).toBe(true);
  });

  it('is remembered once there is a session, so that the next page opens by itself without taking the focus', async () => {
    await load();
    bubble().click();
    frameLoads();
    expect(localStorage).toHaveLength(0);
    says('session', true);
    expect(localStorage.getItem('solodesk:shop')).toBe('open');
    await load();
    expect(isOpen()).toBe(true);
    expect(frameLoads().state.focus).toBe(false);
  });

  it('is not needed where a session is kept closed: the frame comes by itself, unseen', async () => {
    localStorage.setItem('solodesk:shop', 'closed');
    await load();
    expect(frame()).toBeNull();
    await new Promise((done) => setTimeout(done, 1));
    expect(frame().className).toBe('p');
    expect(frameLoads().state.open).toBe(false);
  });

  it('tells the page’s language only when it is not the site’s first: else the browser’s comes first', async () => {
    const languages = async (lang: string) => {
      document.documentElement.lang = lang;
      await load();
      bubble().click();
      return frameLoads().state.languages[0];
    };
    expect(await languages('zh-CN')).toBe('zh-CN');
    expect(await languages('en-GB')).not.toMatch(/^en/);
    document.documentElement.lang = '';
  });

  it('never sends what follows the # of the address', async () => {
    location.hash = '#access_token=secret';
    await load();
    bubble().click();
    expect(JSON.stringify(frameLoads().state)).not.toContain('secret');
  });
});

describe('window.Solodesk', () => {
  it('runs what was queued before the script came, in order', async () => {
    const heard: string[] = [];
    await load(undefined, [
      ['on', 'open', () => heard.push('open')],
      ['ready', () => heard.push('ready')],
      ['boot', { position: 'left' }],
      ['show'],
    ]);
    expect(heard).toEqual(['ready', 'open']);
    expect(host()!.shadowRoot!.querySelector('style')!.textContent).toContain('left:20px');
  });

  it('still calls those who ask for `ready` late', async () => {
    await load();
    let ready = 0;
    call('ready', () => ready++);
    call('on', 'ready', () => ready++);
    expect(ready).toBe(2);
  });

  it('shows, hides, toggles, and tells of it until it is told not to', async () => {
    await load();
    const heard: string[] = [];
    const opened = () => heard.push('open');
    call('on', 'open', opened);
    call('on', 'close', () => heard.push('close'));
    call('show');
    call('toggle');
    call('off', 'open', opened);
    call('toggle');
    call('hide');
    expect(heard).toEqual(['open', 'close', 'close']);
  });

  it('keeps one user, with attributes that come later', async () => {
    await load();
    call('setAttributes', { plan: 'pro' });
    call('setUser', 42, { city: 'Ulm' }, 'abc');
    call('show');
    expect(frameLoads().state.identity).toEqual({
      userId: '42',
      hash: 'abc',
      attributes: { plan: 'pro', city: 'Ulm' },
    });
    call('setAttributes', { city: 'Bonn' });
    expect(port!.sent.at(-1)!.identity!.attributes).toEqual({ plan: 'pro', city: 'Bonn' });
  });

  it('passes on what the page claims about somebody whom it does not name', async () => {
    await load();
    call('show');
    expect(frameLoads().state.identity).toBeUndefined();
    call('setAttributes', { plan: 'pro' });
    expect(port!.sent.at(-1)!.identity).toEqual({ attributes: { plan: 'pro' } });
  });

  it('opens by the page’s own button, also one that was added later', async () => {
    await load({ launcherSelector: '.help', hideLauncher: true });
    expect(bubble().hidden).toBe(true);
    document.body.insertAdjacentHTML('beforeend', '<p class="help"><b>Help</b></p>');
    document.querySelector('b')!.click();
    expect(isOpen()).toBe(true);
  });

  it('`shutdown` forgets the visitor: the flag at once, and the frame when it has said so', async () => {
    await load();
    call('show');
    frameLoads();
    says('session', true);
    call('shutdown');
    expect(localStorage).toHaveLength(0);
    expect(port!.sent.at(-1)).toMatchObject({ forget: true, open: false });
    says('forgotten', null);
    expect(host()).toBeNull();
    call('boot');
    expect(bubble().hidden).toBe(false);
  });

  it('is installed once, even when a page holds the snippet twice', async () => {
    await load();
    const first = page.Solodesk;
    await import(`./main.ts?${run++}`);
    expect(page.Solodesk).toBe(first);
    expect(document.querySelectorAll('solodesk-chat')).toHaveLength(1);
  });
});

describe('what the frame says', () => {
  it('counts on the bubble and reaches the page as an event', async () => {
    await load();
    const heard: unknown[] = [];
    call('on', 'unread', (count: unknown) => heard.push(count));
    call('show');
    frameLoads();
    call('hide');
    says('unread', 2);
    says('unread', 2);
    expect(heard).toEqual([2]);
    expect(bubble().textContent).toBe('2');
    expect(bubble().ariaLabel).toBe('Open chat, 2 unread');
  });

  it('is ignored when it has no good shape', async () => {
    await load();
    call('show');
    frameLoads();
    for (const data of [null, 7, 'close', {}, { t: 'toString' }, { t: '__proto__', d: 1 }, { t: { a: 1 } }]) {
      port!.onmessage!({ data });
    }
    says('unread', '<b>9</b>');
    says('locale', 'xx');
    says('put', 'nothing');
    expect(bubble().textContent).toBe('');
    expect(isOpen()).toBe(true);
  });

  it('has no other way in: a window message changes nothing', async () => {
    await load();
    call('show');
    frameLoads();
    window.dispatchEvent(new MessageEvent('message', { data: { t: 'close', d: null }, origin: ORIGIN }));
    expect(isOpen()).toBe(true);
  });

  it('is kept in the page’s storage where the frame’s is blocked, and given back; not where the site forbids it', async () => {
    await load();
    call('show');
    frameLoads();
    says('put', { k: 'token', v: 'abc' });
    expect(localStorage.getItem('solodesk:shop:token')).toBe('abc');
    frameLoads();
    await load();
    call('show');
    expect(frameLoads().state.kept).toEqual({ token: 'abc' });

    localStorage.clear();
    await load();
    globals.__SOLODESK_SITE__.hostStorageFallback = false;
    call('show');
    expect(frameLoads().state.kept).toBeUndefined();
    says('put', { k: 'token', v: 'abc' });
    expect(localStorage).toHaveLength(0);
  });
});

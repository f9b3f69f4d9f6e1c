import type { Identity, Locale } from '@solodesk/protocol/visitor';
import type { PageState, PageTrack, ToLoader } from '../bridge/messages.ts';
import type { LoaderConfig, Options } from './config.ts';
import { createListeners } from './listeners.ts';
import type { Listener } from './listeners.ts';
import { inPageStorage, readAll, write } from './page-storage.ts';
import { pickLocale, TEXTS } from './texts.ts';
import { createView } from './view.ts';

// Hovering fetches nothing ahead, though it might: browsers key their cache by the frame's site as well as by the page's,
// so that a frame on another site would fetch the same files again.

// Taken when the script runs, before a page may put something else in its place.
const Channel = MessageChannel;
const idle = window.requestIdleCallback ?? setTimeout;

/**
 * Bubble, panel and frame of one site on this page.
 *
 * @param origin the server's
 * @returns what `Solodesk(command, ...)` can do, by command
 */
export function createWidget(site: LoaderConfig, origin: string, nonce: string) {
  const events = createListeners();
  const { tell } = events;
  /** One flag, no secret: it exists with a session, and says whether the panel was open. */
  const flag = 'solodesk:' + site.id;
  let options: Options = {};
  let view: ReturnType<typeof createView> | undefined;
  let port: MessagePort | undefined;
  /** The frame has said that it is there; until then, each opening tries to load it anew. */
  let loaded = false;
  let booted = false;
  let open = false;
  let focus = false;
  let unread = 0;
  let forget = false;
  /** Whether a session is kept; what the flag said until the frame tells. Not looked at before the bubble is drawn. */
  let session: string | boolean | undefined;
  let identity: Identity | undefined;
  let attributes: Identity['attributes'];
  let tracks: PageTrack[] = [];
  /** Where the keyboard was when the chat opened. */
  let before: Element | null;
  /** The language that the frame shows, as soon as it says so. */
  let shown: Locale | undefined;

  /** A page in the site's first language is for everyone, so that the browser tells more; one in another was chosen. */
  // The site's first language on a page says little (templates have it): then the browser tells more.
  const languages = () => [document.documentElement.lang.replace(site.defaultLocale, ''), ...navigator.languages];
  const state = (): PageState => ({
    solodesk: site.id,
    locale: options.locale,
    languages: languages(),
    // What follows the # never leaves the page: some keep secrets there.
    page: { url: location.href.split('#')[0]!, title: document.title, referrer: document.referrer },
    identity: attributes && { ...identity, attributes },
    consentText: options.consentText,
    tracks: tracks.splice(0),
    open,
    focus,
    forget,
    kept: site.hostStorageFallback ? readAll(flag + ':') : undefined,
  });

  /** Draws what there is to see, keeps the flag, and lets the frame know. */
  const sync = () => {
    if (view) {
      const words = TEXTS[shown ?? pickLocale([options.locale, ...languages()], site.locales, site.defaultLocale)];
      view.show(open, unread, words[+open]! + (unread ? `, ${unread}${words[2]}` : ''));
      if (session) write(flag, open ? 'open' : 'closed');
    }
    port?.postMessage(state());
  };

  const load = () => {
    if (loaded || !view) return;
    const frame = view.frame();
    // The frame may reload itself: it is then started again.
    frame.onload = () => {
      const { port1, port2 } = new Channel();
      port = port1;
      port1.onmessage = ({ data }) => {
        const { t, d } = Object(data);
        if (Object.hasOwn(heard, t)) heard[t as keyof ToLoader](d as never);
      };
      // A frame that could not be loaded has another origin: the browser then delivers nothing.
      frame.contentWindow!.postMessage(state(), origin, [port2]);
    };
    frame.src = `${origin}/frame/${site.id}`;
    if (!frame.parentNode) view.bubble.before(frame);
  };

  const remove = () => {
    view?.host.remove();
    view = port = undefined;
    loaded = forget = false;
  };

  /** What the frame says; its shape is checked here. */
  const heard: { [T in keyof ToLoader]: (d: unknown) => void } = {
    ready() {
      loaded = true;
    },
    close: () => commands.hide(),
    message: (d) => tell('message', d),
    unread(d) {
      if (d === unread || typeof d !== 'number') return;
      unread = d;
      sync();
      tell('unread', d);
    },
    locale(d) {
      if (d === shown || !site.locales.includes(d as Locale)) return;
      shown = d as Locale;
      sync();
    },
    session(d) {
      session = d === true;
      if (session) sync();
      else write(flag, null);
    },
    put(d) {
      const { k, v } = Object(d);
      if (site.hostStorageFallback) write(`${flag}:${k}`, v);
    },
    forgotten() {
      remove();
      mount();
    },
  };

  const mount = () => {
    if (view || !booted || !document.body) return;
    view = createView(site);
    commands.update();
    view.bubble.onclick = () => commands.toggle();
    view.host.onkeydown = ({ key }) => {
      // Without braces it would return false, and false keeps Enter from pressing the bubble.
      if (key === 'Escape') commands.hide();
    };
    document.body.append(view.host);
    session = inPageStorage((storage) => storage[flag] as string | undefined);
    if (open || session === 'open') reveal();
    else if (session) idle(load);
    sync();
    if (site.say) void import(origin + site.say);
    tell('ready');
  };

  const reveal = () => {
    open = true;
    load();
    sync();
    tell('open');
  };

  const viewport = window.visualViewport;
  // The keyboard of a phone takes space.
  for (const name of ['resize', 'scroll']) viewport?.addEventListener(name, () => view?.fit(viewport));
  addEventListener('click', ({ target }) => {
    const { launcherSelector } = options;
    if (launcherSelector && (target as Element).closest?.(launcherSelector)) commands.toggle();
  });

  const commands = {
    ...events,
    ready: (listener: Listener) => events.on('ready', listener),
    boot(wanted?: Options) {
      booted = true;
      commands.update(wanted);
      const { defer } = options;
      const wait = () => {
        if (defer === 'idle') idle(mount);
        else if (defer === 'interaction') {
          for (const name of ['pointermove', 'pointerdown', 'keydown', 'scroll']) addEventListener(name, mount);
        } else mount();
      };
      if (document.body) wait();
      else addEventListener('DOMContentLoaded', wait);
    },
    update(wanted?: Options) {
      options = { ...options, ...wanted };
      view?.style(options, options.nonce ?? nonce);
      sync();
    },
    /** Forgets the visitor, here and in the frame. */
    shutdown() {
      booted = open = false;
      forget = true;
      unread = 0;
      tracks = [];
      options = {};
      identity = attributes = shown = undefined;
      if (session) load();
      else remove();
      session = false;
      write(flag, null);
      sync();
      if (view) view.bubble.hidden = true;
    },
    show() {
      if (open && view) return;
      before = document.activeElement;
      focus = open = true;
      mount();
      if (view && !forget) {
        reveal();
        view.frame().focus();
      }
    },
    hide() {
      if (!open) return;
      focus = open = false;
      sync();
      if (view && document.activeElement === view.host) {
        ((options.hideLauncher ? before : view.bubble) as HTMLElement | null)?.focus();
      }
      tell('close');
    },
    toggle: () => (open ? commands.hide() : commands.show()),
    setUser(userId: unknown, claims?: typeof attributes, hash?: string) {
      identity = { userId: `${userId}`, hash };
      commands.setAttributes(claims);
    },
    /** They travel with the user's id, or without one: claims about somebody unknown. */
    setAttributes(claims: typeof attributes) {
      attributes = structuredClone({ ...attributes, ...claims });
      sync();
    },
    setLocale: (locale: Locale) => commands.update({ locale }),
    track(name: unknown, props?: PageTrack['props']) {
      // What cannot be sent on is refused here, where the page's author sees it.
      tracks = [...tracks, structuredClone({ name: `${name}`, props })].slice(-200);
      if (port) sync();
    },
  };
  return commands;
}

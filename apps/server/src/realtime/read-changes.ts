import type { Log, Sites } from '@solodesk/core';
import type { RequestHandler } from 'express';
import type { Sessions } from '../auth/sessions.ts';
import type { OwnerFeed } from './owner-feed.ts';

/** How long changes are gathered before consoles hear of them: an import of many rows is one. Milliseconds. */
const GATHER_MS = 200;

/** What concerns a contact; nothing is asked by who is blocked. */
const PEOPLE = ['contacts', 'conversations', 'tags', 'segments', 'life', 'blocked', 'unanswered'];

/**
 * What reads otherwise after a change, each by the first part of the address that it is read from; what is not named here changes what is
 * read from its own address.
 */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  contacts: PEOPLE,
  merges: PEOPLE,
  blocked: PEOPLE,
  segments: ['segments', 'contacts', 'settings'],
  imports: ['imports', 'insights', 'spend', 'feedback', ...PEOPLE],
  privacy: ['privacy', 'feedback', 'surveys', 'satisfaction', ...PEOPLE],
  surveys: ['surveys', 'satisfaction'],
  faqs: ['faqs', 'unanswered', 'quality', 'sites'],
  settings: ['settings', 'session', 'sites', 'holidays', 'segments', 'life', 'quality'],
  holidays: ['holidays', 'settings'],
  sites: ['sites', 'session', 'settings', 'faqs', 'holidays'],
  quality: ['quality', 'settings'],
  unanswered: ['unanswered', 'faqs'],
  // What is told of the account, and which devices are signed in to it.
  password: ['sessions'],
  login: ['sessions'],
  logout: ['sessions'],
  account: ['session'],
  // They change nothing that is read here, or it is told of as what happens in a conversation.
  ...{ installation: [], files: [], tickets: [], setup: [], phrasings: [] },
};
/** Last parts of addresses that only ask, although what they ask with is too long for an address. */
const ASKING = /\/(check|test|test-message|test-mail|test-push)$/;

/**
 * Tells consoles that something they read over HTTP is another now, whichever device or program changed it: so that what one shows, all
 * show. What is another they read again; nothing of it travels this way.
 */
export class ReadChanges {
  readonly #feed: OwnerFeed;
  readonly #sites: Sites;
  readonly #sessions: Sessions;
  readonly #log: Log;
  readonly #pending = new Map<string, Set<string>>();

  constructor(parts: { feed: OwnerFeed; sites: Sites; sessions: Sessions; log: Log }) {
    this.#feed = parts.feed;
    this.#sites = parts.sites;
    this.#sessions = parts.sessions;
    this.#log = parts.log;
  }

  /** @param what as the first part of the address of who changes it */
  changed(site: string, what: string): void {
    if (!this.#feed.isWatched(site)) return;
    const pending = this.#pending.get(site);
    const reads = AFTER[what] ?? [what];
    if (pending !== undefined) return void reads.forEach((read) => pending.add(read));
    if (reads.length === 0) return;
    this.#pending.set(site, new Set(reads));
    setTimeout(() => {
      const gathered = [...(this.#pending.get(site) ?? [])];
      this.#pending.delete(site);
      this.#feed.tell(site, 'changed', { site, what: gathered });
    }, GATHER_MS).unref();
  }

  /** Watches the console's own door: what is granted there has changed something. */
  get watch(): RequestHandler {
    return (request, response, next) => {
      const [, what = '', site = ''] = request.path.split('/');
      if (request.method === 'GET' || ASKING.test(request.path)) return next();
      response.on('finish', () => {
        if (response.statusCode >= 300) return;
        if (this.#sites.get(site) !== null) return this.changed(site, what);
        this.#ofAccount(request.headers.cookie, AFTER[what] ?? [what]).catch((cause: unknown) =>
          this.#log.error({ err: cause }, 'consoles missed a change of their account'),
        );
      });
      next();
    };
  }

  async #ofAccount(cookie: string | undefined, what: readonly string[]): Promise<void> {
    const session = await this.#sessions.ofCookie(cookie);
    if (session !== null && what.length > 0)
      this.#feed.tellAccount(session.accountKey, 'changed', { site: null, what });
  }
}

import type { Contact, LifeMove, LifeRules, LifeStage, LifeStanding, Localized } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { WireFault } from '../../realtime/wire-error.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleLifeOptions extends SiteAccess {
  desk: Desk;
}

const WEEK = 7 * 86_400_000;
const MOST_MOVES = 200;

export interface LifeAnswer {
  counts: Readonly<Record<LifeStage, number>>;
  rules: LifeRules;
  /** Of the last seven days, the newest first. */
  moves: (Omit<LifeMove, 'contactKey'> & { contact: Pick<Contact, 'key' | 'id' | 'name' | 'email'> })[];
  messages: {
    name: string;
    /** A stage, or that an order was delivered. */
    on: LifeStage | 'delivered';
    afterDays: number;
    segment: string | null;
    subject: Localized<string>;
    sent: number;
    /** How many unsubscribed by it. */
    left: number;
  }[];
  /** Whether mails can be sent at all. */
  mails: boolean;
}

export interface StandingAnswer {
  /** Null while it was not worked out yet. */
  standing: LifeStanding | null;
  rules: LifeRules;
}

/** Where customers stand, who moved, and what is sent because of it, for the console. */
export function consoleLifeApi(options: ConsoleLifeOptions): Router {
  const { desk } = options;
  const { store } = desk;
  const router = Router();

  router.get('/life/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const [counts, moves, mails] = await Promise.all([
      store.lifeCounts(site.id),
      store.lifeMoves(site.id, desk.clock.now() - WEEK, MOST_MOVES),
      store.lifeMailCounts(site.id),
    ]);
    const answer: LifeAnswer = {
      ...{ counts, rules: site.lifeCycle, mails: desk.mailer.available },
      moves: moves.map(({ move: { contactKey: _, ...move }, contact: { key, id, name, email } }) => ({
        ...move,
        contact: { key, id, name, email },
      })),
      messages: site.messages.map(({ name, on, afterDays, segment, subject }) => {
        const { sent = 0, left = 0 } = mails.find(({ message }) => message === name) ?? {};
        return { ...{ name, afterDays, segment, subject, sent, left }, on: on.kind === 'stage' ? on.stage : on.kind };
      }),
    };
    response.json(answer);
  });

  router.get('/contacts/:site/:key/life', async (request, response) => {
    const site = await ownSite(options, request);
    const key = Number(request.params.key);
    if (!Number.isSafeInteger(key) || (await store.findContact(site.id, { key })) === null) {
      throw new WireFault('not_found', 'no such contact');
    }
    const answer: StandingAnswer = { standing: await store.lifeOf(site.id, key), rules: site.lifeCycle };
    response.json(answer);
  });
  return router;
}

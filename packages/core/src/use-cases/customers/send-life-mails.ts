import { LIFE_MAIL_GRACE_MS, LIFE_MAIL_OFFERS, LIFE_MAIL_REST_MS } from '../../domain/crm/life-message.ts';
import { lifeMail } from '../../domain/crm/life-mail.ts';
import type { LifeMessage } from '../../domain/crm/life-message.ts';
import type { Site } from '../../domain/site.ts';
import type { LifeMailDue, LifeMailSpan } from '../../ports/life-store.ts';
import type { Desk } from '../desk.ts';
import { offersForContact } from './offers-for-contact.ts';

const DAY = 86_400_000;
const AT_ONCE = 50;
/** What was looked at within this time is looked at again: a move may be saved a little after its moment. Milliseconds. */
const OVERLAP_MS = 600_000;

/** Makes the links that end such mails. */
export interface UnsubscribeLinks {
  token(): { token: string; hash: string };
  /** To a page that asks first. */
  link(token: string): string;
  /** For mail programs, which ask by themselves. */
  oneClick(token: string): string;
}

/** Up to when each message of each site was looked at: what is planned is known by the store, this only spares it the rest. */
export type LifeMailProgress = Map<string, number>;

/**
 * Plans the mails that moves and deliveries have made due. Whoever is due for longer than the grace gets none, so that a message that is
 * declared today does not go to everybody of the last years. Without a mail server nothing is planned.
 */
export async function sendLifeMails(
  desk: Pick<Desk, 'store' | 'sites' | 'clock' | 'ids' | 'log' | 'mailer' | 'recommender'>,
  links: UnsubscribeLinks,
  progress: LifeMailProgress,
): Promise<void> {
  if (!desk.mailer.available) return;
  for (const site of desk.sites.list()) {
    for (const message of site.messages) {
      try {
        await sendMessage(desk, links, progress, site, message);
      } catch (cause) {
        desk.log.error({ err: cause, site: site.id, message: message.name }, 'a message did not go to everybody');
      }
    }
  }
}

async function sendMessage(
  desk: Pick<Desk, 'store' | 'clock' | 'ids' | 'log' | 'recommender'>,
  links: UnsubscribeLinks,
  progress: LifeMailProgress,
  site: Site,
  message: LifeMessage,
): Promise<void> {
  const now = desk.clock.now();
  const segment = message.segment === null ? null : site.segments.find(({ name }) => name === message.segment);
  if (segment === undefined) return;
  const key = JSON.stringify([site.id, message.name, message.on, message.afterDays]);
  const until = now - message.afterDays * DAY;
  const from = Math.max(until - LIFE_MAIL_GRACE_MS, (progress.get(key) ?? 0) - OVERLAP_MS);
  const span = { message: message.name, from, until, limit: AT_ONCE, filter: segment?.filter ?? null, now };
  for (let after = 0; ;) {
    const due = await find(desk, site, message, { ...span, after });
    for (const one of due) await plan(desk, links, site, message, one);
    const last = due.at(-1);
    if (last === undefined || due.length < AT_ONCE) break;
    after = last.place;
  }
  progress.set(key, until);
}

function find({ store }: Pick<Desk, 'store'>, { id }: Site, { on }: LifeMessage, span: LifeMailSpan) {
  return on.kind === 'stage' ? store.movedForMail(id, on.stage, span) : store.deliveredForMail(id, span);
}

async function plan(
  desk: Pick<Desk, 'store' | 'clock' | 'ids' | 'recommender'>,
  links: UnsubscribeLinks,
  site: Site,
  message: LifeMessage,
  { contact, order }: LifeMailDue,
): Promise<void> {
  const address = contact.email;
  if (address === null) return;
  const at = desk.clock.now();
  const { token, hash } = links.token();
  const wanted = { contactKey: contact.key, limit: LIFE_MAIL_OFFERS };
  const offers = await offersForContact(desk, site.id, contact.key, wanted);
  const ends = { unsubscribe: links.link(token), oneClick: links.oneClick(token) };
  const payload = lifeMail(site, message, contact, { ...ends, offers });
  await desk.store.planLifeMail({
    ...{ site: site.id, message: message.name, contactKey: contact.key, order, at, restMs: LIFE_MAIL_REST_MS },
    ...{ address, tokenHash: hash },
    entry: {
      ...{ id: desk.ids.uuid(), kind: 'mail', key: `life:${message.name}:${contact.key}:${order}`, dueAt: at, payload },
    },
  });
}

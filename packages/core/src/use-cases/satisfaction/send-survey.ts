import { DeskError } from '../../domain/desk-error.ts';
import { localize } from '../../domain/locale.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { Site } from '../../domain/site.ts';
import { daysOfRest } from '../../domain/survey/survey.ts';
import type { ContactFilter } from '../../domain/crm/contact-filter.ts';
import type { Survey } from '../../domain/survey/survey.ts';
import type { SurveyStanding } from '../../ports/survey-store.ts';
import type { Desk } from '../desk.ts';
import type { SurveyLinks } from './mail-satisfaction.ts';

const DAY = 86_400_000;
const AT_ONCE = 200;
/** Who belongs to a segment is looked at this often. Milliseconds. */
const EVERY_MS = 3_600_000;

type SendingDesk = Pick<Desk, 'store' | 'clock' | 'ids'>;
type Links = Pick<SurveyLinks, 'token' | 'link' | 'leave'>;

/** How many got a survey, and how many did not. */
export interface SurveySending {
  sent: number;
  /** They got one lately. */
  rested: number;
  /** They said that they want none. */
  left: number;
}

/**
 * Sends a survey by mail to everybody of its segment, each with a link of their own. Whoever got a survey within its days of rest gets
 * none; so a crash in the middle is mended by sending again.
 */
export async function sendSurvey(desk: SendingDesk, links: Links, site: Site, survey: Survey): Promise<SurveySending> {
  return ofEach(desk, site, survey, async (contact) => {
    const standing = await standingOf(desk, site, survey, contact);
    if (standing !== 'free') return standing;
    return (await ask(desk, links, site, survey, contact)) ? 'free' : 'rests';
  });
}

/** Whom `sendSurvey` would send it to now: said before it is sent, as mails cannot be taken back. */
export async function surveyRecipients(
  desk: Pick<Desk, 'store' | 'clock'>,
  site: Site,
  survey: Survey,
): Promise<SurveySending> {
  // Two contacts may have one address, which gets one mail.
  const asked = new Set<string>();
  return ofEach(desk, site, survey, async (contact) => {
    const address = addressOf(contact);
    const standing = await standingOf(desk, site, survey, contact);
    if (standing === 'free' && asked.has(address)) return 'rests';
    asked.add(address);
    return standing;
  });
}

function standingOf(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  site: Site,
  survey: Survey,
  contact: Contact,
): Promise<SurveyStanding> {
  const since = clock.now() - daysOfRest(survey) * DAY;
  return store.surveyStanding(site.id, { contactKey: contact.key, address: addressOf(contact) }, since);
}

/** @param take free: somebody of the segment gets it */
async function ofEach(
  desk: Pick<Desk, 'store' | 'clock'>,
  site: Site,
  survey: Survey,
  take: (contact: Contact) => Promise<SurveyStanding>,
): Promise<SurveySending> {
  const sending = { sent: 0, rested: 0, left: 0 };
  const counts = { free: 'sent', rests: 'rested', left: 'left' } as const;
  const now = desk.clock.now();
  const filter = filterOf(site, survey);
  let after = 0;
  for (;;) {
    const contacts = await desk.store.contactsOfSegment(site.id, filter, { now, after, limit: AT_ONCE });
    for (const contact of contacts) {
      after = contact.key;
      sending[counts[await take(contact)]]++;
    }
    if (contacts.length < AT_ONCE) return sending;
  }
}

function addressOf({ email }: Contact): string {
  return (email ?? '').toLowerCase();
}

/** Their own, else the one that they last wrote in, else the site's usual one. */
async function localeOf({ store }: SendingDesk, site: Site, { key, locale }: Contact): Promise<Locale> {
  const spoken = async () => {
    const [visitor] = await store.visitorsOfContact(site.id, key, 1);
    return visitor === undefined ? null : ((await store.findVisitor(visitor))?.locale ?? null);
  };
  const known = locale ?? (await spoken());
  return known !== null && site.locales.includes(known) ? known : site.defaultLocale;
}

/** @throws DeskError `not_found` where its segment was taken away */
function filterOf(site: Site, { segment }: Survey): ContactFilter {
  switch (segment.to) {
    case 'contacts':
      return {};
    case 'customers':
      return { customer: true };
    case 'ordered':
      return { orderedWithinDays: segment.days };
    case 'solved':
      return { solvedWithinDays: segment.days };
    case 'segment': {
      const found = site.segments.find(({ name }) => name === segment.name);
      if (found === undefined) throw new DeskError('not_found', `there is no segment "${segment.name}"`);
      return found.filter;
    }
  }
}

async function ask(desk: SendingDesk, links: Links, site: Site, survey: Survey, contact: Contact): Promise<boolean> {
  const { key: contactKey, name } = contact;
  const address = addressOf(contact);
  const locale = await localeOf(desk, site, contact);
  const { token, hash } = links.token();
  const { unsubscribe, oneClick, hash: leaveHash } = links.leave();
  const id = desk.ids.uuid();
  const now = desk.clock.now();
  const content = {
    template: 'survey' as const,
    title: localize(survey.title, locale) ?? survey.name,
    intro: localize(survey.intro, locale) ?? '',
    ...{ link: links.link(token, null), unsubscribe, oneClick },
  };
  const to = name === null ? { address } : { address, name };
  return desk.store.askSurvey(
    {
      ...{ id, site: site.id, survey: survey.name, visitorKey: null, contactKey, conversationKey: null },
      ...{ ticket: null, locale, askedAt: now, restMs: daysOfRest(survey) * DAY },
    },
    {
      ...{ address, tokenHash: hash, leaveHash },
      entry: {
        ...{ id: desk.ids.uuid(), kind: 'mail', key: `survey:${id}`, dueAt: now },
        payload: { to, locale, conversation: null, content },
      },
    },
  );
}

const lastLooks = new WeakMap<object, number>();

/** Sends what is sent by itself to whom it is due. Without a mail server nothing is asked. */
export async function sendRegularSurveys(desk: Desk, links: Links): Promise<void> {
  const now = desk.clock.now();
  if (!desk.mailer.available || now - (lastLooks.get(desk) ?? -Infinity) < EVERY_MS) return;
  lastLooks.set(desk, now);
  for (const site of desk.sites.list()) {
    for (const survey of site.surveys) {
      if (survey.everyDays === null) continue;
      try {
        await sendSurvey(desk, links, site, survey);
      } catch (cause) {
        desk.log.error({ err: cause, site: site.id, survey: survey.name }, 'a survey was not sent to everybody');
      }
    }
  }
}

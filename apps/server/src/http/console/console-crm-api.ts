import {
  ATTRIBUTE_LENGTH,
  LOCALES,
  MOST_ATTRIBUTES,
  MOST_TAGS,
  TAG_LENGTH,
  TIMELINE_KINDS,
  localize,
  reasonText,
  ticketName,
} from '@solodesk/core';
import type {
  Locale,
  MarketingConsent,
  Profile,
  Site,
  SurveyExit,
  TimelineItem,
  TimelinePlace,
  Visitor,
} from '@solodesk/core';
import { blockContact, offersForContact, setSurveyMails } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import { wellFormed } from '../../realtime/well-formed.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleCrmOptions extends SiteAccess {
  desk: Desk;
}

const PAGE = 30;
/** Browsers of one contact that are shown. */
const BROWSERS = 20;
const TAGS = 200;
const OFFERS = 3;

const tag = z.string().trim().min(1).max(TAG_LENGTH).transform(wellFormed);
const changeSchema = z.strictObject({
  addTags: z.array(tag).max(MOST_TAGS).optional(),
  removeTags: z.array(tag).max(MOST_TAGS).optional(),
  attributes: z
    .array(
      z.strictObject({
        name: tag,
        value: z.string().trim().min(1).max(ATTRIBUTE_LENGTH).transform(wellFormed).nullable(),
      }),
    )
    .max(MOST_ATTRIBUTES)
    .optional(),
  /** Whether messages of marketing may be sent, on the owner's word; when that was is the server's to say, or that of a change that is taken back. */
  marketing: z
    .union([
      z.boolean(),
      z.strictObject({ at: z.number().int(), how: z.string().max(40), version: z.string().max(40).optional() }),
    ])
    .optional(),
});
const blockSchema = z.strictObject({ blocked: z.boolean() });
const questionsSchema = z.strictObject({ may: z.boolean() });
const timelineSchema = z.object({
  /** `next` of the page before. */
  after: z
    .string()
    .regex(new RegExp(`^(${TIMELINE_KINDS.join('|')})\\.\\d{1,16}\\.\\d{1,16}$`))
    .optional(),
});

export interface Browser {
  /** When it came first. UTC milliseconds. */
  since: number;
  locale: Visitor['locale'];
  timeZone: string | null;
  verified: boolean;
  blocked: boolean;
  /** What the page says of who uses it: claims, not facts. */
  claims: Visitor['claims'];
  page: Visitor['page'];
  referrer: string | null;
  consent: Visitor['consent'];
}

export interface ProfileAnswer {
  profile: Omit<Profile, 'contactKey'>;
  browsers: Browser[];
  /** Since when they are asked by mail no more, and who said so; null: they may be asked. */
  noQuestions: SurveyExit | null;
}

export interface OfferView {
  product: string;
  name: Record<Locale, string>;
  url: string | null;
  why: Record<Locale, string>;
}

export interface TimelineAnswer {
  /** A ticket comes with its name for people, `SHOP-T17`. */
  items: (TimelineItem & { name?: string })[];
  /** The `after` of the next page; null on the last one. */
  next: string | null;
}

/** What is known and noted of one customer, for the console. */
export function consoleCrmApi(options: ConsoleCrmOptions): Router {
  const { desk } = options;
  const { store } = desk;
  const router = Router();
  const here = async (request: Request) => {
    const site = await ownSite(options, request);
    return { site, key: await knownContact(desk, site, request) };
  };

  router.get('/contacts/:site/:key/timeline', async (request, response) => {
    const { site, key } = await here(request);
    const { after } = parse(timelineSchema, request.query);
    const place = after === undefined ? null : readPlace(after);
    const { items, next } = await store.timeline(site.id, key, {
      limit: PAGE,
      ...(place !== null && { after: place }),
    });
    const answer: TimelineAnswer = {
      items: items.map((item) =>
        item.kind === 'ticket' ? { ...item, name: ticketName(site.ticketPrefix, item.number) } : item,
      ),
      next: next === null ? null : `${next.kind}.${next.at}.${next.key}`,
    };
    response.json(answer);
  });

  router.get('/contacts/:site/:key/profile', async (request, response) => {
    const { site, key } = await here(request);
    response.json(await answerOf(desk, site, key));
  });

  router.post('/contacts/:site/:key/profile', async (request, response) => {
    const { site, key } = await here(request);
    const { addTags, removeTags, attributes, marketing } = parse(changeSchema, request.body);
    const changed = await store.changeProfile(site.id, key, {
      ...(addTags !== undefined && { addTags }),
      ...(removeTags !== undefined && { removeTags }),
      ...(attributes !== undefined && {
        attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
      }),
      ...(marketing !== undefined && {
        marketing: marketing === false ? null : marketing === true ? onWord(desk.clock.now()) : said(marketing),
      }),
    });
    if (changed === null) throw new WireFault('not_found', 'no such contact');
    response.json(await answerOf(desk, site, key));
  });

  router.get('/contacts/:site/:key/offers', async (request, response) => {
    const { site, key } = await here(request);
    response.json({ offers: await offersFor(desk, site.id, key) });
  });

  router.post('/contacts/:site/:key/block', async (request, response) => {
    const { site, key } = await here(request);
    const { blocked } = parse(blockSchema, request.body);
    const browsers = await blockContact(desk, site, key, blocked ? 'blocked' : 'no');
    if (browsers === 0) throw new WireFault('refused', 'this contact has no browser that could be blocked');
    response.json(await answerOf(desk, site, key));
  });

  router.post('/contacts/:site/:key/questions', async (request, response) => {
    const { site, key } = await here(request);
    const { may } = parse(questionsSchema, request.body);
    const contact = await store.findContact(site.id, { key });
    if (contact === null) throw new WireFault('not_found', 'no such contact');
    await setSurveyMails(desk, site, contact, may);
    response.json(await answerOf(desk, site, key));
  });

  router.get('/tags/:site', async (request, response) => {
    const site = await ownSite(options, request);
    response.json({ tags: await store.tags(site.id, TAGS) });
  });
  return router;
}

async function knownContact({ store }: Desk, site: Site, request: Request): Promise<number> {
  const key = Number(request.params.key);
  const contact = Number.isSafeInteger(key) ? await store.findContact(site.id, { key }) : null;
  if (contact === null) throw new WireFault('not_found', 'no such contact');
  return key;
}

async function answerOf({ store }: Desk, site: Site, key: number): Promise<ProfileAnswer> {
  const [profile, visitors, contact] = await Promise.all([
    store.profile(site.id, key),
    store.visitorsOfContact(site.id, key, BROWSERS),
    store.findContact(site.id, { key }),
  ]);
  if (profile === null) throw new WireFault('not_found', 'no such contact');
  const { contactKey: _, ...noted } = profile;
  const found = await Promise.all(visitors.map((visitor) => store.findVisitor(visitor)));
  const address = contact?.email?.toLowerCase() ?? '';
  return {
    ...{ profile: noted, browsers: found.filter((visitor) => visitor !== null).map(toBrowser) },
    noQuestions: await store.surveyExit(site.id, { contactKey: key, address }),
  };
}

/** Of somebody who said who they are and was not believed counts what their browser did. */
async function offersFor(desk: Desk, site: string, key: number): Promise<OfferView[]> {
  const { store } = desk;
  const contact = await store.findContact(site, { key });
  const [visitorKey] = await store.visitorsOfContact(site, key, 1);
  const who = contact?.verified === true ? { contactKey: key } : visitorKey !== undefined ? { visitorKey } : null;
  const found = who === null ? [] : await offersForContact(desk, site, key, { ...who, limit: OFFERS });
  const inBoth = (words: (locale: Locale) => string) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, words(locale)])) as Record<Locale, string>;
  return found.map(({ product, reason }) => ({
    product: product.id,
    name: inBoth((locale) => localize(product.names, locale) ?? product.id),
    url: product.url,
    why: inBoth((locale) => reasonText(reason, locale)),
  }));
}

function toBrowser(visitor: Visitor): Browser {
  const { createdAt, locale, timeZone, verified, blocked, claims, page, referrer, consent } = visitor;
  return { since: createdAt, locale, timeZone, verified, blocked: blocked !== 'no', claims, page, referrer, consent };
}

/** @param after as `timelineSchema` lets it through */
function readPlace(after: string): TimelinePlace | null {
  const [kind, at, key] = after.split('.');
  const known = TIMELINE_KINDS.find((one) => one === kind);
  return known === undefined ? null : { kind: known, at: Number(at), key: Number(key) };
}

function onWord(at: number): MarketingConsent {
  return { at, how: 'owner' };
}

function said({ version, ...consent }: { at: number; how: string; version?: string | undefined }): MarketingConsent {
  return { ...consent, ...(version !== undefined && { version }) };
}

import { DeskError } from '../domain/desk-error.ts';
import { emptyProfile, withProfileChange } from '../domain/crm/profile.ts';
import type { Profile } from '../domain/crm/profile.ts';
import { compareTimeline } from '../domain/crm/timeline.ts';
import type { TimelineItem } from '../domain/crm/timeline.ts';
import { LEFT_BY_OWNER } from '../domain/survey/survey-request.ts';
import type { SurveyRequest } from '../domain/survey/survey-request.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { CrmStore } from '../ports/crm-store.ts';
import type { AppointmentStore, ContactStore, OrderStore } from '../ports/record-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';
import type { Dropped } from './memory-privacy.ts';

export interface SentMail {
  readonly site: string;
  readonly address: string;
  readonly at: number;
  readonly about: string;
}

export interface CrmParts
  extends
    Pick<ContactStore, 'findContact' | 'visitorsOfContact'>,
    Pick<OrderStore, 'ordersOfContact'>,
    Pick<AppointmentStore, 'appointmentsOfContact'>,
    Pick<ConversationStore, 'findConversationOfVisitor'>,
    Pick<VisitorStore, 'tracked'> {
  ticketsOfPerson(site: string, contactKeys: readonly number[], visitorKeys: readonly number[]): Ticket[];
  surveysOfPerson(site: string, contactKey: number, visitorKeys: readonly number[]): SurveyRequest[];
  sentMails(): readonly SentMail[];
}

export interface MemoryProfiles {
  get(contactKey: number): Profile;
  set(site: string, profile: Profile): void;
  isNoted(contactKey: number): boolean;
  /** Of all contacts of a site. */
  all(site: string): Profile[];
  dropProfiles(contactKeys: readonly number[]): Dropped;
}

export function createMemoryProfiles(): MemoryProfiles {
  const rows = new Map<number, { site: string; profile: Profile }>();
  return {
    get: (key) => rows.get(key)?.profile ?? emptyProfile(key),
    set: (site, profile) => void rows.set(profile.contactKey, { site, profile }),
    isNoted(key) {
      const profile = rows.get(key)?.profile;
      return profile !== undefined && (profile.tags.length > 0 || hasRow(profile));
    },
    all: (site) => [...rows.values()].filter((row) => row.site === site).map(({ profile }) => profile),
    dropProfiles(keys) {
      const gone = keys.flatMap((key) => rows.get(key)?.profile ?? []);
      for (const { contactKey } of gone) rows.delete(contactKey);
      return {
        contact_tag: gone.reduce((sum, { tags }) => sum + tags.length, 0),
        contact_profile: gone.filter(hasRow).length,
      };
    },
  };
}

function hasRow({ marketing, attributes }: Profile): boolean {
  return marketing !== null || Object.keys(attributes).length > 0;
}

/** Reads all of a person at each question, and sorts it. */
export function createMemoryCrm(parts: CrmParts, profiles: MemoryProfiles): CrmStore {
  const everything = async (site: string, contactKey: number): Promise<TimelineItem[]> => {
    const contact = await parts.findContact(site, { key: contactKey });
    if (contact === null) return [];
    const visitors = await parts.visitorsOfContact(site, contactKey, Infinity);
    const conversations = await Promise.all(visitors.map((key) => parts.findConversationOfVisitor(site, key)));
    const pages = await Promise.all(visitors.map((key) => parts.tracked(key, Infinity)));
    const orders = await parts.ordersOfContact(site, contactKey, Infinity);
    const appointments = await parts.appointmentsOfContact(site, contactKey, Infinity);
    return [
      ...conversations
        .filter((row) => row !== null)
        .map(({ key, lastAt, id, state, preview }) => ({
          ...{ kind: 'conversation' as const, key, at: lastAt },
          ...{ id, state, preview },
        })),
      ...parts
        .ticketsOfPerson(site, [contactKey], visitors)
        .map(({ key, createdAt, number, state, withdrawn, subject, level }) => ({
          ...{ kind: 'ticket' as const, key, at: createdAt },
          ...{ number, state: withdrawn ? ('withdrawn' as const) : state, subject, level },
        })),
      ...orders.map(({ key, placedAt, number, status, statusText, total, currency }) => ({
        ...{ kind: 'order' as const, key, at: placedAt },
        ...{ number, status, statusText, total, currency },
      })),
      ...appointments.map(({ key, startsAt, service, resource, endsAt, state, details }) => ({
        ...{ kind: 'appointment' as const, key, at: startsAt },
        ...{ service, resource, endsAt, state, details },
      })),
      ...parts
        .surveysOfPerson(site, contactKey, visitors)
        .filter(({ survey }) => survey !== LEFT_BY_OWNER)
        .map(({ key, askedAt, survey, ticket, score, word, answeredAt, skippedAt }) => ({
          ...{ kind: 'score' as const, key, at: askedAt },
          ...{ survey, ticket, score, word, answeredAt, skippedAt },
        })),
      ...parts
        .sentMails()
        .map(({ site: of, address, at, about }, index) => ({
          of,
          ...{ kind: 'mail' as const, key: index + 1, at, address, about },
        }))
        .filter(({ of, address }) => of === site && address === contact.email)
        .map(({ of: _, ...mail }) => mail),
      ...pages.flat().map(({ at, name, page }, index) => ({
        kind: 'page' as const,
        key: pages.flat().length - index,
        at,
        name,
        page,
      })),
    ];
  };

  return {
    async timeline(site, contactKey, { after, limit }) {
      const all = (await everything(site, contactKey)).sort(compareTimeline);
      const rest = all.filter((item) => after === undefined || compareTimeline(after, item) < 0);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      const next = rest.length > limit && last !== undefined ? { kind: last.kind, key: last.key, at: last.at } : null;
      return { items, next };
    },
    async profile(site, contactKey) {
      return (await parts.findContact(site, { key: contactKey })) === null ? null : profiles.get(contactKey);
    },
    async changeProfile(site, contactKey, change) {
      if ((await parts.findContact(site, { key: contactKey })) === null) return null;
      const next = withProfileChange(profiles.get(contactKey), change);
      if (next === null) throw new DeskError('refused', 'more tags or attributes than one contact may have');
      profiles.set(site, next);
      return next;
    },
    async tags(site, limit) {
      const counts = new Map<string, number>();
      for (const tag of profiles.all(site).flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
      return [...counts]
        .map(([tag, contacts]) => ({ tag, contacts }))
        .sort((a, b) => b.contacts - a.contacts || (a.tag < b.tag ? -1 : 1))
        .slice(0, limit);
    },
  };
}

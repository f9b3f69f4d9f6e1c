import type { RetentionClass, RetentionRun } from '../domain/privacy/retention.ts';
import { SAME_LOOK_MS } from '../domain/privacy/view.ts';
import type { View } from '../domain/privacy/view.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { RetentionStore } from '../ports/retention-store.ts';
import type { TicketStore } from '../ports/ticket-store.ts';
import type { ConsentStore, ConsentText, ViewStore } from '../ports/view-store.ts';
import type { AgeFeedback } from './memory-feedback.ts';
import type { PrivacyParts } from './memory-privacy.ts';

interface Parts
  extends
    Pick<ConversationStore, 'inbox'>,
    Pick<TicketStore, 'tickets'>,
    Pick<PrivacyParts, 'dropConversations' | 'dropVisitors' | 'anonymiseTickets' | 'dropPromises'> {
  dropTracked(site: string, before: number, really: boolean): number;
  dropSearches(site: string, before: number, really: boolean): number;
  ageFeedback: AgeFeedback;
}

/** What else of a class there is belongs to the real stores: mails that were given up, scores and receipts are few in a test. */
export function createMemoryRetention(parts: Parts): RetentionStore & ViewStore & ConsentStore {
  let views: View[] = [];
  let lastKey = 0;
  const runs: (RetentionRun & { site: string })[] = [];
  const texts: (ConsentText & { site: string })[] = [];
  const at = (site: string, day: string) => runs.findIndex((run) => run.site === site && run.day === day);

  const oldTalks = async (site: string, before: number) =>
    (await parts.inbox(site, { filter: 'closed', limit: Infinity })).filter(
      ({ conversation }) => conversation.lastAt < before,
    );
  const oldTickets = async (site: string, before: number) =>
    (await parts.tickets(site, { filter: 'all', limit: Infinity })).filter(
      ({ state, updatedAt, subject, contactKey }) =>
        state === 'closed' && updatedAt < before && (subject !== '' || contactKey !== null),
    );
  const oldViews = (site: string, before: number) => views.filter((view) => view.site === site && view.at < before);

  return {
    async countExpired(site, kind, before) {
      if (kind === 'messages') return (await oldTalks(site, before)).length;
      if (kind === 'tickets') return (await oldTickets(site, before)).length;
      if (kind === 'pageEvents') return parts.dropTracked(site, before, false);
      if (kind === 'feedback') return parts.ageFeedback(site, before, false);
      return kind === 'accessLog' ? oldViews(site, before).length : 0;
    },
    nextExpired: async (site, before) => (await oldTalks(site, before)).map(({ conversation }) => conversation.key),
    async expire(site, kind: RetentionClass, before, now) {
      if (kind === 'messages') {
        const keys = (await oldTalks(site, before)).map(({ conversation }) => conversation.key);
        parts.dropPromises(keys);
        parts.dropConversations(keys, now);
        parts.dropVisitors(keys);
        return keys.length;
      }
      if (kind === 'tickets') {
        const keys = (await oldTickets(site, before)).map(({ key }) => key);
        parts.anonymiseTickets(keys, now);
        return keys.length;
      }
      if (kind === 'pageEvents') return parts.dropSearches(site, before, true) + parts.dropTracked(site, before, true);
      if (kind === 'feedback') return parts.ageFeedback(site, before, true);
      if (kind !== 'accessLog') return 0;
      const old = oldViews(site, before);
      views = views.filter((view) => !old.includes(view));
      return old.length;
    },
    async claimRetention(site, day, now) {
      const index = at(site, day);
      const run = runs[index];
      if (run !== undefined && (run.finishedAt !== null || run.startedAt > now - 3_600_000)) return false;
      const claimed = { site, day, startedAt: now, finishedAt: null, removed: {} };
      if (run === undefined) runs.push(claimed);
      else runs[index] = claimed;
      return true;
    },
    async finishRetention(site, day, finishedAt, removed) {
      const run = runs[at(site, day)];
      if (run !== undefined) runs[at(site, day)] = { ...run, finishedAt, removed };
    },
    retentionRuns: async (site, limit) =>
      runs
        .filter((run) => run.site === site)
        .sort((a, b) => (a.day < b.day ? 1 : -1))
        .slice(0, limit)
        .map(({ site: _site, ...run }) => run),

    async noteView(view) {
      const same = views.some(
        (seen) =>
          seen.site === view.site &&
          seen.account === view.account &&
          seen.kind === view.kind &&
          seen.contact === view.contact &&
          seen.visitor === view.visitor &&
          seen.detail === view.detail &&
          seen.at > view.at - SAME_LOOK_MS,
      );
      if (!same) views.push({ ...view, key: ++lastKey });
    },
    views: async (site, { before = Infinity, limit, contact, visitor }) =>
      views
        .filter((view) => view.site === site && view.key < before)
        .filter((view) => contact === undefined || view.contact === contact)
        .filter((view) => visitor === undefined || view.visitor === visitor)
        .reverse()
        .slice(0, limit),

    async noteConsentText(site, { version, text, since }) {
      const known = texts.some(
        (one) => one.site === site && one.version === version && JSON.stringify(one.text) === JSON.stringify(text),
      );
      if (!known) texts.push({ site, version, text, since });
    },
    consentTexts: async (site) =>
      texts
        .filter((text) => text.site === site)
        .map(({ site: _site, ...text }) => text)
        .sort((a, b) => b.since - a.since),
  };
}

import type { Store } from '../ports/store.ts';
import { createMemoryAccounts } from './memory-accounts.ts';
import { createMemoryApi } from './memory-api.ts';
import { createMemoryCrm, createMemoryProfiles } from './memory-crm.ts';
import { createMemoryConversations } from './memory-conversations.ts';
import { createMemoryExports } from './memory-exports.ts';
import { createMemoryGuesses } from './memory-guesses.ts';
import { createMemoryInsights } from './memory-insights.ts';
import { createMemoryJobs } from './memory-jobs.ts';
import { createMemoryLife } from './memory-life.ts';
import { createMemoryLifeMails } from './memory-life-mails.ts';
import { createMemoryMerges } from './memory-merges.ts';
import { createMemoryNextUp } from './memory-next-up.ts';
import { createMemoryTicketViews } from './memory-ticket-views.ts';
import { createMemoryAnswers } from './memory-answers.ts';
import { createMemoryNotes } from './memory-notes.ts';
import { createMemoryCannedReplies } from './memory-canned-replies.ts';
import { createMemoryNotices } from './memory-notices.ts';
import { createMemoryPageVotes } from './memory-page-votes.ts';
import { createMemoryRecords } from './memory-records.ts';
import { createMemorySecondFactors } from './memory-second-factors.ts';
import { createMemoryThemes } from './memory-themes.ts';
import { createMemoryTickets } from './memory-tickets.ts';
import { createMemoryProblems } from './memory-problems.ts';
import { createMemoryPromises } from './memory-promises.ts';
import { createMemoryPrivacy } from './memory-privacy.ts';
import { createMemoryRetention } from './memory-retention.ts';
import { createMemorySegments, fitsFilter } from './memory-segments.ts';
import { createMemorySearch } from './memory-search.ts';
import { createMemorySurveys } from './memory-surveys.ts';
import { createMemorySightings } from './memory-sightings.ts';
import { createMemoryUploads } from './memory-uploads.ts';
import { createMemoryVisitors } from './memory-visitors.ts';

/** A store that lasts as long as the process: for tests, and the plainest reading of what a store must do. */
export function createMemoryStore(): Store {
  const { dropVisitors, dropTracked, ...visitors } = createMemoryVisitors(async (site, visitorKey) => {
    const contact = await records.contactOfVisitor(site, visitorKey);
    return contact?.verified === true ? contact.key : null;
  });
  const { change, add, cancel, dropJobs, dropMails, sentMails, ...jobs } = createMemoryJobs();
  const { fits, apply, hasTickets, allTickets, ticketsOfPerson, moveTickets, anonymiseTickets, ...tickets } =
    createMemoryTickets(add);
  const { changePromise, dropPromises, allPromises, ...promises } = createMemoryPromises();
  const profiles = createMemoryProfiles();
  const { dropRecords, mergeable, ageFeedback, allAppointments, ...records } = createMemoryRecords(
    (site, { plan, drop }) => {
      add(site, plan);
      for (const { kind, key } of drop) cancel(site, kind, key);
    },
    (contactKey) => profiles.isNoted(contactKey) || hasTickets(contactKey) || hasSurveys(contactKey),
    add,
    { profiles, unsubscribedAt: (site, address) => unsubscribedAt(site, address) },
  );
  const { ask, dropSurveys, hasSurveys, allSurveys, moveSurveys, surveysOfPerson, ...surveys } =
    createMemorySurveys(add);
  const { dropWaiters, ...problems } = createMemoryProblems();
  const { dropNotes, ...notes } = createMemoryNotes();
  const { dropUploads, marksSent, ...uploads } = createMemoryUploads(visitors);
  const {
    dropConversations: dropTalk,
    dropSearches,
    ...conversations
  } = createMemoryConversations(
    visitors,
    { fits, apply },
    { changeJob: change, addToOutbox: add, changePromise, ask, marksSent },
  );
  const dropConversations: typeof dropTalk = (keys, at) => {
    const { tombstones, rows } = dropTalk(keys, at);
    return { tombstones, rows: { ...rows, conversation_note: dropNotes(keys), upload: dropUploads(keys) } };
  };
  const { dropMerges, ...mergeStore } = createMemoryMerges(mergeable, { moveTickets, moveSurveys }, profiles);
  const { dropMarks, ...nextUp } = createMemoryNextUp({ ...tickets, ...records });
  const { place, movesOf, cameAt, dropLife, ...life } = createMemoryLife({
    ...{ ...conversations, ...records, ticketsOfPerson, add },
  });
  const known = { ...visitors, ...conversations, ...records, ticketsOfPerson, place };
  const fitsContact = fitsFilter(known, profiles);
  const { dropLifeMails, unsubscribedAt, ...lifeMails } = createMemoryLifeMails(
    { ...records, place, movesOf, cameAt, add, cancel },
    profiles,
    fitsContact,
  );
  const presence = new Map<string, 'auto' | 'here' | 'away'>();
  return {
    ...visitors,
    ...conversations,
    ...jobs,
    ...createMemoryNotices(),
    ...createMemoryAccounts(),
    ...createMemorySecondFactors(),
    ...createMemoryPageVotes(),
    ...records,
    ...createMemoryApi(),
    ...tickets,
    ...promises,
    ...nextUp,
    ...createMemoryTicketViews(),
    ...createMemoryCannedReplies(),
    ...createMemorySightings(),
    ...notes,
    ...uploads,
    ...createMemoryAnswers(conversations),
    ...problems,
    ...surveys,
    ...createMemoryPrivacy({
      ...{ ...visitors, ...conversations, ...records },
      ...{ dropVisitors, dropConversations, dropRecords, dropJobs, dropWaiters, dropPromises, dropSurveys, dropMarks },
      ...{ ticketsOfPerson, anonymiseTickets, dropMails, dropProfiles: profiles.dropProfiles, dropMerges },
      ...{ dropLife, dropLifeMails },
    }),
    ...createMemoryRetention({
      ...{ ...conversations, ...tickets },
      ...{ dropVisitors, dropConversations, dropPromises, dropTracked, dropSearches, anonymiseTickets, ageFeedback },
    }),
    ...createMemoryExports({
      ...conversations,
      allTickets,
      allAppointments,
      allSurveys,
      allPromises,
      sentMails,
      movesOf,
    }),
    ...createMemorySearch({ ...conversations, ...records, ...tickets }),
    ...createMemoryCrm(
      { ...visitors, ...conversations, ...records, ticketsOfPerson, surveysOfPerson, sentMails },
      profiles,
    ),
    ...mergeStore,
    ...life,
    ...lifeMails,
    ...createMemorySegments(known, fitsContact),
    ...createMemoryGuesses(),
    ...createMemoryInsights(),
    ...createMemoryThemes({ ...visitors, ...conversations, ...records, ...problems }),
    presenceMode: async (site) => presence.get(site) ?? 'auto',
    async setPresenceMode(site, mode) {
      presence.set(site, mode);
    },
    check: async () => undefined,
    close: async () => undefined,
  };
}

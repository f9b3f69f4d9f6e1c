import { base } from './001-base.ts';
import { trackedEvents } from './002-tracked-events.ts';
import { unanswered } from './003-unanswered.ts';
import { jobs } from './004-jobs.ts';
import { pageVotes } from './005-page-votes.ts';
import { dialogueContext } from './006-dialogue-context.ts';
import { urgent } from './007-urgent.ts';
import { outbox } from './008-outbox.ts';
import { forms } from './009-forms.ts';
import { records } from './010-records.ts';
import { tickets } from './011-tickets.ts';
import { promises } from './012-promises.ts';
import { api } from './013-api.ts';
import { knownProblems } from './014-known-problems.ts';
import { quietHours } from './015-quiet-hours.ts';
import { productVersion } from './016-product-version.ts';
import { surveys } from './017-surveys.ts';
import { guesses } from './018-guesses.ts';
import { doneEntries } from './019-done-entries.ts';
import { appointmentDetails } from './020-appointment-details.ts';
import { secondFactor } from './021-second-factor.ts';
import { search } from './022-search.ts';
import { erasures } from './023-erasures.ts';
import { searchHidden } from './024-search-hidden.ts';
import { crm } from './025-crm.ts';
import { privacyLog } from './026-privacy-log.ts';
import { sensitiveWords } from './027-sensitive-words.ts';
import { pushSession } from './028-push-session.ts';
import { merges } from './029-merges.ts';
import { remedyChoices } from './030-remedy-choices.ts';
import { nextUp } from './031-next-up.ts';
import { insights } from './032-insights.ts';
import { ticketViews } from './033-ticket-views.ts';
import { cannedReplies } from './034-canned-replies.ts';
import { conversationNotes } from './035-conversation-notes.ts';
import { ownerAnswers } from './036-owner-answers.ts';
import { uploads } from './037-uploads.ts';
import { feedback } from './038-feedback.ts';
import { ticketList } from './039-ticket-list.ts';
import { lifeCycle } from './040-life-cycle.ts';
import { themes } from './041-themes.ts';
import { newsSettings } from './042-news-settings.ts';
import { widgetSightings } from './043-widget-sightings.ts';
import { insightReading } from './044-insight-reading.ts';
import { trackedSite } from './045-tracked-site.ts';
import { insightDrafts } from './046-insight-drafts.ts';
import { indexTogether } from './047-index-together.ts';
import { marketingVersion } from './048-marketing-version.ts';
import { packedResults } from './049-packed-results.ts';
import { clientIdOrder } from './050-client-id-order.ts';
import { noClientIdIndex } from './051-no-client-id-index.ts';
import { surveyLeaving } from './052-survey-leaving.ts';
import { vainSearches } from './053-vain-searches.ts';
import type { Migration } from './migration.ts';

/** Every step there is, in order. */
export const MIGRATIONS: readonly Migration[] = [
  base,
  trackedEvents,
  unanswered,
  jobs,
  pageVotes,
  dialogueContext,
  urgent,
  outbox,
  forms,
  records,
  tickets,
  promises,
  api,
  knownProblems,
  quietHours,
  productVersion,
  surveys,
  guesses,
  doneEntries,
  appointmentDetails,
  secondFactor,
  search,
  erasures,
  searchHidden,
  crm,
  privacyLog,
  sensitiveWords,
  pushSession,
  merges,
  remedyChoices,
  nextUp,
  insights,
  ticketViews,
  cannedReplies,
  conversationNotes,
  ownerAnswers,
  uploads,
  feedback,
  ticketList,
  lifeCycle,
  themes,
  newsSettings,
  widgetSightings,
  insightReading,
  trackedSite,
  insightDrafts,
  indexTogether,
  marketingVersion,
  packedResults,
  clientIdOrder,
  noClientIdIndex,
  surveyLeaving,
  vainSearches,
];

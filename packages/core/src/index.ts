export { LOCALES, localize, writtenIn } from './domain/locale.ts';
export type { Locale, Localized } from './domain/locale.ts';
export { BUILT_IN } from './domain/faq.ts';
export { FEW_SENTENCES, lessonOf, wordsOfName } from './domain/lesson.ts';
export type { Lesson } from './domain/lesson.ts';
export { flagPhrase } from './domain/emergency/flag-phrase.ts';
export { raisedFlag } from './domain/emergency/red-flags.ts';
export type { EmergencyPlan } from './domain/emergency/red-flags.ts';
export { DEFAULT_COMPLAINTS, MOST_CHOICES } from './domain/complaint/complaint-policy.ts';
export type { ComplaintPolicy, Remedy } from './domain/complaint/complaint-policy.ts';
export { complaintStage, isComplaintTicket } from './domain/complaint/complaint-stage.ts';
export type { ComplaintTicket } from './domain/complaint/complaint-stage.ts';
export type { RemedyChoice } from './domain/complaint/complaint-case.ts';
export { fittingRemedies } from './domain/complaint/fitting-remedies.ts';
export { recogniseComplaint } from './domain/complaint/recognise-complaint.ts';
export { DEFAULT_LEVELS, DEFAULT_PRIORITY, DEFAULT_RULES } from './domain/priority/default-rules.ts';
export { customerStanding, minorDigits } from './domain/priority/customer-standing.ts';
export { moodOf } from './domain/priority/mood.ts';
export type { Mood } from './domain/priority/mood.ts';
export { PRIORITY_LEVELS } from './domain/priority/priority-rule.ts';
export type { PriorityCondition, PriorityLevel, PriorityRule, PriorityRules } from './domain/priority/priority-rule.ts';
export { unknownFields } from './domain/priority/reason-text.ts';
export { scoreOf } from './domain/priority/score.ts';
export type { Priority, PriorityFacts, PriorityReason } from './domain/priority/score.ts';
export { SaidText, phraseFrom } from './domain/words/phrase.ts';
export type { Phrase } from './domain/words/phrase.ts';
export { articleIn } from './domain/help/article.ts';
export type { Article, ArticleBook, ArticleImage, ArticleSection } from './domain/help/article.ts';
export { RESERVED_SLUGS, helpArticle, helpHome, helpImage, helpTopic } from './domain/help/help-paths.ts';
export type { AnswerCondition, AnswerContent, Faq, FaqAnswer, FaqBook, Link, QuickReply } from './domain/faq.ts';
export { PLAIN_VOICE } from './domain/voice.ts';
export type { Voice } from './domain/voice.ts';
export type { Entity, EntityKind } from './domain/entity.ts';
export { coloursIn, namesColour, namesColours } from './domain/dialogue/products/colours.ts';
export { offerLine, reasonText } from './domain/dialogue/products/offer-texts.ts';
export type { Recommendation } from './domain/recommendation.ts';
export type { RecommendationQuestion, Recommender } from './ports/recommender.ts';
export { PRODUCT_FACTS } from './domain/product.ts';
export type { Catalogue, Product, ProductFact } from './domain/product.ts';
export { sameMarketing, sentMarketing, tellsOfMarketing } from './domain/crm/marketing.ts';
export type { MarketingConsent } from './domain/crm/marketing.ts';
export {
  ATTRIBUTE_LENGTH,
  MOST_ATTRIBUTES,
  MOST_TAGS,
  TAG_LENGTH,
  emptyProfile,
  withProfileChange,
} from './domain/crm/profile.ts';
export { DEFAULT_LIFE_RULES, LIFE_STAGES, lifePlace, stageBefore } from './domain/crm/life-cycle.ts';
export type { LifeFacts, LifeMove, LifeRules, LifeStage, LifeStanding } from './domain/crm/life-cycle.ts';
export { GONE_ORDERS, isEmptyFilter } from './domain/crm/contact-filter.ts';
export type { ContactFilter, Segment } from './domain/crm/contact-filter.ts';
export { lifeMail } from './domain/crm/life-mail.ts';
export { DELIVERY_IS_NEWS_MS, LIFE_MAIL_OFFERS } from './domain/crm/life-message.ts';
export type { LifeMessage } from './domain/crm/life-message.ts';
export { mergeFault, mergedContact, mergedProfile } from './domain/crm/merge.ts';
export type { ContactMerge, MergePreview, MovedCounts, SharedReach } from './domain/crm/merge.ts';
export type { Profile } from './domain/crm/profile.ts';
export { TIMELINE_KINDS, compareTimeline, keysBelow } from './domain/crm/timeline.ts';
export type { TimelineItem, TimelineKind, TimelinePlace } from './domain/crm/timeline.ts';
export type { Appointment } from './domain/records/appointment.ts';
export {
  contactSearchText,
  matchContact,
  searchFold,
  withContactDraft,
  withCorrection,
} from './domain/records/contact.ts';
export type {
  Contact,
  ContactCorrection,
  ContactDraft,
  ContactFinder,
  ContactSource,
} from './domain/records/contact.ts';
export { ORDER_STATUSES, withOrderDraft } from './domain/records/order.ts';
export type { Order, OrderDraft, OrderLine, OrderStatus } from './domain/records/order.ts';
export { withProductDraft } from './domain/records/product.ts';
export { productOfRecord } from './domain/records/product-of-record.ts';
export type { ProductDraft, ProductRecord } from './domain/records/product.ts';
export type { SpendDraft, SpendRecord } from './domain/records/spend.ts';
export { feedbackMood, withFeedbackDraft } from './domain/records/feedback.ts';
export type {
  FeedbackDraft,
  FeedbackJudgement,
  FeedbackMood,
  FeedbackRecord,
  JudgedFeedback,
} from './domain/records/feedback.ts';
export { RECORD_KINDS } from './domain/records/record-batch.ts';
export type { RecordBatch, RecordKind, RecordOutcome, UndoProgress } from './domain/records/record-batch.ts';

export { QUEUE_KINDS, queueId, queueOrder, queuePlace } from './domain/next-up/queue-item.ts';
export type { QueueItem } from './domain/next-up/queue-item.ts';
export type { QueueMark } from './domain/next-up/queue-mark.ts';
export type { NextUpStore } from './ports/next-up-store.ts';
export { MOST_VIEWS } from './domain/ticket/ticket-view.ts';
export type { TicketSieve, TicketView } from './domain/ticket/ticket-view.ts';
export type { EarlierAnswer } from './domain/conversation/earlier-answer.ts';
export type { AnswerStore } from './ports/answer-store.ts';
export { MOST_NOTES } from './domain/conversation/conversation-note.ts';
export type { ConversationNote } from './domain/conversation/conversation-note.ts';
export type { NoteStore } from './ports/note-store.ts';
export { MOST_CANNED } from './domain/conversation/canned-reply.ts';
export type { CannedReply } from './domain/conversation/canned-reply.ts';
export type { CannedReplyStore } from './ports/canned-reply-store.ts';
export type { TicketViewStore } from './ports/ticket-view-store.ts';
export { everOpen, holidayOn } from './domain/opening-times.ts';
export type { Holiday, OpeningSpan, OpeningTimes } from './domain/opening-times.ts';
export type { ErasedRows, Erasure } from './domain/privacy/erasure.ts';
export type { Person, PersonQuestion } from './domain/privacy/person.ts';
export { DEFAULT_RETENTION } from './domain/privacy/retention.ts';
export type { ExpiredCounts, Retention, RetentionClass, RetentionRun } from './domain/privacy/retention.ts';
export { SAME_LOOK_MS } from './domain/privacy/view.ts';
export type { NewView, View, ViewKind } from './domain/privacy/view.ts';
export type { RetentionStore } from './ports/retention-store.ts';
export type { ConsentStore, ConsentText, ViewStore } from './ports/view-store.ts';
export {
  FILE_TYPES,
  MAX_FILE_BYTES,
  MOST_FILES,
  MOST_FILES_AN_HOUR,
  isPicture,
} from './domain/attachment/attachment.ts';
export type { FileFault, RefusedFile } from './domain/attachment/refused-file.ts';
export type { Attachment, FileType } from './domain/attachment/attachment.ts';
export { wordsOf } from './domain/conversation/words-of.ts';
export { fileName } from './domain/attachment/file-name.ts';
export type { SightingStore, WidgetSighting } from './ports/sighting-store.ts';
export type { Upload, UploadStore } from './ports/upload-store.ts';
export { NO_FILES } from './ports/file-store.ts';
export type { FileStore } from './ports/file-store.ts';
export type { PrivacyStore } from './ports/privacy-store.ts';
export type { Excerpt } from './domain/search/excerpt.ts';
export {
  OPEN_STATES,
  SEARCH_KINDS,
  contactDocument,
  orderDocument,
  ticketDocument,
} from './domain/search/search-kinds.ts';
export type { SearchDocument, SearchKind } from './domain/search/search-kinds.ts';
export { holdsAll } from './domain/search/search-match.ts';
export { searchPieces, searchTerms, termsOfPiece } from './domain/search/search-terms.ts';
export type { SearchPiece } from './domain/search/search-terms.ts';
export type { Site } from './domain/site.ts';
export type { Claims, SiteTrackedEvent, TrackedEvent, Visitor, VisitorChange } from './domain/visitor.ts';
export type { Account, OwnerSession, SecondFactor } from './domain/account.ts';
export { API_SCOPES, apiKeyHint, apiKeySecret } from './domain/api-key.ts';
export type { ApiKey, ApiScope } from './domain/api-key.ts';
export { DeskError } from './domain/desk-error.ts';
export type { DeskErrorKind } from './domain/desk-error.ts';
export { NO_TICKETS, copyConversation, newConversation } from './domain/conversation/conversation.ts';
export type { Conversation, ConversationState } from './domain/conversation/conversation.ts';
export type { BotReason, LogEntry, LogEvent } from './domain/conversation/log-event.ts';
export type { Decision } from './domain/conversation/decision.ts';
export type {
  ConversationJob,
  DeadEntry,
  DeadJob,
  Job,
  JobChange,
  JobKind,
  OutboxJob,
  CarriedJob,
} from './domain/notice/job.ts';
export type { MailContent, MailDetail, MailedFile, MailExit, MailPayload } from './domain/outbox/mail.ts';
export type { Happening } from './domain/outbox/happenings.ts';
export type { OutboxEntry, OutboxKind, SmsPayload, WebhookPayload } from './domain/outbox/outbox-entry.ts';
export { addNote } from './domain/ticket/ticket-commands.ts';
export { subjectOf } from './domain/ticket/ticket-draft.ts';
export type { TicketDetail } from './domain/ticket/ticket-draft.ts';
export { ownerAnswers } from './domain/ticket/ticket-commands.ts';
export { routeReason } from './domain/ticket/route-reason.ts';
export type { RouteRule } from './domain/ticket/route-rule.ts';
export { TO_OWNER } from './domain/ticket/ticket-route.ts';
export type { RouteTarget, TicketRoute } from './domain/ticket/ticket-route.ts';
export { ticketSearchText } from './domain/ticket/ticket-search.ts';
export { PLAIN_PRIORITY, newTicket, ticketName, ticketNumberIn } from './domain/ticket/ticket.ts';
export type {
  Ticket,
  TicketActor,
  TicketChange,
  TicketHappening,
  TicketHistoryEntry,
  TicketState,
} from './domain/ticket/ticket.ts';
export { DEFAULT_NOTICE_SETTINGS } from './domain/notice/notice-settings.ts';
export type { NoticeSettings, PushDevice } from './domain/notice/notice-settings.ts';
export { visitorSpeaks } from './domain/conversation/visitor-commands.ts';
export { close, handBack, ownerSpeaks, takeOver } from './domain/conversation/owner-commands.ts';
export { botSpeaks, promise } from './domain/conversation/bot-commands.ts';
export type { BotReply } from './domain/conversation/bot-commands.ts';
export { KnownProblems } from './domain/problem/lasting-problems.ts';
export type { KnownProblem, Waiter } from './domain/problem/known-problem.ts';
export type { Greeting, GreetingCondition, ProactiveMessage } from './domain/greeting/greeting.ts';
export type { PromiseChange } from './domain/promise/promise-change.ts';
export { isOpen } from './domain/survey/answer-survey.ts';
export type { SatisfactionAnswer } from './domain/survey/answer-survey.ts';
export { readSurveyAnswers } from './domain/survey/read-answers.ts';
export { surveyResults } from './domain/survey/survey-results.ts';
export type { SurveyResult } from './domain/survey/survey-results.ts';
export { LEFT_BY_OWNER, LOWEST_SCORE, SATISFACTION, UNANSWERED } from './domain/survey/survey-request.ts';
export type { SurveyAsk, SurveyChannel, SurveyRequest, SurveyValue } from './domain/survey/survey-request.ts';
export { daysOfRest } from './domain/survey/survey.ts';
export type { Survey, SurveyQuestion, SurveySegment } from './domain/survey/survey.ts';
export { maskPersonal } from './domain/unanswered/mask-personal.ts';
export { countOutcomes, outcomeOf } from './domain/unanswered/reply-outcome.ts';
export type { OutcomeCounts } from './domain/unanswered/reply-outcome.ts';
export { searchedWords } from './domain/unanswered/searched-words.ts';
export { unansweredIn } from './domain/unanswered/unanswered-in.ts';
export { matchesPath } from './domain/dialogue/answers/answer-variants.ts';
export { NOBODY } from './domain/dialogue/answers/customer-facts.ts';
export { decideReply } from './domain/dialogue/decide-reply.ts';
export type { DialogueContext } from './domain/dialogue/dialogue-context.ts';
export { simplify } from './domain/words/simplify.ts';
export { announcesQuestion, QUESTION_OPENERS } from './domain/words/question-openers.ts';
export { phoneInsteadOf } from './domain/dialogue/forms/told-phone.ts';
export { formBook } from './domain/dialogue/forms/form-book.ts';
export type { FormBook } from './domain/dialogue/forms/form-book.ts';
export { ASKING } from './domain/dialogue/forms/form-state.ts';
export type { FormState } from './domain/dialogue/forms/form-state.ts';
export type { Form, Slot, SlotCondition, SlotType } from './domain/dialogue/forms/form.ts';
export type { Ask } from './domain/dialogue/forms/form-effect.ts';
export { namedGuesses } from './domain/dialogue/answers/suggestion.ts';
export type { Thresholds } from './domain/dialogue/thresholds.ts';
export { fieldsOf, fillFields } from './domain/dialogue/answers/fill-fields.ts';
export type { ActionCall, ActionCaller, CallOutcome } from './ports/action-caller.ts';
export type { GuessStore } from './ports/guess-store.ts';
export { afterGuess, afterReturn } from './domain/action/guess-level.ts';
export type { GuessLevel } from './domain/action/guess-level.ts';
export { actionForm, beginsByItself, formsWithActions } from './domain/action/action-form.ts';
export type { ActionKind, CallReply, SiteAction } from './domain/action/site-action.ts';
export type { AccountStore } from './ports/account-store.ts';
export type { ApiStore, RepeatableRequest } from './ports/api-store.ts';
export type { ArticleGuide, ArticleHit, ArticleSearch } from './ports/article-search.ts';
export type { Announcement, Bus } from './ports/bus.ts';
export type { Calendar, TimeSlot } from './ports/calendar.ts';
export type { Clock } from './ports/clock.ts';
export type {
  Commit,
  CommitOutcome,
  ConversationStore,
  InboxRow,
  LogSlice,
  StoredEvent,
} from './ports/conversation-store.ts';
export type { Courier, Delivery, OwnerCall } from './ports/courier.ts';
export type { EntityFinder, EntityQuestion } from './ports/entity-finder.ts';
export type { LanguageGuesser } from './ports/language-guesser.ts';
export type { FaqHit, FaqSearch } from './ports/faq-search.ts';
export type { Ids } from './ports/ids.ts';
export type { AnswerQuality, IntentGuess, IntentModel, IntentTrainer, Understanding } from './ports/intent-model.ts';
export type { Duplicate, MergeStore } from './ports/merge-store.ts';
export type { LifeMail, LifeMailDue, LifeMailSpan, LifeMailStore, LifeStore } from './ports/life-store.ts';
export type { SegmentStore } from './ports/segment-store.ts';
export type { CrmStore, TimelinePage } from './ports/crm-store.ts';
export type { ThemeStore } from './ports/theme-store.ts';
export { feedbackOfRemark, remarkOfFeedback } from './domain/theme/remark.ts';
export type { Remark } from './domain/theme/remark.ts';
export { raisedSince } from './domain/theme/raised-since.ts';
export { eachPersonOnce, shownAs } from './domain/theme/theme-mark.ts';
export { shownSizes, weeklyDays } from './domain/theme/theme-history.ts';
export { doubledThemes } from './domain/theme/doubled-themes.ts';
export { shownThemes } from './domain/theme/shown-themes.ts';
export type { FoundThemeRow, ShownTheme } from './domain/theme/shown-themes.ts';
export type { Raiser, ThemeChange, ThemeMark, ThemeNews } from './domain/theme/theme-mark.ts';
export type { InsightDraft, InsightResult, InsightRun, InsightsSaved, InsightStore } from './ports/insight-store.ts';
export type { FeedbackCount, FeedbackFilter, FeedbackPlace, FeedbackStore } from './ports/feedback-store.ts';
export { DEFAULT_NEWS_SETTINGS } from './domain/notice/news-settings.ts';
export type { NewsSettings } from './domain/notice/news-settings.ts';
export type { DigestAct, DigestLine, DigestSection, DigestWhat } from './domain/notice/digest.ts';
export type { Alert } from './domain/notice/alert.ts';
export type { JobStore } from './ports/job-store.ts';
export type { KnowledgeBase, SiteKnowledge } from './ports/knowledge.ts';
export type { Log } from './ports/log.ts';
export type { Carrier, Handover, Mailer } from './ports/mailer.ts';
export type { NoticeStore } from './ports/notice-store.ts';
export type { PageVote, PageVoteCount, PageVoteStore } from './ports/page-votes.ts';
export type { Presence } from './ports/presence.ts';
export type {
  AppointmentStore,
  BatchStore,
  BookingAftermath,
  ContactStore,
  OrderStore,
  ProductStore,
  SpendStore,
  RecordStore,
  RecordWrite,
  SavedRecord,
} from './ports/record-store.ts';
export type { ProblemStore } from './ports/problem-store.ts';
export type { OverduePromise, PromiseCount, PromiseStore, ReplyTime } from './ports/promise-store.ts';
export type { Sentiment, SentimentLabel, SentimentReading, SentimentWord } from './ports/sentiment.ts';
export type {
  MessageHit,
  SearchFilter,
  SearchPage,
  SearchPlace,
  SearchRequest,
  SearchStore,
} from './ports/search-store.ts';
export type { Sites } from './ports/sites.ts';
export type { SecondFactorStore } from './ports/second-factor-store.ts';
export type { SettingsStore, Store } from './ports/store.ts';
export type { GivenScore, SurveyCount, SurveyExit, SurveyStanding, SurveyStore } from './ports/survey-store.ts';
export type { TicketFilter, TicketQuery, TicketStore } from './ports/ticket-store.ts';
export type { UnansweredQuestion, UnansweredStatus, UnansweredStore, VainSearch } from './ports/unanswered-store.ts';
export type { Webhooks } from './ports/webhooks.ts';
export type { VisitorStore } from './ports/visitor-store.ts';
export { EXPORT_COLUMNS } from './domain/export/export-columns.ts';
export { EXPORT_KINDS } from './domain/export/export-kinds.ts';
export type { ExportKind, FlatRow, FlatValue } from './domain/export/export-kinds.ts';
export type { ExportPage, ExportStore, StoredMail, StoredMove, StoredPromise } from './ports/export-store.ts';

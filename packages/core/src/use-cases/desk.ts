import type { KnownProblems } from '../domain/problem/lasting-problems.ts';
import type { Bus } from '../ports/bus.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { KnowledgeBase } from '../ports/knowledge.ts';
import type { LanguageGuesser } from '../ports/language-guesser.ts';
import type { Log } from '../ports/log.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Presence } from '../ports/presence.ts';
import type { Recommender } from '../ports/recommender.ts';
import type { Sentiment } from '../ports/sentiment.ts';
import type { Sites } from '../ports/sites.ts';
import type { Store } from '../ports/store.ts';
import type { Webhooks } from '../ports/webhooks.ts';
import type { Lanes } from './lanes.ts';
import type { Replies } from './conversation/replies.ts';
import type { ReplyTimes } from './conversation/reply-times.ts';

/** What every use-case works with. */
export interface Desk {
  readonly store: Store;
  readonly bus: Bus;
  readonly sites: Sites;
  readonly knowledge: KnowledgeBase;
  readonly presence: Presence;
  readonly languages: LanguageGuesser;
  readonly calendar: Calendar;
  /** What may be promised to people who leave. */
  readonly mailer: Mailer;
  readonly webhooks: Webhooks;
  /** How a message is meant: asked when a ticket is made or somebody waits, not for each message. */
  readonly sentiment: Sentiment;
  /** Where the console is: `https://desk.example/console/`. */
  readonly consoleUrl: () => string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** One lane a visitor. */
  readonly lanes: Lanes;
  readonly replies: Replies;
  readonly replyTimes: ReplyTimes;
  readonly problems: KnownProblems;
  /** What people sent besides words. */
  readonly files: FileStore;
  /** Left out: nothing is recommended. */
  readonly recommender?: Recommender;
}

import { promise } from '../domain/conversation/bot-commands.ts';
import type { Conversation } from '../domain/conversation/conversation.ts';
import { close } from '../domain/conversation/owner-commands.ts';
import { dueByTime } from '../domain/conversation/timing.ts';
import { DeskError } from '../domain/desk-error.ts';
import { silentOwnerReply } from '../domain/dialogue/person/person.ts';
import type { Site } from '../domain/site.ts';
import { breakPromises } from './notices/alert-of-promises.ts';
import { draftOfWaiting } from './tickets/draft-left-alone.ts';
import { withTickets } from './tickets/open-tickets.ts';
import { commitDecision } from './commit-decision.ts';
import type { Desk } from './desk.ts';
import { tellOfFixes } from './problems/known-problems.ts';
import { releaseThemeNews } from './themes/theme-news.ts';
import { holidayNow, promisedMoment } from './conversation/person-outlook.ts';

/** Events that are looked at for the words of somebody who waits, and how many UTF-16 units of them a ticket takes. */
const LOOKED_AT = 50;
const LONGEST_WORDS = 4_000;
/** What the bot did not understand a moment before belongs to it. */
const BEFORE_MS = 5 * 60_000;

/**
 * Does what time alone makes due on every site: a promise where the owner is silent, an end to what lies idle, and a promise
 * that was not kept.
 */
export async function sweepByTime(desk: Desk): Promise<void> {
  await desk.replyTimes.refresh();
  await releaseThemeNews(desk);
  await tellOfFixes(desk);
  const broken = await breakPromises(desk);
  if (broken > 0) desk.log.warn({ broken }, 'the time of a promised answer has passed');
  for (const site of desk.sites.list()) {
    for (const conversation of await desk.store.open(site.id)) {
      if (dueByTime(conversation, site.policy, desk.clock.now()) === null) continue;
      try {
        await desk.lanes.run(conversation.visitorKey, () => settle(desk, site, conversation));
      } catch (cause) {
        desk.log.error({ err: cause, conversation: conversation.id }, 'the sweep left a conversation as it is');
      }
    }
  }
}

async function settle(desk: Desk, site: Site, first: Conversation): Promise<unknown> {
  const text = await wordsInWait(desk, first);
  return commitDecision(
    desk,
    async () => {
      const current = await desk.store.findConversationOfVisitor(site.id, first.visitorKey);
      if (current === null) throw new DeskError('not_found', 'the conversation is gone');
      return current;
    },
    (current, hand) => {
      const now = desk.clock.now();
      const due = dueByTime(current, site.policy, now);
      if (due === 'close') return close(current, 'idle', now);
      if (due === null) return null;
      const { locale } = current;
      const { by, byText } = promisedMoment(desk, site, current);
      const asking = { conversation: current, text, knowledge: desk.knowledge.of(site.id) };
      const tickets = draftOfWaiting(site, asking);
      const reply = { ...silentOwnerReply({ ...site, locale }, by, byText, holidayNow(desk, site, locale)), tickets };
      return promise(current, withTickets(desk, site, asking, reply, hand), now);
    },
  );
}

/** What the visitor has written since they wait; nothing of it may be lost if the owner never comes. */
async function wordsInWait({ store }: Desk, { key, waitingSince }: Conversation): Promise<string> {
  if (waitingSince === null) return '';
  const log = await store.readLog(key, { limit: LOOKED_AT });
  const words = log.flatMap(({ entry, at }) =>
    entry.type === 'visitor_message' && entry.intent === undefined && at >= waitingSince - BEFORE_MS
      ? [entry.text]
      : [],
  );
  return words
    .join('\n')
    .slice(0, LONGEST_WORDS)
    .replace(/[\ud800-\udbff]$/, '');
}

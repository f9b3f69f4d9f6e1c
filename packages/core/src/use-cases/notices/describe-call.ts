import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { LogEvent } from '../../domain/conversation/log-event.ts';
import type { ConversationJob } from '../../domain/notice/job.ts';
import type { StoredEvent } from '../../ports/conversation-store.ts';
import type { OwnerCall } from '../../ports/courier.ts';
import type { Desk } from '../desk.ts';

const PAGE = 100;
/** More than this does not go into a mail. */
const MOST_EVENTS = 500;

/**
 * What a job has to tell, as things are now. Null when there is nothing to tell any more: the owner has answered or has
 * read it all, the visitor is blocked, or an earlier delivery has told everything.
 */
export async function describeCall(
  desk: Desk,
  job: ConversationJob,
  linkTo: (site: string, conversationId: string) => string,
): Promise<OwnerCall | null> {
  const site = desk.sites.get(job.site);
  const [row] = await desk.store.rows(job.site, [job.conversationKey]);
  if (site === null || row === undefined) return null;
  const { conversation, visitor } = row;
  if (conversation.waitingSince === null || conversation.unread === 0 || visitor.blocked !== 'no') return null;
  // A push has room for the last words only.
  const most = job.kind === 'owner_push' ? PAGE : MOST_EVENTS;
  const { events, cut } = await sinceOwnerSpoke(desk, conversation, most);
  const unseen = Math.max(job.sentSeq, conversation.ownerSeenSeq);
  if (!events.some(({ seq, entry }) => entry.type === 'visitor_message' && seq > unseen)) return null;
  return {
    id: `${job.id}.${conversation.lastSeq}`,
    site,
    conversation,
    visitor,
    events,
    cut,
    link: linkTo(site.id, conversation.id),
  };
}

async function sinceOwnerSpoke(
  desk: Desk,
  { key, lastSeq }: Conversation,
  most: number,
): Promise<{ events: LogEvent[]; cut: boolean }> {
  let found: StoredEvent[] = [];
  let before = lastSeq + 1;
  while (before > 1 && found.length < most) {
    const page = await desk.store.readLog(key, { before, limit: PAGE });
    const spoke = page.map(({ entry }) => entry.type).lastIndexOf('owner_message');
    found = [...page.slice(spoke + 1), ...found];
    before = page[0]?.seq ?? 0;
    if (spoke >= 0) return { events: found, cut: false };
  }
  return { events: found, cut: before > 1 };
}

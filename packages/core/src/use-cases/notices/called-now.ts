import type { Account } from '../../domain/account.ts';
import { quietUntil } from '../../domain/notice/quiet-hours.ts';
import { isUnsettled } from '../../domain/ticket/ticket.ts';
import type { OwnerCall } from '../../ports/courier.ts';
import type { Desk } from '../desk.ts';

export interface CalledNow {
  readonly accounts: readonly Account[];
  /** When the first of those who are left in peace may be called; null: nobody is. UTC milliseconds. */
  readonly othersFrom: number | null;
}

/** Whom a call reaches now: everybody at the site's desk but those in their quiet hours, and those too when it is urgent. */
export async function calledNow({ store, clock }: Desk, call: OwnerCall): Promise<CalledNow> {
  const accounts: Account[] = [];
  const resting: { account: Account; until: number }[] = [];
  for (const account of await store.membersOf(call.site.id)) {
    const { quiet } = await store.noticeSettings(account.key);
    const until = quiet && quietUntil(quiet, clock.now(), call.site.timeZone);
    if (until === null) accounts.push(account);
    else resting.push({ account, until });
  }
  if (resting.length === 0) return { accounts, othersFrom: null };
  if (await isUrgent(store, call)) {
    return { accounts: [...accounts, ...resting.map(({ account }) => account)], othersFrom: null };
  }
  return { accounts, othersFrom: Math.min(...resting.map(({ until }) => until)) };
}

async function isUrgent(store: Desk['store'], { site, conversation }: OwnerCall): Promise<boolean> {
  if (conversation.urgent) return true;
  const tickets = await store.ticketsOfConversation(site.id, conversation.key);
  return tickets.some(({ level, state }) => level === 'urgent' && isUnsettled(state));
}

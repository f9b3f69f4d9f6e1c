import type { Account } from '../../domain/account.ts';
import type { ConversationJob } from '../../domain/notice/job.ts';
import type { Courier, Delivery, OwnerCall, Recipient } from '../../ports/courier.ts';
import type { Desk } from '../desk.ts';

/** Sends a call to everybody of these who can be reached. Null when nobody can be, in the way that the job is of. */
export function sendCall(
  desk: Desk,
  courier: Courier,
  job: ConversationJob,
  call: OwnerCall,
  accounts: readonly Account[],
): Promise<Delivery | null> {
  const send = job.kind === 'owner_push' ? pushToAll : mailToAll;
  return send(desk, courier, call, accounts);
}

async function mailToAll(
  { store }: Desk,
  courier: Courier,
  call: OwnerCall,
  accounts: readonly Account[],
): Promise<Delivery | null> {
  if (!courier.mails) return null;
  const to: Recipient[] = [];
  for (const account of accounts) {
    const { mail, address, locale } = await store.noticeSettings(account.key);
    if (mail) to.push({ address: address ?? account.email, locale: locale ?? call.site.defaultLocale });
  }
  return to.length === 0 ? null : courier.mailCall(call, to);
}

/** Each device gets a push once, however often the job is tried. */
async function pushToAll(
  { store }: Desk,
  courier: Courier,
  call: OwnerCall,
  accounts: readonly Account[],
): Promise<Delivery | null> {
  const outcomes: Promise<Delivery>[] = [];
  for (const account of accounts) {
    const locale = (await store.noticeSettings(account.key)).locale ?? call.site.defaultLocale;
    for (const device of await store.pushDevices(account.key)) {
      if (device.lastPush === call.id) continue;
      outcomes.push(
        courier.pushCall(call, device, locale).then(async (delivery) => {
          if (delivery.kind === 'delivered') await store.markPushed(device.endpoint, call.id);
          if (delivery.kind === 'gone') await store.dropPushDevice(device.endpoint);
          return delivery;
        }),
      );
    }
  }
  if (outcomes.length === 0) return null;
  const failures = (await Promise.all(outcomes)).filter((outcome) => outcome.kind === 'failed');
  // As long as one of them may still be reached, it is worth another attempt.
  return failures.find(({ permanent }) => !permanent) ?? failures[0] ?? { kind: 'delivered' };
}

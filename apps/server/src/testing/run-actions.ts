import { deliverDueJobs } from '@solodesk/core/use-cases';
import { createFakeCaller, createFakeCarrier, createFakeCourier } from '@solodesk/core/testing';
import type { TestDesk } from '@solodesk/core/testing';

/** Longer than the longest pause between two tries. Milliseconds. */
const PAUSE_MS = 3_000;

/** `TL-1042 ann@b.example shipped; …`, all of one day. */
export async function takeOrders({ site, store, ids }: TestDesk, orders: string): Promise<void> {
  const drafts = orders.split(';').flatMap((order) => {
    const [number, email, status] = order.trim().split(/\s+/);
    if (!number || !email) return [];
    return [{ number, customer: { email }, status: status as 'shipped', placedAt: Date.UTC(2026, 10, 20, 12) }];
  });
  if (drafts.length > 0) await store.saveOrders(drafts, { site: site.id, at: 1, uuid: () => ids.uuid(), batch: null });
}

/** Runs the actions that visitors wait for, and nothing else; systems of owners do not answer. */
export async function runActions(desk: TestDesk): Promise<void> {
  const parts = { courier: createFakeCourier(), carrier: createFakeCarrier(), caller: createFakeCaller() };
  for (let round = 0; round < 4 && (await isAwaited(desk)); round++) {
    const jobs = await deliverDueJobs(desk, { ...parts, linkTo: () => '', random: () => 1, mailPause: () => 0 }, 20);
    await Promise.all(jobs);
    if (await isAwaited(desk)) desk.clock.advance(PAUSE_MS);
  }
}

async function isAwaited({ site, store }: TestDesk): Promise<boolean> {
  return (await store.open(site.id)).some(({ form }) => form?.run?.state === 'running');
}

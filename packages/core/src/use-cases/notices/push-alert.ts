import type { OutboxJob } from '../../domain/notice/job.ts';
import type { Courier, Delivery } from '../../ports/courier.ts';
import type { Desk } from '../desk.ts';

/** Sends an alert to each device of an account, to each once however often it is tried. Null when there is nobody to send it to any more. */
export async function pushAlert(
  { store, sites }: Pick<Desk, 'store' | 'sites'>,
  courier: Courier,
  job: Extract<OutboxJob, { kind: 'push' }>,
): Promise<Delivery | null> {
  const site = sites.get(job.site);
  const { account } = job.payload;
  if (site === null || !(await store.isMember(account, job.site))) return null;
  const devices = (await store.pushDevices(account)).filter(({ lastPush }) => lastPush !== job.id);
  const outcomes = await Promise.all(
    devices.map(async (device) => {
      const delivery = await courier.pushAlert(job.payload, site.name, device);
      if (delivery.kind === 'delivered') await store.markPushed(device.endpoint, job.id);
      if (delivery.kind === 'gone') await store.dropPushDevice(device.endpoint);
      return delivery;
    }),
  );
  if (outcomes.length === 0) return null;
  const failures = outcomes.filter((outcome) => outcome.kind === 'failed');
  // As long as one of them may still be reached, it is worth another attempt.
  return failures.find(({ permanent }) => !permanent) ?? failures[0] ?? { kind: 'delivered' };
}

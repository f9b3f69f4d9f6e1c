import { queuePlace } from '@solodesk/core';
import type { Site } from '@solodesk/core';
import { putItemAway } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import type { OwnerUp } from '@solodesk/protocol/owner';
import { WireFault } from '../realtime/wire-error.ts';
import type { QueueFeed } from './queue-feed.ts';

/** What a console may do about its queue. `enter` checks the session and the membership, and gives the site. */
export function queueHandlers(desk: Desk, queue: QueueFeed, enter: (site: string) => Promise<Site>) {
  return {
    async queue({ site }: OwnerUp['queue']) {
      await enter(site);
      return queue.snapshot(site);
    },
    async queue_put({ site, item, stamp, how }: OwnerUp['queue_put']) {
      await enter(site);
      const place = queuePlace(item);
      if (place === null) throw new WireFault('bad_request', 'item: no such kind');
      if (how !== 'back') return { until: await putItemAway(desk, site, { place, seen: stamp, how }) };
      await desk.store.dropQueueMark(site, place);
      return { until: null };
    },
  };
}

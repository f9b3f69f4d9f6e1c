import { MOST_CANNED } from '@solodesk/core';
import type { Site } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import type { CannedReply, OwnerUp } from '@solodesk/protocol/owner';
import type { OwnerFeed } from './owner-feed.ts';
import { WireFault } from './wire-error.ts';

/** What a console may do about the replies that its owner keeps. `enter` checks the session and the membership, and gives the site. */
export function cannedHandlers(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  feed: Pick<OwnerFeed, 'tell'>,
  enter: (site: string) => Promise<Site>,
) {
  const repliesOf = async (site: string): Promise<CannedReply[]> =>
    (await store.cannedReplies(site)).map(({ id, name, texts }) => ({ id, name, texts: { ...texts } }));
  const tell = async (site: string) => feed.tell(site, 'canned', { site, replies: await repliesOf(site) });
  return {
    async canned({ site }: OwnerUp['canned']) {
      await enter(site);
      return { replies: await repliesOf(site) };
    },
    async canned_put({ site, id, name, texts: { en, zh } }: OwnerUp['canned_put']) {
      await enter(site);
      const texts = { ...(en !== undefined && { en }), ...(zh !== undefined && { zh }) };
      const isKept = await store.putCannedReply(site, { id, name, texts, at: clock.now() }, MOST_CANNED);
      if (!isKept) throw new WireFault('refused', `there are ${MOST_CANNED} already`);
      await tell(site);
      return {};
    },
    async canned_drop({ site, id }: OwnerUp['canned_drop']) {
      await enter(site);
      await store.dropCannedReply(site, id);
      await tell(site);
      return {};
    },
  };
}

import { PRODUCT_FACTS } from '@solodesk/core';
import type { StoredEvent } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { ASKED } from './tracked-interactions.ts';

/**
 * Stores each question about a product that the bot answered with what pages told of the visitor, where it is kept, exported and
 * erased like the rest; questions about several products say nothing of one.
 */
export function noteAsked({ bus, store, log }: Pick<Desk, 'bus' | 'store' | 'log'>): void {
  bus.subscribe((announcement) => {
    if (announcement.kind !== 'events') return;
    const { conversation, events } = announcement;
    const answer = events.find(isAboutProduct);
    if (answer === undefined) return;
    const product = conversation.context?.named.find(({ kind }) => kind === 'product')?.value;
    if (product === undefined) return;
    const clientId = `${conversation.id}.${answer.seq}`;
    const event = { clientId, name: ASKED, props: { product }, at: answer.at, page: '' };
    store.addTracked(conversation.visitorKey, [event]).catch((err: unknown) => {
      log.error({ err, conversation: conversation.id }, 'a question about a product was not noted');
    });
  });
}

function isAboutProduct({ reason }: StoredEvent): boolean {
  return reason?.guesses[0]?.intent === PRODUCT_FACTS;
}

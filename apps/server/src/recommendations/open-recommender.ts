import type { Desk } from '@solodesk/core/use-cases';
import { trainNeighbours } from '@solodesk/recommender';
import type { SiteRegistry } from '../sites/site-registry.ts';
import type { NeighbourTrainer } from './neighbour-trainer.ts';
import { noteAsked } from './note-asked.ts';
import { SiteRecommender } from './site-recommender.ts';

/** @param train in a process of its own; left out, here, which is blocked for as long as it takes */
export function openRecommender(
  { store, bus, clock, log }: Pick<Desk, 'store' | 'bus' | 'clock' | 'log'>,
  registry: Pick<SiteRegistry, 'refreshProducts' | 'products'>,
  train: NeighbourTrainer = async ({ interactions, now }) => trainNeighbours(interactions, now),
): SiteRecommender {
  noteAsked({ bus, store, log });
  return new SiteRecommender({
    ...{ store, clock, log, train },
    async productsOf(site) {
      await registry.refreshProducts(site);
      return registry.products(site);
    },
  });
}

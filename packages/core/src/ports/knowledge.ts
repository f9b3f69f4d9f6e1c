import type { Form } from '../domain/dialogue/forms/form.ts';
import type { FaqBook } from '../domain/faq.ts';
import type { Catalogue } from '../domain/product.ts';
import type { ArticleGuide } from './article-search.ts';
import type { EntityFinder } from './entity-finder.ts';
import type { FaqSearch } from './faq-search.ts';
import type { IntentModel } from './intent-model.ts';

/**
 * What the bot of one site knows: one consistent set, replaced as a whole, so that no message is ever answered by a
 * model of one reading and the answers of another.
 */
export interface SiteKnowledge {
  readonly book: FaqBook;
  /** The site's own; the one that every site has comes with the dialogue. */
  readonly forms: readonly Form[];
  readonly model: IntentModel;
  readonly search: FaqSearch;
  readonly articles: ArticleGuide;
  readonly entities: EntityFinder;
  /** Null where a site has none. */
  readonly catalogue: Catalogue | null;
}

export interface KnowledgeBase {
  /** Null while a site has not been learned yet: the bot then says so and offers a person. */
  of(siteId: string): SiteKnowledge | null;
}

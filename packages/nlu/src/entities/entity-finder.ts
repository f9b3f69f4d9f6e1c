import type { Entity, EntityFinder, EntityKind, EntityQuestion, Product, Site } from '@solodesk/core';
import { findAmounts } from './amounts.ts';
import { findDates } from './dates/find-dates.ts';
import { halfWidth } from './half-width.ts';
import { createPatternFinder } from './patterns.ts';
import { findPhones } from './phones.ts';
import { ProductIndex } from './product-index.ts';

/** UTF-16 units of a text that are looked at. */
const LOOKED_AT = 4_000;

/** Where two finds overlap, the kind that comes first here is meant: an order number is no telephone number. */
const KINDS: readonly EntityKind[] = ['order', 'email', 'date', 'amount', 'phone', 'product'];

/** Finds what texts name on a site, by what its files say of order numbers, country, currency and catalogue. */
export function createEntityFinder(recognise: Site['recognise'], products: readonly Product[]): EntityFinder {
  const patterns = createPatternFinder(recognise.orderNumber);
  // Most sites and most messages need no catalogue: it is indexed when it is first asked for.
  let catalogue: ProductIndex | null = null;
  const finders: Record<EntityKind, (text: string, question: EntityQuestion) => Entity[]> = {
    order: (text) => patterns.orders(text),
    email: (text) => patterns.emails(text),
    phone: (text, question) => findPhones(text, recognise.country, question.locale),
    date: (text, question) => findDates(text, { ...question, country: recognise.country }),
    amount: (text) => findAmounts(text, recognise.currency),
    product: (text) => (catalogue ??= new ProductIndex(products)).find(text),
  };
  return {
    find(text, question) {
      // Offsets stay: each character is replaced by one of the same length.
      const head = halfWidth(text.slice(0, LOOKED_AT));
      const found: Entity[] = [];
      const add = (entities: readonly Entity[]) => {
        for (const entity of entities) {
          if (!found.some((other) => entity.start < other.end && other.start < entity.end)) found.push(entity);
        }
      };
      const isWanted = (kind: EntityKind) => question.kinds?.includes(kind) ?? true;
      for (const kind of KINDS) if (isWanted(kind)) add(finders[kind](head, question));
      // Digits are an order's only where they are nothing else.
      if (isWanted('order')) add(patterns.ordersByDigits(head));
      if (found.length === 0) return found;
      return found
        .map((entity) => ({ ...entity, text: text.slice(entity.start, entity.end) }))
        .sort((first, second) => first.start - second.start);
    },
  };
}

import { z } from 'zod';
import type { InsightExample } from './themes.ts';

const mood = z.object({ negative: z.number(), neutral: z.number(), positive: z.number() });
const names = z.object({ en: z.string().optional(), zh: z.string().optional() });

/** What was said about each product, as the batch writes it; examples are numbers of events, those below zero keys of feedback from elsewhere. */
export const insightProductsSchema = z.object({
  first: z.string(),
  through: z.string(),
  messages: z.number(),
  products: z.array(
    z.object({
      id: z.string(),
      names,
      n: z.number(),
      mood,
      themes: z.array(z.object({ id: z.string(), n: z.number() })),
      asked: z.array(
        z.object({
          fact: z.string(),
          n: z.number(),
          unanswered: z.number(),
          isLacking: z.boolean(),
          examples: z.array(z.number()),
        }),
      ),
      unanswered: z.object({ n: z.number(), examples: z.array(z.number()) }),
    }),
  ),
});
type Stored = z.infer<typeof insightProductsSchema>['products'][number];

/** A fact that was asked of a product, such as `material`. */
export interface InsightAsked extends Omit<Stored['asked'][number], 'examples'> {
  examples: InsightExample[];
}

/** What was said about a product in four weeks. */
export interface InsightProduct extends Omit<Stored, 'themes' | 'asked' | 'unanswered'> {
  /** As the owner arranged them. */
  themes: { id: string; name: string; n: number }[];
  /** What its description lacks first, then what was asked most. */
  asked: InsightAsked[];
  unanswered: { n: number; examples: InsightExample[] };
}

/** The most spoken of first. */
export interface InsightProducts {
  first: string;
  through: string;
  /** Messages about any product. */
  messages: number;
  products: InsightProduct[];
}

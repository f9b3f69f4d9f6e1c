import { z } from 'zod';

/** One value, or a list of which one must hold. */
export function oneOrMore<T extends z.ZodType<string>>(value: T) {
  return z.union([value, z.array(value).min(1).max(20)]);
}

const word = z
  .string()
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u, 'must be one word, such as "wholesale"')
  .meta({ pattern: '^\\S+$' });

/** Path of a page, with * for anything. */
export const pagePath = z
  .string()
  .max(200)
  .regex(/^(?:\/|\*)[^\s?#]*$/, 'must be the path of a page, such as "/products/*"')
  .refine((value) => value.split('*').length <= 6, 'may hold at most five *');

/** When a variant is said; all that is given must hold. */
export const condition = z
  .strictObject({
    segment: oneOrMore(word).optional().describe("The visitor's group, as your page says it in the attribute segment."),
    page: oneOrMore(pagePath).optional().describe('Path of the page where the visitor is; * stands for anything.'),
    stage: oneOrMore(word).optional().describe('visitor, contact, or what your page says in the attribute stage.'),
  })
  .refine((when) => Object.values(when).some((value) => value !== undefined), 'must name a segment, a page or a stage');

export type ConditionEntry = z.infer<typeof condition>;

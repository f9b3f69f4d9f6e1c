import type { GreetingCondition, ProactiveMessage } from '@solodesk/core';
import { z } from 'zod';
import { oneOrMore, pagePath } from './condition-schema.ts';
import { answerText, localized, quickReply, text } from './text-rules.ts';

const buttons = z.array(quickReply).max(8).optional().describe('Buttons under the greeting; [] for none.');

/** When a greeting is said; all that is given must hold. */
const greetingCondition = z
  .strictObject({
    page: oneOrMore(pagePath).optional().describe('Path of the page where the visitor is; * stands for anything.'),
    open: z.boolean().optional().describe('Are you there by your opening hours?'),
    part: oneOrMore(z.enum(['morning', 'afternoon', 'evening', 'night']))
      .optional()
      .describe("By the visitor's clock: from 5, 12, 18 and 22 o'clock."),
    returning: z.boolean().optional().describe('Was the visitor here before?'),
    ticket: z.boolean().optional().describe('Has the visitor a ticket that is not solved?'),
  })
  .refine(
    (when) => Object.values(when).some((value) => value !== undefined),
    'must name a page, open, a part of the day, returning or a ticket',
  );
export type GreetingConditionEntry = z.infer<typeof greetingCondition>;

export const greeting = z.union([
  text(1000),
  z.strictObject({
    text: text(1000),
    quickReplies: buttons,
    variants: z
      .array(
        z.strictObject({
          when: greetingCondition,
          text: answerText(1000).describe(
            '{{ticket}} and {{subject}} stand for the open ticket, {{name|there}} for what your page says of the visitor.',
          ),
          quickReplies: buttons,
        }),
      )
      .max(20)
      .optional()
      .describe('What is said instead: the first whose "when" holds. Else "text" is said.'),
  }),
]);

const proactiveMessage = z.strictObject({
  page: oneOrMore(pagePath).describe('Path of the page; * stands for anything.'),
  after: z.number().min(1).max(3600).default(20).describe('Seconds on the page.'),
  scrolled: z
    .number()
    .min(0)
    .max(100)
    .default(0)
    .describe('How far down the page the visitor must have come, in hundredths.'),
  onLeaving: z.boolean().default(false).describe('Sooner, when the pointer leaves the page at its top.'),
  text: localized(text(200)).describe('What stands beside the bubble, a language each.'),
});

/** Words to somebody who has not opened the chat. */
export const proactive = z
  .array(proactiveMessage)
  .max(20)
  .default([])
  .describe('Messages beside the bubble, at most one a visit; the first whose page fits.');

export function conditionOfGreeting({ page, part, ...rest }: GreetingConditionEntry): GreetingCondition {
  const { open, returning, ticket } = rest;
  return {
    ...(page !== undefined && { page: [page].flat() }),
    ...(part !== undefined && { part: [part].flat() }),
    ...(open !== undefined && { open }),
    ...(returning !== undefined && { returning }),
    ...(ticket !== undefined && { ticket }),
  };
}

export function proactiveFrom({ page, text: texts, ...rest }: z.infer<typeof proactiveMessage>): ProactiveMessage {
  return { ...rest, page: [page].flat(), text: texts };
}

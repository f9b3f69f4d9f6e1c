import type { SiteAction } from '@solodesk/core';
import { z } from 'zod';
import { formSlot } from './form-schema.ts';
import { slotFrom } from '../form-from-file.ts';
import { categoryName, httpsUrl, intentReference, localized, text } from './text-rules.ts';

const name = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as "order-status"');

const declared = {
  name: name.describe('A name that is unique in the site, such as "order-status"; a form may end in it.'),
  title: localized(text(60)).describe('What it does, as people read it: "Where is my order?".'),
  intents: z
    .array(intentReference)
    .max(20)
    .default([])
    .describe('FAQs that begin it. Left out: a form of its own ends in it ("action" in forms/*.json).'),
  offeredUnder: z.array(intentReference).max(20).default([]).describe('FAQs whose answer has a button for it.'),
  slots: z
    .array(formSlot)
    .max(20)
    .optional()
    .describe('What is asked for before it runs, as in forms/*.json. Left out: what this kind needs.'),
  fallback: localized(text(500)).optional().describe('What to say when it comes to nothing. There is a usual text.'),
};

const orderStatus = z.strictObject({ ...declared, do: z.literal('order-status') });

const orderRequest = z.strictObject({
  ...declared,
  do: z.literal('order-request'),
  category: categoryName.default('orders').describe('Of the ticket.'),
});

const returnLabel = z.strictObject({
  ...declared,
  do: z.literal('return-label'),
  category: categoryName.default('returns').describe('Of the ticket.'),
  text: localized(text(1000)).describe('How it is sent back.'),
  link: httpsUrl
    .optional()
    .describe('Where the label is; {{order}} stands for the number of the order. Left out: no link.'),
});

const book = z.strictObject({
  ...declared,
  do: z.literal('book'),
  service: localized(text(80)).describe('What is booked, as it stands in the calendar: "First visit".'),
  resource: z
    .string()
    .max(60)
    .default('')
    .describe('What is booked (a room, a teacher). Times of one resource never overlap; left out: there is only one.'),
  minutes: z.int().min(5).max(480).default(30).describe('How long it takes.'),
  every: z
    .int()
    .min(5)
    .max(480)
    .optional()
    .describe('Minutes between the beginnings of two times. Default: its length.'),
  days: z.int().min(1).max(180).default(60).describe('How many days ahead can be booked.'),
  noticeMinutes: z.int().min(0).max(20_160).default(120).describe('Least minutes between now and the beginning.'),
  remindMinutes: z
    .int()
    .min(10)
    .max(20_160)
    .nullable()
    .default(1440)
    .describe('How many minutes before it a reminder is sent; null for none.'),
  most: z.int().min(1).max(20).default(3).describe('How many coming times one person may hold.'),
  where: localized(text(200)).optional().describe('Where it is.'),
});

const changeBooking = z.strictObject({ ...declared, do: z.literal('change-booking') });

const call = z.strictObject({
  ...declared,
  do: z.literal('call'),
  url: httpsUrl.describe('An address of your own system, https only: it gets the details as signed JSON.'),
  secret: name.describe(
    'A name for the secret that signs the calls. The secret itself is made in DATA_DIR/secrets and does not stand here.',
  ),
  confirm: z
    .boolean()
    .default(true)
    .describe('false: it only looks something up, so that nobody is asked "Shall I send it?" before.'),
  timeoutSeconds: z.int().min(1).max(20).default(8),
  retries: z
    .int()
    .min(0)
    .max(4)
    .default(2)
    .describe('How often it is tried again; every try has the same idempotency key.'),
  ticket: categoryName
    .nullable()
    .optional()
    .describe(
      'Category of the ticket that is made when your system does not answer. Default: the name; null for none.',
    ),
});

const action = z.discriminatedUnion('do', [orderStatus, orderRequest, returnLabel, book, changeBooking, call]);

/** `actions` of `site.json`. */
export const actions = z.array(action).max(50).default([]);

export type ActionEntry = z.output<typeof action>;

export function actionFrom(entry: ActionEntry): SiteAction {
  const declared = {
    name: entry.name,
    title: entry.title,
    intents: entry.intents,
    offeredUnder: entry.offeredUnder,
    slots: entry.slots?.map((slot) => slotFrom(slot)) ?? null,
    fallback: entry.fallback ?? {},
  };
  switch (entry.do) {
    case 'order-status':
    case 'change-booking':
      return { ...declared, kind: entry.do };
    case 'order-request':
      return { ...declared, kind: entry.do, category: entry.category };
    case 'return-label':
      return {
        ...declared,
        ...{ kind: entry.do, category: entry.category, text: entry.text, link: entry.link ?? null },
      };
    case 'book': {
      const { service, resource, minutes, days, noticeMinutes, remindMinutes, most } = entry;
      return {
        ...declared,
        ...{ kind: entry.do, service, resource, minutes, every: entry.every ?? minutes, days, noticeMinutes },
        ...{ remindMinutes, most, where: entry.where ?? {} },
      };
    }
    case 'call': {
      const { url, secret, confirm, timeoutSeconds, retries, ticket } = entry;
      return {
        ...declared,
        ...{ kind: entry.do, url, secret, confirm, timeoutMs: timeoutSeconds * 1000, retries },
        ticket: ticket === undefined ? entry.name : ticket,
      };
    }
  }
}

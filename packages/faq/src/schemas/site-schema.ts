import { z } from 'zod';
import { actions } from './actions-schema.ts';
import { complaints } from './complaints-schema.ts';
import { insights } from './insights-schema.ts';
import { retention } from './retention-schema.ts';
import { greeting, proactive } from './greeting-schema.ts';
import { holidays } from './holiday-schema.ts';
import { openingHours } from '../opening-hours.ts';
import { lifeCycle } from './life-cycle-schema.ts';
import { messages } from './message-schema.ts';
import { segments } from './segment-schema.ts';
import { priority } from './priority-schema.ts';
import { categoryName, locale, localized, redFlagPhrase, text } from './text-rules.ts';
import { routing, ticketPrefix } from './routing-schema.ts';
import { country, currency, fieldName, orderNumber, voice } from './voice-schema.ts';

const origin = z
  .string()
  .max(300)
  .superRefine((value, context) => {
    if (value === '*' || originOf(value) === value) return;
    const message = `must be an exact web origin such as "${originOf(value) ?? 'https://shop.example'}", or "*"`;
    context.addIssue({ code: 'custom', message });
  })
  .meta({ pattern: '^(?:\\*|https?://[^\\s/?#@]+)$' });

const policy = z.strictObject({
  silentOwnerMinutes: minutesOrHours(1, 1440).default(10).describe('Minutes until a waiting visitor gets a promise.'),
  mailAfterMinutes: z
    .number()
    .min(0)
    .max(1440)
    .default(2)
    .describe('Minutes until the owner gets a mail about a visitor who waits; fractions are allowed.'),
  idleCloseHours: minutesOrHours(1, 8760).default(24).describe('Idle hours after which a conversation closes.'),
  promiseHours: minutesOrHours(1, 720)
    .default(8)
    .describe('Business hours until an answer, as promised without history.'),
  wrongAnswerBudget: z
    .number()
    .min(0.1)
    .max(50)
    .default(3)
    .describe('Of 100 answers that the bot gives, how many may be wrong. It answers less the smaller this is.'),
  hostStorageFallback: z
    .boolean()
    .default(true)
    .describe("May the visitor's token lie in the storage of the embedding page where the frame's own is blocked?"),
});

const redFlag = z.strictObject({
  name: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as "chest-pain"'),
  phrases: localized(z.array(redFlagPhrase).min(1).max(200)).describe(
    'Parts that must all be said, in any order; a|b is one of two words, a word that ends in * also means words that begin so.',
  ),
  unless: localized(z.array(redFlagPhrase).min(1).max(200))
    .optional()
    .describe('What is harmless although it holds such words, as it is said: "website|page not responding".'),
  firstAid: localized(text(2000)).optional().describe('Steps that you have approved. Left out: none are given.'),
});

const emergency = z.strictObject({
  number: z
    .string()
    .regex(/^\+?[\d ()*#-]{2,30}$/, 'must be a telephone number, such as "112"')
    .describe('The number to call in danger, as people dial it.'),
  redFlags: z.array(redFlag).min(1).max(200).describe('Words that call for help at once.'),
});

/** `site.json`, comment-like keys taken out. Only `name` is needed. */
export const siteFile = z.strictObject({
  name: text(80).describe('The business, as visitors read it.'),
  ownerName: text(80).optional().describe('The person behind the desk; the name of the business when left out.'),
  languages: z
    .array(locale)
    .min(1)
    .refine((all) => new Set(all).size === all.length, 'names a language twice')
    .meta({ uniqueItems: true })
    .default(['en', 'zh'])
    .describe('The languages of the site, the usual one first.'),
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'must be a time zone such as "Europe/Berlin", "Asia/Shanghai" or "UTC"')
    .default('UTC'),
  origins: z.array(origin).max(50).default([]).describe('Web origins that may show the widget; "*" admits any.'),
  colors: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as "#4338ca"')
        .default('#4338ca'),
    })
    .default({ accent: '#4338ca' }),
  position: z.enum(['left', 'right']).default('right').describe('The side of the page where the bubble is.'),
  greeting: localized(greeting).default({}).describe('The first message of the bot, a language each.'),
  proactive,
  voice: voice.prefault({}).describe('How the bot speaks.'),
  fields: z
    .array(fieldName)
    .max(50)
    .default([])
    .describe('What your pages say about visitors besides name, email, phone and order, for answers to use.'),
  orderNumber: orderNumber.optional().describe('Pattern of an order number, such as "TL-\\\\d{4,6}".'),
  country: country.optional().describe('Whose telephone numbers come without a country code, such as "DE".'),
  currency: currency.optional().describe('What $ and ¥ mean here, such as "USD".'),
  hours: openingHours.optional(),
  holidays,
  consent: z
    .strictObject({
      version: text(40).describe('Change it whenever the text changes: visitors are then asked again.'),
      text: localized(text(4000)),
    })
    .nullable()
    .default(null)
    .describe('A text to agree to before the first message; null for none.'),
  emergency: emergency
    .nullable()
    .default(null)
    .describe('What to do when somebody may be in danger; null for nothing.'),
  categories: z
    .record(categoryName, localized(text(60)))
    .default({})
    .describe('Names of the categories for people, in the order of the help centre.'),
  helpCentre: z
    .boolean()
    .optional()
    .describe('Are FAQs and articles public pages? By default they are, unless visitors must be signed in.'),
  identity: z
    .enum(['optional', 'required'])
    .default('optional')
    .describe('"required" refuses visitors without a signed identity.'),
  policy: policy.prefault({}),
  priority: priority.prefault({}).describe('What is done first, as a sum of points with reasons.'),
  lifeCycle: lifeCycle.prefault({}).describe('Who is a lead, new, active, at risk, lost and won back.'),
  messages: messages.default([]).describe('Mails that begin by themselves, to those who allowed it.'),
  segments: segments.default([]).describe('Customers by what is known of them, under names.'),
  ticketPrefix: ticketPrefix.optional().describe('Before the number of a request, such as "SHOP" of SHOP-T17.'),
  routing: routing.default([]).describe('Who settles which requests; the first rule that holds counts, else you.'),
  actions: actions.describe(
    'What visitors can do by themselves: see where an order is, book a time, ask your own system.',
  ),
  complaints: complaints.prefault({}).describe('How complaints are dealt with.'),
  insights: insights.prefault({}).describe('When the night’s figures are made, and by which rule.'),
  retention: retention.prefault({}).describe('After how many days what is known is taken out; null: never by itself.'),
});

/** `site.json` after its defaults. */
export type SiteFile = z.infer<typeof siteFile>;
/** `site.json` as it is written. */
export type SiteJson = z.input<typeof siteFile>;

function minutesOrHours(min: number, max: number) {
  return z.int().min(min).max(max);
}

/** The web origin of an address as browsers write it, or null when it has none. */
function originOf(value: string): string | null {
  return /^https?:/i.test(value) && URL.canParse(value) ? new URL(value).origin : null;
}

/** IANA names only: newer engines also take offsets such as "+01:00", which know no daylight saving. */
function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

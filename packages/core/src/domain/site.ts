import type { Segment } from './crm/contact-filter.ts';
import type { LifeRules } from './crm/life-cycle.ts';
import type { LifeMessage } from './crm/life-message.ts';
import type { SiteAction } from './action/site-action.ts';
import type { Survey } from './survey/survey.ts';
import type { ComplaintPolicy } from './complaint/complaint-policy.ts';
import type { EmergencyPlan } from './emergency/red-flags.ts';
import type { Greeting, ProactiveMessage } from './greeting/greeting.ts';
import type { Locale, Localized } from './locale.ts';
import type { RouteRule } from './ticket/route-rule.ts';
import type { Retention } from './privacy/retention.ts';
import type { PriorityRules } from './priority/priority-rule.ts';
import type { Holiday, OpeningSpan } from './opening-times.ts';
import type { Voice } from './voice.ts';

/** What `site.json` says, checked and with its defaults filled in. */
export interface Site {
  /** Folder name: lower-case letters, digits and hyphens. */
  id: string;
  name: string;
  /** The person behind the desk, as visitors read it. */
  ownerName: string;
  locales: readonly Locale[];
  defaultLocale: Locale;
  /** IANA zone. */
  timeZone: string;
  /** Exact web origins that may embed the widget (`https://shop.example`); `*` admits any. Our own origin is always admitted. */
  origins: readonly string[];
  colors: { accent: string };
  position: 'left' | 'right';
  voice: Voice;
  greeting: Localized<Greeting>;
  /** Said beside the bubble to somebody who has not opened the chat; the first that fits the page. */
  proactive: readonly ProactiveMessage[];
  /** Index 0 is Monday, as in ISO 8601. */
  hours: readonly (readonly OpeningSpan[])[];
  /** Days with other hours than their weekday. */
  holidays: readonly Holiday[];
  /** When set, nothing is sent before the visitor agreed to this version. */
  consent: { version: string; text: Localized<string> } | null;
  /** Names of the FAQs' and articles' categories for people, in the order in which the help centre shows them. */
  categories: Readonly<Record<string, Localized<string>>>;
  /** Whether FAQs and articles are public pages. */
  helpCentre: boolean;
  /** `required` refuses visitors without a signed identity. */
  identity: 'optional' | 'required';
  /** Null where nobody is likely to be in danger: most sites. */
  emergency: EmergencyPlan | null;
  /** What is needed to recognise what visitors name; null where the site does not say. */
  recognise: {
    /** Source of a regular expression that matches a whole order number, checked to be harmless. */
    orderNumber: string | null;
    /** ISO 3166-1 alpha-2: whose telephone numbers may be written without their country code. */
    country: string | null;
    /** ISO 4217: what `$` and `¥` mean here. */
    currency: string | null;
  };
  policy: {
    /** Minutes without a word of the owner after which a waiting visitor gets a promise. */
    silentOwnerMinutes: number;
    /** Minutes after which the owner gets a mail about a visitor who waits; fractions allowed. */
    mailAfterMinutes: number;
    /** Hours without a message after which a conversation closes by itself. */
    idleCloseHours: number;
    /** What the promise says while there is no history: hours of business time until an answer. */
    promiseHours: number;
    /** Of 100 answers that the bot gives, how many may be wrong; above 0. The bot's thresholds follow from it. */
    wrongAnswerBudget: number;
    /** Whether the visitor's token may fall back to the host page's storage where the frame's own is blocked. */
    hostStorageFallback: boolean;
  };
  /** What visitors may do by themselves. */
  actions: readonly SiteAction[];
  priority: PriorityRules;
  /** Before a ticket's number: `SHOP` of `SHOP-T17`. */
  ticketPrefix: string;
  /** Who settles which tickets; the first rule that holds counts. */
  routing: readonly RouteRule[];
  complaints: ComplaintPolicy;
  /** How long what is known is kept. */
  retention: Retention;
  insights: {
    /** Hour on the site's wall, 0 to 23, from which on the day before is worked through. */
    hour: number;
    /** Days without a sign after which a customer is taken for lost; null: three times the usual gap between orders. */
    customerDays: number | null;
    /** Whether themes that doubled are mailed to the owner. */
    themeAlerts: boolean;
  };
  /** Who is a lead, new, active, at risk, lost and won back. */
  lifeCycle: LifeRules;
  /** Mails that a move, or days after a delivery, starts. */
  messages: readonly LifeMessage[];
  /** Customers by what is known of them, under names. */
  segments: readonly Segment[];
  /** Surveys that can be sent. */
  surveys: readonly Survey[];
}

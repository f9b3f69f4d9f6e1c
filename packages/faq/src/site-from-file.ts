import { BUILT_IN, flagPhrase } from '@solodesk/core';
import type {
  AnswerCondition,
  AnswerContent,
  EmergencyPlan,
  FaqAnswer,
  Greeting,
  Locale,
  Localized,
  QuickReply,
  Site,
  Voice,
} from '@solodesk/core';
import { actionFrom } from './schemas/actions-schema.ts';
import type { ConditionEntry } from './schemas/condition-schema.ts';
import { complaintPolicyFrom } from './schemas/complaints-schema.ts';
import type { AnswerEntry, QuickReplyEntry } from './schemas/faq-schema.ts';
import { conditionOfGreeting, proactiveFrom } from './schemas/greeting-schema.ts';
import { holidayFrom } from './schemas/holiday-schema.ts';
import { DAYS, openingSpan } from './opening-hours.ts';
import { messagesFrom } from './schemas/message-schema.ts';
import { segmentsFrom } from './schemas/segment-schema.ts';
import { priorityFrom } from './schemas/priority-schema.ts';
import { routingFrom } from './schemas/routing-schema.ts';
import type { SiteFile } from './schemas/site-schema.ts';

const WORKING_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

const GREETINGS: Record<Locale, (name: string, voice: Voice) => string> = {
  en: (name, { botName, tone }) => {
    const who = botName.en === undefined ? `the assistant of ${name}, a bot` : `${botName.en}, the bot of ${name}`;
    return tone === 'formal' ? `Good day. I am ${who}. How may I help you?` : `Hi! I'm ${who}. Ask me anything.`;
  },
  zh: (name, { botName, address, tone }) =>
    `${address}好${tone === 'formal' ? '。' : '！'}我是${name}的机器人助手${botName.zh ?? ''}，请随时提问。`,
};

const ASK_FOR_PERSON: Record<Locale, QuickReply> = {
  en: { label: 'Talk to a person', intent: BUILT_IN.person },
  zh: { label: '联系人工客服', intent: BUILT_IN.person },
};

/** The site that a checked `site.json` describes, with everything it leaves out filled in. */
export function siteFrom(id: string, file: SiteFile): Site {
  const [first = 'en'] = file.languages;
  return {
    id,
    name: file.name.trim(),
    ownerName: (file.ownerName ?? file.name).trim(),
    locales: file.languages,
    defaultLocale: first,
    timeZone: file.timeZone,
    origins: file.origins,
    colors: { accent: file.colors.accent.toLowerCase() },
    position: file.position,
    proactive: file.proactive.map((entry) => proactiveFrom(entry)),
    greeting: inEach(file.languages, (locale) => greetingIn(locale, file)),
    hours: DAYS.map((day) => {
      const spans = file.hours ? file.hours[day] : WORKING_DAYS.includes(day) ? ['09:00-17:00'] : [];
      return (spans ?? []).map((span) => openingSpan(span));
    }),
    holidays: file.holidays.map((entry) => holidayFrom(entry)),
    consent: file.consent && {
      version: file.consent.version.trim(),
      text: inEach(file.languages, (locale) => file.consent?.text[locale]?.trim()),
    },
    categories: file.categories,
    helpCentre: file.helpCentre ?? file.identity === 'optional',
    identity: file.identity,
    emergency: file.emergency && emergencyFrom(file.emergency, file.languages),
    voice: voiceFrom(file),
    recognise: {
      orderNumber: file.orderNumber ?? null,
      country: file.country ?? null,
      currency: file.currency ?? null,
    },
    policy: file.policy,
    actions: file.actions.map((entry) => actionFrom(entry)),
    priority: priorityFrom(file.priority),
    ticketPrefix: file.ticketPrefix ?? id.toUpperCase(),
    routing: routingFrom(file.routing),
    complaints: complaintPolicyFrom(file.complaints, file.languages),
    retention: file.retention,
    insights: file.insights,
    lifeCycle: file.lifeCycle,
    messages: messagesFrom(file.messages),
    segments: segmentsFrom(file.segments),
    surveys: [],
  };
}

/** Danger is understood in every language that words were written for, whatever the site speaks. */
function emergencyFrom(entry: NonNullable<SiteFile['emergency']>, locales: readonly Locale[]): EmergencyPlan {
  return {
    number: entry.number.trim(),
    flags: entry.redFlags.map(({ name, phrases, unless, firstAid }) => ({
      name,
      phrases: flagPhrases(phrases),
      ...(unless !== undefined && { unless: flagPhrases(unless) }),
      firstAid: inEach(locales, (locale) => firstAid?.[locale]?.trim()),
    })),
  };
}

const flagPhrases = (phrases: Localized<readonly string[]>) => Object.values(phrases).flat().map(flagPhrase);

/** What `of` gives for each language that the site speaks; languages without anything are left out. */
export function inEach<T>(locales: readonly Locale[], of: (locale: Locale) => T | undefined): Localized<T> {
  const texts: Localized<T> = {};
  for (const locale of locales) {
    const text = of(locale);
    if (text !== undefined) texts[locale] = text;
  }
  return texts;
}

export function answerFrom(entry: AnswerEntry): FaqAnswer {
  if (typeof entry === 'string') return { text: entry.trim(), quickReplies: [], links: [] };
  const variants = entry.variants?.map(({ when, ...content }) => ({
    ...contentFrom(content),
    when: conditionFrom(when),
  }));
  return { ...contentFrom(entry), ...(variants && variants.length > 0 && { variants }) };
}

function contentFrom(entry: Exclude<AnswerEntry, string>): AnswerContent {
  return {
    text: entry.text.trim(),
    quickReplies: (entry.quickReplies ?? []).map((reply) => quickReplyFrom(reply)),
    links: (entry.links ?? []).map(({ label, url }) => ({ label: label.trim(), url })),
  };
}

function conditionFrom({ segment, page, stage }: ConditionEntry): AnswerCondition {
  return { ...listed('segment', segment), ...listed('page', page), ...listed('stage', stage) };
}

function listed(name: keyof AnswerCondition, value: string | string[] | undefined): AnswerCondition {
  return value === undefined ? {} : { [name]: typeof value === 'string' ? [value] : value };
}

function voiceFrom({ voice, languages }: SiteFile): Voice {
  const each = (names: typeof voice.botName) =>
    inEach(languages, (locale) => (typeof names === 'string' ? names : names?.[locale])?.trim());
  return { botName: each(voice.botName), signOff: each(voice.signOff), address: voice.address, tone: voice.tone };
}

function greetingIn(locale: Locale, file: SiteFile): Greeting {
  const entry = file.greeting[locale] ?? GREETINGS[locale](file.name.trim(), voiceFrom(file));
  const { text, quickReplies, variants } = typeof entry === 'string' ? { text: entry } : entry;
  const buttons = (entries: QuickReplyEntry[] | undefined) =>
    entries?.map((reply) => quickReplyFrom(reply)) ?? [ASK_FOR_PERSON[locale]];
  return {
    text: text.trim(),
    quickReplies: buttons(quickReplies),
    ...(variants &&
      variants.length > 0 && {
        variants: variants.map((variant) => ({
          when: conditionOfGreeting(variant.when),
          text: variant.text.trim(),
          quickReplies: buttons(variant.quickReplies),
        })),
      }),
  };
}

function quickReplyFrom(entry: QuickReplyEntry): QuickReply {
  if (typeof entry === 'string') return { label: entry.trim() };
  return { label: entry.label.trim(), ...(entry.intent === undefined ? {} : { intent: entry.intent }) };
}

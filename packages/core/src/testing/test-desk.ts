import { DEFAULT_LIFE_RULES } from '../domain/crm/life-cycle.ts';
import { DEFAULT_RETENTION } from '../domain/privacy/retention.ts';
import { NO_FILES } from '../ports/file-store.ts';
import { DEFAULT_COMPLAINTS } from '../domain/complaint/complaint-policy.ts';
import { DEFAULT_PRIORITY } from '../domain/priority/default-rules.ts';
import type { Faq, FaqBook } from '../domain/faq.ts';
import { BUILT_IN } from '../domain/faq.ts';
import type { Locale } from '../domain/locale.ts';
import type { Site } from '../domain/site.ts';
import { PLAIN_VOICE } from '../domain/voice.ts';
import type { Announcement } from '../ports/bus.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { IntentGuess } from '../ports/intent-model.ts';
import type { SiteKnowledge } from '../ports/knowledge.ts';
import type { Sites } from '../ports/sites.ts';
import type { SentimentReading } from '../ports/sentiment.ts';
import type { Store } from '../ports/store.ts';
import type { Desk } from '../use-cases/desk.ts';
import { Lanes } from '../use-cases/lanes.ts';
import { Replies } from '../use-cases/conversation/replies.ts';
import { KnownProblems } from '../domain/problem/lasting-problems.ts';
import { ReplyTimes } from '../use-cases/conversation/reply-times.ts';
import { createFakeClock } from './fake-clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { createMemoryStore } from './memory-store.ts';
import { createSeededIds } from './seeded-ids.ts';
import { silentLog } from './silent-log.ts';

export interface TestDesk extends Desk {
  readonly clock: FakeClock;
  readonly announcements: Announcement[];
  /** The one site's, to be changed by the test. */
  readonly site: Site;
  /** Whether the owner is there. */
  here: boolean;
  /** False: the site has not been learned yet. */
  learned: boolean;
}

/** A desk with one site, `shop`, and a bot that knows when things can be returned. It recognises words, not meaning. */
export function createTestDesk(store: Store = createMemoryStore()): TestDesk {
  const clock = createFakeClock();
  const announcements: Announcement[] = [];
  const site = testSite();
  const knowledge = testKnowledge();
  const calendar = alwaysOpen(clock);
  const sites: Sites = { get: (id) => (id === site.id ? site : null), list: () => [site] };
  const desk: TestDesk = {
    store,
    consoleUrl: () => 'https://desk.example/console/',
    clock,
    announcements,
    site,
    here: true,
    learned: true,
    ids: createSeededIds(3),
    log: silentLog,
    lanes: new Lanes(),
    replies: new Replies(),
    bus: { publish: (announcement) => void announcements.push(announcement), subscribe: () => () => undefined },
    sites,
    knowledge: { of: (id) => (desk.learned && id === site.id ? knowledge : null) },
    presence: { isHere: () => desk.here },
    sentiment: { read: (text) => feeling(text) },
    languages: { guess: (text) => (/[а-я]/.test(text) ? 'ru' : null) },
    mailer: { available: true, sms: true },
    webhooks: { endpoints: () => [] },
    calendar,
    problems: new KnownProblems(),
    files: NO_FILES,
    replyTimes: new ReplyTimes({ store, sites, calendar, log: silentLog }),
  };
  return desk;
}

/** Every moment counts, and is told by how far away it is. */
function alwaysOpen(clock: FakeClock): Calendar {
  return {
    isOpen: () => true,
    nextOpening: (_, at) => at,
    openSlots: (_, time) => [time],
    holidayAt: () => null,
    addBusinessTime: (from, businessMs) => from + businessMs,
    businessTimeBetween: (from, to) => Math.max(0, to - from),
    freeSlots: () => [],
    wallTime: (at, { days, hour }) => (Math.floor(at / 86_400_000) + days) * 86_400_000 + hour * 3_600_000,
    hourAt: (at) => Math.floor(at / 3_600_000) % 24,
    describe: (moment) => `T+${(moment - clock.now()) / 3_600_000}h`,
  };
}

/** Furious words are all it knows. */
function feeling(text: string): SentimentReading {
  return /furious|气死/.test(text)
    ? { label: 'negative', score: -0.95, words: [] }
    : { label: 'neutral', score: 0, words: [] };
}

function testSite(): Site {
  return {
    id: 'shop',
    name: 'Teal & Linen',
    ownerName: 'Mara',
    locales: ['en', 'zh'],
    defaultLocale: 'en',
    timeZone: 'Europe/Berlin',
    origins: ['https://shop.example'],
    colors: { accent: '#0f766e' },
    position: 'right',
    greeting: { en: { text: 'Hello!', quickReplies: [] } },
    hours: [],
    holidays: [],
    proactive: [],
    voice: PLAIN_VOICE,
    consent: null,
    categories: {},
    helpCentre: true,
    identity: 'optional',
    emergency: null,
    recognise: { orderNumber: null, country: null, currency: null },
    actions: [],
    priority: DEFAULT_PRIORITY,
    complaints: DEFAULT_COMPLAINTS,
    insights: { hour: 5, customerDays: null, themeAlerts: true },
    retention: DEFAULT_RETENTION,
    lifeCycle: DEFAULT_LIFE_RULES,
    messages: [],
    segments: [],
    surveys: [],
    ticketPrefix: 'SHOP',
    routing: [],
    policy: {
      silentOwnerMinutes: 10,
      mailAfterMinutes: 2,
      idleCloseHours: 24,
      promiseHours: 4,
      wrongAnswerBudget: 3,
      hostStorageFallback: true,
    },
  };
}

export const RETURNS: Faq = {
  intent: 'returns.period',
  category: 'returns',
  question: { en: 'How long may I return things?', zh: '多久可以退货？' },
  phrasings: { en: ['can I send it back'], zh: ['我想退货'] },
  answer: {
    en: {
      text: 'Within 30 days.',
      quickReplies: [],
      links: [{ label: 'Terms', url: 'https://shop.example/terms' }],
    },
    zh: { text: '30 天内可以退货。', quickReplies: [], links: [] },
  },
  followUp: 'returns.label',
};

export const LABEL: Faq = {
  intent: 'returns.label',
  category: 'returns',
  question: { en: 'Where do I get a label?' },
  phrasings: { en: ['label'] },
  answer: { en: { text: 'By mail.', quickReplies: [], links: [] } },
};

export const TEST_BOOK: FaqBook = {
  hash: 'book-1',
  locales: ['en', 'zh'],
  faqs: new Map([RETURNS, LABEL].map((faq) => [faq.intent, faq])),
};

/** Where the one manual helps. */
export const CREASES = { label: 'Ironing: Creases', url: 'https://desk.example/help/shop/en/ironing#creases' };

const WORDS: readonly (readonly [RegExp, IntentGuess[]])[] = [
  [/return|退货/, [{ intent: RETURNS.intent, confidence: 0.95 }]],
  [/label/, [{ intent: LABEL.intent, confidence: 0.9 }]],
  [/parcel/, [RETURNS, LABEL].map(({ intent }) => ({ intent, confidence: 0.5 }))],
  [/person|人工/, [{ intent: BUILT_IN.person, confidence: 0.99 }]],
  [/hello/, [{ intent: BUILT_IN.greeting, confidence: 0.99 }]],
];

function testKnowledge(): SiteKnowledge {
  return {
    book: TEST_BOOK,
    forms: [],
    search: { search: () => [] },
    articles: {
      find: (text) => (/crease/.test(text) ? CREASES : null),
      link: (slug) => (slug === 'ironing' ? CREASES : null),
    },
    entities: { find: () => [] },
    catalogue: null,
    model: {
      bookHash: TEST_BOOK.hash,
      thresholds: { answer: 0.8, suggest: 0.4, hint: 0.3 },
      understand: (text, locale) => ({
        locale: languageOf(text) ?? locale,
        guesses: WORDS.find(([word]) => word.test(text))?.[1] ?? [],
        outOfScope: false,
      }),
    },
  };
}

function languageOf(text: string): Locale | null {
  return /[\u4e00-\u9fff]/.test(text) ? 'zh' : null;
}

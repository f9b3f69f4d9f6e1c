import type { ProfileAnswer, TimelineAnswer } from '../state/api/crm-api.ts';
import type { BlockedBrowser, LifeAnswer } from '../state/api/life-api.ts';
import type { Contact, ContactDetail } from '../state/api/records-api.ts';

/* What the server says of customers, with texts that would run if they were anything but text. */

export const contact = (key: number, change: Partial<Contact> = {}): Contact => ({
  ...{ key, id: `c${key}`, ownId: true, verified: true, name: `Person ${key}`, email: `p${key}@one.example` },
  ...{ phone: null, locale: null, customer: false, customerSince: null, source: {}, createdAt: 1, ...change },
});
export const DETAIL: ContactDetail = {
  contact: contact(7, { verified: false, name: null, phone: '+4930123456' }),
  orders: [
    {
      ...{ number: 'TL-1', email: null, placedAt: 1, status: 'other', statusText: 'Beim Zoll', total: 990 },
      ...{ currency: 'EUR', trackingUrl: 'javascript:alert(1)' },
      lines: [{ product: 'p', name: '<b>Soap</b>', quantity: 2, price: null }],
    },
  ],
  conversations: [],
};
export const OFFERS = [
  {
    ...{ product: 'teapot', name: { en: 'Teapot', zh: '茶壶' }, url: 'https://shop.example/teapot' },
    why: { en: '6 of 7 who bought Kettle bought it too', zh: '买了水壶的 7 人中有 6 人也买了它' },
  },
];
export const PROFILE: ProfileAnswer = {
  profile: { tags: ['vip'], attributes: { size: 'M' }, marketing: null },
  noQuestions: null,
  browsers: [
    {
      ...{ since: 1, locale: 'en', timeZone: null, verified: false, blocked: false, claims: { plan: '<i>gold</i>' } },
      ...{ page: null, referrer: null, consent: null },
    },
  ],
};
const DAY = 86_400_000;
const RULES = { leadDays: 30, newDays: 30, atRiskDays: 90, churnedDays: 180, wonBackDays: 60 };
export const STANDING = {
  rules: RULES,
  standing: {
    ...{ stage: 'at_risk', since: 100 * DAY, until: 190 * DAY },
    facts: {
      ...{ firstOrderAt: 10 * DAY, lastOrderAt: 10 * DAY, orderBeforeAt: null },
      ...{ lastAskedAt: null, customerSince: null },
    },
  },
};
export const LIFE: LifeAnswer = {
  counts: { contact: 5, lead: 0, new: 1, active: 2, at_risk: 0, churned: 0, won_back: 0 },
  rules: RULES,
  moves: [
    {
      at: DAY,
      from: 'new',
      to: 'active',
      byRules: false,
      contact: { key: 3, id: 'a', name: '<b>Ada</b>', email: null },
    },
  ],
  messages: [{ name: 'w', on: 'new', afterDays: 0, segment: null, subject: { en: 'Welcome' }, sent: 3, left: 1 }],
  mails: false,
};
export const BLOCKED: BlockedBrowser = {
  ...{
    visitor: 5,
    since: 1,
    why: 'spam',
    name: null,
    contact: null,
    conversation: 'x',
    preview: '<i>buy</i>',
    previewFrom: 'visitor',
    page: null,
  },
};
export const TIMELINE: TimelineAnswer = {
  items: [
    { kind: 'conversation', key: 3, at: 9, id: 'x', state: 'closed', preview: '<u>hello</u>' },
    {
      ...{ kind: 'appointment', key: 5, at: 8, service: 'First visit', resource: '', endsAt: 9, state: 'booked' },
      details: [
        { slot: 'reason', label: 'Reason', value: '<s>a filling</s>', sensitive: false },
        { slot: 'allergies', label: 'Allergies', value: 'latex', sensitive: true },
      ],
    },
    { kind: 'mail', key: 6, at: 8, address: 'p7@one.example', about: 'ticket_solved:17:3' },
    { kind: 'score', key: 4, at: 8, survey: 'satisfaction', score: 9, word: 'ok', answeredAt: 8, skippedAt: null },
  ],
  next: 'score.8.4',
};

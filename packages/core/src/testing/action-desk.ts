import { formsWithActions } from '../domain/action/action-form.ts';
import type { BookAction, CallAction, SiteAction } from '../domain/action/site-action.ts';
import { PLAIN_SLOT } from '../domain/dialogue/forms/plain-slot.ts';
import type { LogEntry } from '../domain/conversation/log-event.ts';
import type { QuickReply } from '../domain/faq.ts';
import type { Visitor, VisitorChange } from '../domain/visitor.ts';
import type { Calendar, TimeSlot } from '../ports/calendar.ts';
import type { Store } from '../ports/store.ts';
import { deliverDueJobs } from '../use-cases/notices/deliver-jobs.ts';
import { receiveVisitorMessage } from '../use-cases/conversation/receive-visitor-message.ts';
import { anonymous } from './contract/stage.ts';
import { createFakeCaller, createFakeCarrier, createFakeCourier } from './fake-courier.ts';
import type { FakeCaller, FakeCarrier } from './fake-courier.ts';
import { createFormDesk } from './form-desk.ts';
import { createMemoryStore } from './memory-store.ts';
import type { TestDesk } from './test-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DECLARED = { offeredUnder: [], slots: null, fallback: {} };

const BOOK: BookAction = {
  ...{ ...DECLARED, kind: 'book', name: 'visit', title: { en: 'Visit', zh: '就诊' }, intents: ['visit.book'] },
  ...{ service: { en: 'First visit', zh: '首次就诊' }, resource: '', minutes: 60, every: 60, days: 10 },
  ...{ noticeMinutes: 0, remindMinutes: 1440, most: 2, where: { en: 'High Street 4', zh: '高街 4 号' } },
};

const CALL: CallAction = {
  ...{
    ...DECLARED,
    kind: 'call',
    confirm: true,
    name: 'points',
    title: { en: 'My points', zh: '我的积分' },
    intents: ['points.mine'],
  },
  slots: [
    {
      ...PLAIN_SLOT,
      name: 'card',
      type: 'text',
      label: { en: 'Card' },
      prompt: { en: 'Which card?', zh: '卡号是多少？' },
      purpose: {},
    },
  ],
  fallback: { en: 'The points are not to be had just now.', zh: '暂时查不到积分。' },
  ...{ url: 'https://points.example/ask', secret: 'points', timeoutMs: 5_000, retries: 1, ticket: 'points' },
};

export const ACTIONS: readonly SiteAction[] = [
  {
    ...{ ...DECLARED, kind: 'order-status', name: 'order-status', title: { en: 'My order' } },
    intents: ['order.status'],
  },
  {
    ...{ ...DECLARED, kind: 'order-request', name: 'order-change', title: { en: 'Change of an order' } },
    ...{ intents: ['order.change'], category: 'orders' },
  },
  {
    ...{ ...DECLARED, kind: 'return-label', name: 'return-label', title: { en: 'Return label' }, category: 'returns' },
    ...{
      intents: ['label.wanted'],
      text: { en: 'Put the label on the box.' },
      link: 'https://l.example/{{order}}.pdf',
    },
  },
  BOOK,
  {
    ...{ ...DECLARED, kind: 'change-booking', name: 'visit-change', title: { en: 'Move or cancel' } },
    intents: ['visit.change'],
  },
  CALL,
];

const MEANS: readonly (readonly [RegExp, string])[] = [
  [/where is my order|订单到哪/, 'order.status'],
  [/change my order/, 'order.change'],
  [/return label/, 'label.wanted'],
  [/book a visit|预约/, 'visit.book'],
  [/(?:move|cancel) my visit|改期/, 'visit.change'],
  [/my points|积分/, 'points.mine'],
];

/** Open from 9 to 12 UTC on each day. */
const CALENDAR: Pick<Calendar, 'freeSlots'> = {
  freeSlots(_, { from, days, minutes, every = minutes, booked }) {
    const free: TimeSlot[] = [];
    for (let day = Math.floor(from / DAY) * DAY; day < from + days * DAY; day += DAY) {
      for (let at = day + 9 * HOUR; at + minutes * 60_000 <= day + 12 * HOUR; at += every * 60_000) {
        const slot = { from: at, to: at + minutes * 60_000 };
        if (at >= from && !booked.some((one) => one.from < slot.to && slot.from < one.to)) free.push(slot);
      }
    }
    return free;
  },
};

type BotMessage = Extract<LogEntry, { type: 'bot_message' }>;

/** A desk whose site has actions, with everything that carries them out; what is said is written down line by line. */
export class ActionDesk {
  readonly desk: TestDesk;
  readonly carrier: FakeCarrier = createFakeCarrier();
  readonly caller: FakeCaller = createFakeCaller();

  constructor(store: Store = createMemoryStore(), actions: readonly SiteAction[] = ACTIONS) {
    this.desk = createFormDesk(store, formsWithActions([], actions), MEANS);
    Object.assign(this.desk.site, { actions, timeZone: 'UTC' });
    Object.assign(this.desk, { calendar: { ...this.desk.calendar, ...CALENDAR } });
  }

  /** Another process with the same store. */
  restarted(): ActionDesk {
    const other = new ActionDesk(this.desk.store);
    other.desk.clock.advance(this.desk.clock.now() - other.desk.clock.now());
    return Object.assign(other, { desk: Object.assign(other.desk, { ids: this.desk.ids }), carrier: this.carrier });
  }

  visitor(change: Partial<VisitorChange> = {}): Promise<Visitor> {
    const { store, ids } = this.desk;
    return store.createVisitor(anonymous('shop', ids.uuid(), { timeZone: 'UTC', ...change }), ids.token());
  }

  /** Runs what is due, once. */
  async run(): Promise<void> {
    const parts = { courier: createFakeCourier(), carrier: this.carrier, caller: this.caller, linkTo: () => '' };
    const jobs = await deliverDueJobs(this.desk, { ...parts, random: () => 1, mailPause: () => 0 }, 20);
    await Promise.all(jobs);
  }

  /** What the bot says to some words (or to the button with this label), at once. */
  async asks(visitor: Visitor, words: string): Promise<string> {
    this.desk.clock.advance(1_000);
    const intent = (await this.buttons(visitor)).find(({ label }) => label === words)?.intent;
    const message = { text: words, clientId: this.desk.ids.uuid(), ...(intent !== undefined && { intent }) };
    await receiveVisitorMessage(this.desk, visitor, message);
    return (await this.spoken(visitor)) === 0 ? '' : (await this.last(visitor)).text;
  }

  /** What the bot says in the end, when every action has run. */
  async says(visitor: Visitor, ...all: string[]): Promise<string> {
    for (const words of all) {
      await this.asks(visitor, words);
      await this.run();
    }
    return (await this.last(visitor)).text;
  }

  async last(visitor: Visitor): Promise<BotMessage> {
    const messages = (await this.log(visitor)).filter((entry) => entry.type === 'bot_message');
    return messages.at(-1) as BotMessage;
  }

  async buttons(visitor: Visitor): Promise<readonly QuickReply[]> {
    return (await this.last(visitor))?.quickReplies ?? [];
  }

  async labels(visitor: Visitor): Promise<string[]> {
    return (await this.buttons(visitor)).map(({ label }) => label);
  }

  /** How many messages the bot has sent them. */
  async spoken(visitor: Visitor): Promise<number> {
    return (await this.log(visitor)).filter(({ type }) => type === 'bot_message').length;
  }

  async conversation(visitor: Visitor) {
    return this.desk.store.findConversationOfVisitor('shop', visitor.key);
  }

  async tickets() {
    return this.desk.store.tickets('shop', { filter: 'all', limit: 50 });
  }

  /** Mails and text messages that have gone out. */
  get sent(): string[] {
    return this.carrier.sent.map((job) => {
      if (job.kind !== 'mail') return job.kind;
      const { content, to } = job.payload;
      return `${content.template}${'status' in content ? ` ${content.status}` : ''} → ${to.address}`;
    });
  }

  private async log(visitor: Visitor): Promise<LogEntry[]> {
    const conversation = await this.conversation(visitor);
    if (conversation === null) return [];
    return (await this.desk.store.readLog(conversation.key, { limit: 200 })).map(({ entry }) => entry);
  }
}

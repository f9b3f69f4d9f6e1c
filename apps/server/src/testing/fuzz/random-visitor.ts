import { DeskError } from '@solodesk/core';
import type { Ask, Conversation, OutboxEntry, QuickReply, SiteKnowledge, Ticket, Visitor } from '@solodesk/core';
import { answerAsVisitor, joinByMail, receiveVisitorMessage } from '@solodesk/core/use-cases';
import { anonymous } from '@solodesk/core/testing';
import type { TestDesk } from '@solodesk/core/testing';
import { runActions } from '../run-actions.ts';
import { TalkFault, TalkJudge } from './talk-judge.ts';
import type { BotMessage } from './talk-judge.ts';
import { nextWords, pick } from './visitor-words.ts';
import type { Random, Said } from './visitor-words.ts';
import { isWellFormed } from './well-formed-words.ts';

/** Cancelling as often leaves any form, with those that were noted for after it. */
const MOST_CANCELS = 5;
/** How often somebody does as they are asked. */
const WILLING = [0, 0.5, 0.8, 0.95];

/** Of who has an appointment. */
const SECOND_THOUGHTS = ['move my appointment', '我想改预约时间', 'cancel my appointment', '我要取消预约'];

/** What several visitors of one talk share. */
export interface TalkWorld {
  desk: TestDesk;
  readonly random: Random;
  readonly log: string[];
  /** All that was put into the outbox. */
  readonly planned: readonly OutboxEntry[];
  /** Somebody has an appointment. */
  readonly isBooked: boolean;
  count(outcome: string): void;
}

/** One visitor, who says things by chance; each answer is judged. */
export class RandomVisitor {
  readonly #world: TalkWorld;
  readonly #name: string;
  readonly #visitor: Visitor;
  readonly #judge: TalkJudge;
  readonly #willing: number;
  readonly #seen: QuickReply[] = [];
  #buttons: readonly QuickReply[] = [];
  #ask: Ask | undefined;
  #said = 0;

  private constructor(world: TalkWorld, name: string, visitor: Visitor) {
    this.#world = world;
    this.#name = name;
    this.#visitor = visitor;
    this.#willing = pick(world.random, WILLING);
    this.#judge = new TalkJudge((outcome) => world.count(outcome));
    this.#judge.hear(JSON.stringify(visitor.claims));
  }

  static async arrive(world: TalkWorld, name: string): Promise<RandomVisitor> {
    const { desk, random } = world;
    const visitor = anonymous(desk.site.id, desk.ids.uuid(), {
      locale: random() < 0.5 ? 'en' : 'zh',
      timeZone: pick(random, [null, 'Europe/Berlin', 'Asia/Shanghai', 'America/St_Johns']),
      claims: random() < 0.1 ? { email: 'claimed@mail.example', name: 'Cleo' } : {},
    });
    world.count(visitor.locale);
    return new RandomVisitor(world, name, await desk.store.createVisitor(visitor, desk.ids.token()));
  }

  async speak(): Promise<void> {
    const { random, isBooked } = this.#world;
    if (isBooked && this.#ask === undefined && random() < 0.4)
      return this.#say({ text: pick(random, SECOND_THOUGHTS) });
    const buttons = random() < 0.15 * (1 - this.#willing) ? this.#seen : this.#buttons;
    const sight = { buttons, ask: this.#ask, willing: this.#willing, isFirst: this.#said === 0 };
    return this.#say(nextWords(random, this.#knowledge, sight));
  }

  /** Answers the last mail about the conversation, if there is one. */
  async answerMail(): Promise<void> {
    const { random, desk, planned } = this.#world;
    const conversation = await this.conversation();
    const mail = [...planned]
      .reverse()
      .find(
        ({ kind, payload }) => kind === 'mail' && conversation !== null && payload.conversation === conversation.id,
      );
    if (mail?.kind !== 'mail' || conversation === null) return;
    const sight = { buttons: [], ask: this.#ask, willing: this.#willing, isFirst: false };
    const { text } = nextWords(random, this.#knowledge, sight);
    const { site, id } = conversation;
    const words = { site, conversation: id, id: desk.ids.uuid(), text, files: [], from: mail.payload.to.address };
    await this.#turn({ text }, 'mail', async () => {
      if ((await joinByMail(desk, words)) === 'refused') throw new TalkFault('an answer by mail was refused');
    });
    this.#world.count('mail answered');
  }

  /** Says how it was, if that was asked; or something that is no answer. */
  async rate(): Promise<void> {
    const { random, desk, log } = this.#world;
    const request = await desk.store.satisfactionOfVisitor(this.#visitor.site, this.#visitor.key);
    if (request === null) return;
    const score = pick(random, [1, 5, 10, null, 0, 11, 2.5]);
    log.push(`${this.#name} rates: ${score}`);
    try {
      await answerAsVisitor(desk, this.#visitor, request.id, { score, ...(random() < 0.5 && { word: 'ok 谢谢' }) });
      if (score !== null && (score < 1 || score > 10 || score % 1 !== 0)) throw new TalkFault(`${score} was taken`);
      this.#world.count('score');
    } catch (cause) {
      if (!(cause instanceof DeskError)) throw cause;
      if (cause.kind === 'refused' || (cause.kind === 'bad_request' && ![1, 5, 10, null].includes(score))) return;
      throw cause;
    }
  }

  /** Whatever form is open can be left by saying so. */
  async leave(): Promise<void> {
    for (let said = 0; (await this.conversation())?.form; said++) {
      if (said === MOST_CANCELS) throw new TalkFault('a form cannot be left');
      await this.#say({ text: this.#world.random() < 0.5 ? 'cancel' : '取消' });
    }
  }

  async conversation(): Promise<Conversation | null> {
    const { site, key } = this.#visitor;
    return this.#world.desk.store.findConversationOfVisitor(site, key);
  }

  get #knowledge(): SiteKnowledge {
    const { knowledge, site } = this.#world.desk;
    return knowledge.of(site.id) as SiteKnowledge;
  }

  async #say(said: Said): Promise<void> {
    const words = { ...said, clientId: `${this.#name}${++this.#said}` };
    return this.#turn(said, 'says', async () => {
      await receiveVisitorMessage(this.#world.desk, this.#visitor, words);
    });
  }

  /** One message, and all that came of it. */
  async #turn(said: Said, way: 'says' | 'mail', speak: () => Promise<void>): Promise<void> {
    if (!isWellFormed(said.text)) return;
    const { desk, log, planned } = this.#world;
    desk.clock.advance(3_000);
    const before = await this.conversation();
    const earlier = new Map((await this.#tickets(before)).map(({ id, version }) => [id, version]));
    const mails = planned.length;
    log.push(`${this.#name} ${way}: ${said.text}${said.intent === undefined ? '' : ` [${said.intent}]`}`);
    this.#judge.hear(said.text);
    await speak();
    await runActions(desk);
    const after = (await this.conversation())!;
    const events = await desk.store.readLog(after.key, { after: before?.lastSeq ?? 0, limit: 50 });
    const entries = events.map(({ entry }) => entry).filter(({ type }) => type !== 'visitor_message');
    for (const entry of entries) log.push(entry.type === 'bot_message' ? `bot: ${entry.text}` : `(${entry.type})`);
    const tickets = await this.#tickets(after);
    this.#judge.judge({
      ...{ text: said.text, before, after, entries, tickets, forms: this.#knowledge.forms },
      changed: tickets.filter(({ id, version }) => earlier.get(id) !== version),
      planned: planned.slice(mails),
      toForm: way === 'mail' && before?.state === 'waiting' && before.form !== null,
    });
    const last = entries.reverse().find((entry): entry is BotMessage => entry.type === 'bot_message');
    this.#ask = last?.ask;
    this.#buttons = last?.quickReplies ?? [];
    this.#seen.push(...this.#buttons);
  }

  async #tickets(conversation: Conversation | null): Promise<Ticket[]> {
    if (conversation === null) return [];
    return this.#world.desk.store.ticketsOfConversation(conversation.site, conversation.key);
  }
}

import {
  closeAsOwner,
  handBackToBot,
  receiveVisitorMessage,
  replyAsOwner,
  sweepByTime,
  takeOverConversation,
} from '@solodesk/core';
import type { Conversation, LogEntry, QuickReply, SiteKnowledge, Ticket, Visitor } from '@solodesk/core';
import { anonymous } from '@solodesk/core/testing';
import type { TestDesk } from '@solodesk/core/testing';
import { runActions } from '../run-actions.ts';
import { isWellFormed } from './well-formed-words.ts';
import { PromptCount } from './prompt-count.ts';
import { nextWords, pick } from './visitor-words.ts';
import type { Random, Said } from './visitor-words.ts';

/** Something that must not happen in any conversation, whatever is said. */
export class TalkFault extends Error {}

const MINUTE = 60_000;
const JUMPS = [MINUTE, 11 * MINUTE, 65 * MINUTE, 26 * 60 * MINUTE, 9 * 24 * 60 * MINUTE];
/** Cancelling as often leaves any form, with those that were noted for after it. */
const MOST_CANCELS = 5;

/**
 * One conversation of chance, from the first word until no form is open.
 * @param log filled as it goes, so that it can be read after a fault
 * @throws TalkFault, or whatever the desk throws
 */
export async function randomTalk(
  open: (desk?: TestDesk) => TestDesk,
  random: Random,
  log: string[],
): Promise<{ outcomes: Record<string, number> }> {
  const talk = new RandomTalk(open, random, log);
  const steps = 3 + Math.floor(random() * 10);
  await talk.arrive();
  for (let step = 0; step < steps; step++) await talk.step();
  await talk.leave();
  return talk;
}

class RandomTalk {
  readonly outcomes: Record<string, number> = {};
  readonly #open;
  readonly #random: Random;
  readonly #log: string[];
  readonly #prompts = new PromptCount();
  readonly #seen: QuickReply[] = [];
  #desk: TestDesk;
  #visitor: Visitor | null = null;
  #buttons: readonly QuickReply[] = [];
  #said = 0;

  constructor(open: (desk?: TestDesk) => TestDesk, random: Random, log: string[]) {
    this.#open = open;
    this.#random = random;
    this.#log = log;
    this.#desk = open();
  }

  async arrive(): Promise<void> {
    const random = this.#random;
    this.#desk.here = random() < 0.6;
    this.#desk.clock.advance(Math.floor(random() * 400) * 24 * 60 * MINUTE);
    const visitor = anonymous(this.#desk.site.id, this.#desk.ids.uuid(), {
      locale: random() < 0.5 ? 'en' : 'zh',
      timeZone: pick(random, [null, 'Europe/Berlin', 'Asia/Shanghai', 'America/St_Johns']),
      claims: random() < 0.1 ? { email: 'claimed@mail.example', name: 'Cleo' } : {},
    });
    this.#visitor = await this.#desk.store.createVisitor(visitor, this.#desk.ids.token());
  }

  async step(): Promise<void> {
    const chance = this.#random();
    if (chance < 0.82) {
      const buttons = this.#random() < 0.15 ? this.#seen : this.#buttons;
      return this.#speak(nextWords(this.#random, this.#knowledge, buttons));
    }
    if (chance < 0.87) {
      this.#log.push('restart');
      this.#desk = this.#open(this.#desk);
    } else if (chance < 0.92) {
      const jump = pick(this.#random, JUMPS);
      this.#log.push(`clock: +${jump / MINUTE} minutes`);
      this.#desk.clock.advance(jump);
      await sweepByTime(this.#desk);
    } else await this.#owner();
  }

  /** Whatever form is open can be left by saying so. */
  async leave(): Promise<void> {
    const conversation = await this.#conversation();
    if (conversation === null) return;
    if (conversation.state === 'owner' || conversation.state === 'waiting') {
      await handBackToBot(this.#desk, this.#target(conversation));
    }
    for (let said = 0; await this.#isOpen(); said++) {
      if (said === MOST_CANCELS) throw new TalkFault('a form cannot be left');
      await this.#speak({ text: this.#random() < 0.5 ? 'cancel' : '取消' });
    }
    const tickets = await this.#tickets();
    const numbers = tickets.map(({ number }) => number);
    if (new Set(numbers).size !== numbers.length) throw new TalkFault('two tickets have one number');
  }

  async #isOpen(): Promise<boolean> {
    const conversation = await this.#conversation();
    return conversation !== null && conversation.form !== null;
  }

  get #knowledge(): SiteKnowledge {
    return this.#desk.knowledge.of(this.#desk.site.id) as SiteKnowledge;
  }

  async #speak(said: Said): Promise<void> {
    if (!isWellFormed(said.text)) return;
    const { clock, store } = this.#desk;
    clock.advance(3_000);
    const before = await this.#conversation();
    const earlier = new Map((await this.#tickets()).map(({ id, version }) => [id, version]));
    this.#log.push(`visitor: ${said.text}${said.intent === undefined ? '' : ` [${said.intent}]`}`);
    const words = { ...said, clientId: `f${++this.#said}` };
    const { seq } = await receiveVisitorMessage(this.#desk, this.#visitor as Visitor, words);
    await runActions(this.#desk);
    const conversation = (await this.#conversation())!;
    const events = await store.readLog(conversation.key, { after: seq, limit: 50 });
    const entries = events.map(({ entry }) => entry);
    for (const entry of entries)
      this.#log.push(entry.type === 'bot_message' ? `bot: ${entry.text}` : `(${entry.type})`);
    const changed = (await this.#tickets()).filter(({ id, version }) => earlier.get(id) !== version);
    this.#judge(before, conversation, entries, changed, said);
  }

  #judge(
    before: Conversation | null,
    after: Conversation,
    entries: readonly LogEntry[],
    changed: readonly Ticket[],
    said: Said,
  ): void {
    const answers = entries.flatMap((entry) => (entry.type === 'bot_message' ? [entry] : []));
    const isBots = before === null || before.state === 'bot' || before.state === 'closed';
    if (isBots && answers.length === 0) throw new TalkFault('the bot owes an answer');
    if (after.botDue.length > 0) throw new TalkFault('an answer is still owed');
    for (const { text } of answers) {
      if (text.trim() === '') throw new TalkFault('the bot says nothing');
      if (
        /\{\{|undefined|\[object|NaN/.test(text.replaceAll(said.text, '')) &&
        !/undefined|NaN|\{\{/.test(this.#log.join(''))
      )
        throw new TalkFault(`the bot speaks of what is not there: ${text}`);
    }
    if (entries.some(({ type }) => type === 'handoff')) this.#count('handoff');
    const form = before?.form ?? null;
    if (form !== null && after.form?.form !== form.form) this.#ended(form, changed, answers.length);
    else if (form === null && after.form === null && answers.length > 0) this.#count('answer');
    const fault = this.#prompts.note(form, after.form, answers.at(-1) ?? null, this.#knowledge.forms, after.locale);
    if (fault !== null) throw new TalkFault(fault);
    this.#buttons = answers.at(-1)?.quickReplies ?? [];
    this.#seen.push(...this.#buttons);
  }

  /** A form that is gone was sent, and then all of it stands in a ticket, or was left, and the visitor was told. */
  #ended(form: NonNullable<Conversation['form']>, changed: readonly Ticket[], answers: number): void {
    if (answers === 0) throw new TalkFault(`the form ${form.form} is gone without a word`);
    const ticket = changed.find((one) => one.form === form.form);
    if (ticket === undefined) return this.#count('cancellation');
    this.#count('ticket');
    const told = new Set(ticket.details.map(({ slot }) => slot));
    const lost = Object.keys(form.slots).filter((slot) => !told.has(slot));
    if (lost.length > 0) throw new TalkFault(`${lost.join(', ')} was told and is not in the ticket`);
  }

  async #owner(): Promise<void> {
    const conversation = await this.#conversation();
    const deed = pick(this.#random, ['here', 'away', 'takes over', 'writes', 'hands back', 'closes'] as const);
    this.#log.push(`owner: (${deed})`);
    if (deed === 'here' || deed === 'away') this.#desk.here = deed === 'here';
    else if (conversation === null) return;
    else if (deed === 'takes over') await takeOverConversation(this.#desk, this.#target(conversation));
    else if (deed === 'writes')
      await replyAsOwner(this.#desk, this.#target(conversation), 'Hello!', `o${++this.#said}`);
    else if (deed === 'hands back') await handBackToBot(this.#desk, this.#target(conversation));
    else await closeAsOwner(this.#desk, this.#target(conversation));
  }

  #count(outcome: string): void {
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
  }

  #target({ id }: Conversation) {
    const { site } = this.#desk;
    return { site: site.id, conversationId: id, ownerName: site.ownerName };
  }

  #conversation(): Promise<Conversation | null> {
    const { site, key } = this.#visitor as Visitor;
    return this.#desk.store.findConversationOfVisitor(site, key);
  }

  async #tickets(): Promise<Ticket[]> {
    const conversation = await this.#conversation();
    return conversation === null ? [] : this.#desk.store.ticketsOfConversation(conversation.site, conversation.key);
  }
}

import type { Appointment } from '@solodesk/core';
import { closeAsOwner, handBackToBot, replyAsOwner, sweepByTime, takeOverConversation } from '@solodesk/core/use-cases';
import { watchedStore } from '@solodesk/core/testing';
import type { TestDesk } from '@solodesk/core/testing';
import { takeOrders } from '../run-actions.ts';
import { RandomVisitor } from './random-visitor.ts';
import type { TalkWorld } from './random-visitor.ts';
import { TalkFault } from './talk-judge.ts';
import { pick } from './visitor-words.ts';
import type { Random } from './visitor-words.ts';

const MINUTE = 60_000;
const YEAR_MINUTES = 400 * 24 * 60;
const JUMPS = [MINUTE, 11 * MINUTE, 65 * MINUTE, 26 * 60 * MINUTE, 9 * 24 * 60 * MINUTE];
const ORDERS = 'TL-1042 lena@mail.example shipped; TL-1043 li.wei@mail.example packing';
const DEEDS = ['here', 'away', 'takes over', 'writes', 'hands back', 'closes'] as const;

/**
 * One conversation of chance, sometimes two at once on the same site, from the first word until no form is open.
 * @param log filled as it goes, so that it can be read after a fault
 * @throws TalkFault, or whatever the desk throws
 */
export async function randomTalk(
  open: (desk?: TestDesk) => TestDesk,
  random: Random,
  log: string[],
): Promise<{ outcomes: Record<string, number> }> {
  const talk = new RandomTalk(open, random, log);
  await talk.begin();
  const steps = 3 + Math.floor(random() * 20);
  for (let step = 0; step < steps; step++) await talk.step();
  await talk.end();
  return talk;
}

class RandomTalk implements TalkWorld {
  readonly outcomes: Record<string, number> = {};
  readonly random: Random;
  readonly log: string[];
  readonly planned;
  desk: TestDesk;
  readonly #open;
  readonly #visitors: RandomVisitor[] = [];
  #appointments = new Map<string, Appointment>();
  #written = 0;

  constructor(open: (desk?: TestDesk) => TestDesk, random: Random, log: string[]) {
    this.#open = open;
    this.random = random;
    this.log = log;
    this.desk = open();
    const { store, planned } = watchedStore(this.desk.store);
    this.desk = Object.assign(this.desk, { store });
    this.planned = planned;
  }

  get isBooked(): boolean {
    return this.#appointments.size > 0;
  }

  count(outcome: string): void {
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
  }

  async begin(): Promise<void> {
    const { random, desk } = this;
    desk.here = random() < 0.6;
    desk.clock.advance(Math.floor(random() * YEAR_MINUTES) * MINUTE);
    await takeOrders(desk, ORDERS);
    const names = random() < 0.2 ? ['ann', 'bob'] : ['visitor'];
    for (const name of names) this.#visitors.push(await RandomVisitor.arrive(this, name));
  }

  async step(): Promise<void> {
    const visitor = pick(this.random, this.#visitors);
    const chance = this.random();
    if (chance < 0.8) await visitor.speak();
    else if (chance < 0.84) this.#restart();
    else if (chance < 0.88) await this.#wait();
    else if (chance < 0.91) await visitor.answerMail();
    else if (chance < 0.93) await visitor.rate();
    else await this.#owner(visitor);
    await this.#watchAppointments();
  }

  async end(): Promise<void> {
    for (const visitor of this.#visitors) {
      const conversation = await visitor.conversation();
      if (conversation?.state === 'owner' || conversation?.state === 'waiting')
        await handBackToBot(this.desk, this.#target(conversation.id));
      await visitor.leave();
    }
    await this.#watchAppointments();
    const { site, store } = this.desk;
    const conversations = await Promise.all(this.#visitors.map((visitor) => visitor.conversation()));
    const tickets = await Promise.all(
      conversations.flatMap((one) => (one === null ? [] : [store.ticketsOfConversation(site.id, one.key)])),
    );
    const numbers = tickets.flat().map(({ number }) => number);
    if (new Set(numbers).size !== numbers.length) throw new TalkFault('two tickets have one number');
  }

  #restart(): void {
    this.log.push('restart');
    this.desk = this.#open(this.desk);
  }

  async #wait(): Promise<void> {
    const jump = pick(this.random, JUMPS);
    this.log.push(`clock: +${jump / MINUTE} minutes`);
    this.desk.clock.advance(jump);
    await sweepByTime(this.desk);
  }

  async #owner(visitor: RandomVisitor): Promise<void> {
    const conversation = await visitor.conversation();
    const deed = pick(this.random, DEEDS);
    this.log.push(`owner: (${deed})`);
    if (deed === 'here' || deed === 'away') {
      this.desk.here = deed === 'here';
      return;
    }
    if (conversation === null) return;
    const target = this.#target(conversation.id);
    if (deed === 'takes over') await takeOverConversation(this.desk, target);
    else if (deed === 'writes') await replyAsOwner(this.desk, target, 'Hello!', `o${++this.#written}`);
    else if (deed === 'hands back') await handBackToBot(this.desk, target);
    else await closeAsOwner(this.desk, target);
    this.count(`owner ${deed}`);
  }

  /** What is booked stays so until it is moved or cancelled, and no time is sold twice. */
  async #watchAppointments(): Promise<void> {
    const { store, site } = this.desk;
    const booked = await store.appointmentsBetween(site.id, { from: 0, to: Number.MAX_SAFE_INTEGER });
    for (const [at, { startsAt }] of booked.entries())
      if (startsAt < (booked[at - 1]?.endsAt ?? 0)) throw new TalkFault('a time is sold twice');
    for (const { id, sequence } of booked) {
      const before = this.#appointments.get(id);
      if (before === undefined) this.count('booked');
      else if (before.sequence < sequence) this.count('moved');
    }
    const now = new Map(booked.map((one) => [one.id, one]));
    for (const id of this.#appointments.keys()) if (!now.has(id)) this.count('booking cancelled');
    this.#appointments = now;
  }

  #target(conversationId: string) {
    const { site } = this.desk;
    return { site: site.id, conversationId, ownerName: site.ownerName };
  }
}

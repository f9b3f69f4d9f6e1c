import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { LogEntry } from '../../domain/conversation/log-event.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Visitor } from '../../domain/visitor.ts';
import {
  closeAsOwner,
  handBackToBot,
  replyAsOwner,
  takeOverConversation,
} from '../../use-cases/conversation/act-as-owner.ts';
import { joinByMail } from '../../use-cases/notices/join-by-mail.ts';
import { receiveVisitorMessage } from '../../use-cases/conversation/receive-visitor-message.ts';
import { sweepByTime } from '../../use-cases/sweep-by-time.ts';
import { anonymous } from '../contract/stage.ts';
import type { TestDesk } from '../test-desk.ts';
import type { Transcript, TranscriptLine } from './parse-transcript.ts';
import { askedDetails } from './asked-details.ts';
import { ticketFacts } from './ticket-facts.ts';
import { watchedStore } from './watched-store.ts';

/** What a played transcript came to. */
export interface Played {
  /** `line 12: the bot said "…", not "…"`; empty when all is as it is written. */
  readonly failures: readonly string[];
  /** How many questions each form asked until its ticket. */
  readonly questions: readonly number[];
  /** How many details the forms with a ticket asked for, each once a form. One that is neither in the ticket nor skipped is a failure. */
  readonly details: number;
  /** Everything that was said, to be read when something failed. */
  readonly log: readonly string[];
}

type BotMessage = Extract<LogEntry, { type: 'bot_message' }>;

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
/** Between two lines. */
const PACE_MS = 5_000;

/**
 * Plays a transcript on a desk, through the same doors as visitors and owners use.
 * @param reopen a desk on the same store and clock, as after a restart
 * @param run carries out what is asked for meanwhile, after each message
 */
export async function playTranscript(
  transcript: Transcript,
  desk: TestDesk,
  reopen: (desk: TestDesk) => TestDesk,
  run: (desk: TestDesk) => Promise<void> = async () => undefined,
): Promise<Played> {
  const player = new Player(desk, transcript, run);
  for (const line of transcript.lines) {
    if (line.kind === 'restart') player.desk = reopen(player.desk);
    else await player.play(line);
  }
  return player;
}

class Player implements Played {
  desk: TestDesk;
  readonly failures: string[] = [];
  readonly questions: number[] = [];
  details = 0;
  readonly log: string[] = [];
  readonly #transcript: Transcript;
  readonly #run: (desk: TestDesk) => Promise<void>;
  readonly #visitors = new Map<number, Visitor>();
  readonly #planned;
  #who = 1;
  #said = 0;
  /** The slots that the open form asked for, question by question, by visitor. */
  readonly #asked = new Map<number, readonly string[]>();
  /** What the bot said to the last message; the last of it holds the buttons. */
  #answers: readonly BotMessage[] = [];
  /** Those that the last message made or changed. */
  #tickets: readonly Ticket[] = [];
  #mails = 0;
  readonly #versions = new Map<string, number>();

  constructor(desk: TestDesk, transcript: Transcript, run: (desk: TestDesk) => Promise<void>) {
    this.#run = run;
    const { store, planned } = watchedStore(desk.store);
    this.#planned = planned;
    this.desk = Object.assign(desk, { store });
    this.#transcript = transcript;
    this.desk.here = transcript.settings['desk'] !== 'away';
    const { now } = transcript.settings;
    if (now !== undefined) this.desk.clock.set(Date.parse(now));
  }

  async play(line: TranscriptLine): Promise<void> {
    const { text } = line;
    const answer = this.#answers.at(-1);
    const said = this.#answers.map((message) => message.text).join('\n\n');
    switch (line.kind) {
      case 'visitor':
        return this.#speak(line.who, text);
      case 'press':
        return this.#press(line);
      case 'mail':
        return this.#mail(text);
      case 'bot':
        return this.#check(line, said.includes(text), `the bot said ${JSON.stringify(said)}`);
      case 'not':
        return this.#check(line, !said.includes(text), `the bot said ${JSON.stringify(said)}`);
      case 'asks': {
        const slot = answer?.ask?.slot ?? 'nothing';
        return this.#check(line, slot === text, `the bot asked for ${slot}: ${JSON.stringify(said)}`);
      }
      case 'buttons': {
        const labels = answer?.quickReplies?.map(({ label }) => label) ?? [];
        const all = text.split('|').every((label) => labels.includes(label.trim()));
        return this.#check(line, all, `the buttons are ${labels.join(' | ')}`);
      }
      case 'ticket':
        return this.#checkTicket(line);
      case 'questions': {
        const asked = this.questions.at(-1) ?? Infinity;
        return this.#check(line, asked <= Number(text), `${asked} questions`);
      }
      case 'state': {
        const state = (await this.#conversation())?.state ?? 'none';
        return this.#check(line, state === text, `it is ${state}`);
      }
      case 'mailed': {
        const sent = JSON.stringify(this.#planned.slice(this.#mails).filter(({ kind }) => kind === 'mail'));
        return this.#check(
          line,
          text === 'nothing' ? sent === '[]' : sent.includes(text),
          `what was mailed is ${sent}`,
        );
      }
      case 'clock':
        return this.#wait(line);
      default:
        return this.#owner(text);
    }
  }

  async #speak(who: number, text: string, intent?: string): Promise<void> {
    this.#who = who;
    const visitor = await this.#visitor();
    this.log.push(`visitor${who === 1 ? '' : ` ${who}`}: ${text}`);
    await this.#turn(async () => {
      const words = { text, clientId: `t${++this.#said}`, ...(intent !== undefined && { intent }) };
      await receiveVisitorMessage(this.desk, visitor, words);
    });
  }

  /** An answer to the last mail that went to somebody, from their address. */
  async #mail(text: string): Promise<void> {
    const { site } = this.desk;
    const last = [...this.#planned]
      .reverse()
      .find(({ kind, payload }) => kind === 'mail' && payload.conversation !== null);
    if (last?.kind !== 'mail' || last.payload.conversation === null) throw new Error('no mail can be answered yet');
    const { conversation, to } = last.payload;
    this.log.push(`mail: ${text}`);
    await this.#turn(async () => {
      const mailed = { site: site.id, conversation, id: this.desk.ids.uuid(), text, files: [], from: to.address };
      if ((await joinByMail(this.desk, mailed)) !== 'joined') throw new Error('the mail was refused');
    });
  }

  /** One message, and all that came of it. */
  async #turn(speak: () => Promise<void>): Promise<void> {
    this.desk.clock.advance(PACE_MS);
    const before = await this.#conversation();
    this.#mails = this.#planned.length;
    await speak();
    await this.#run(this.desk);
    const after = (await this.#conversation()) as Conversation;
    const events = await this.desk.store.readLog(after.key, { after: before?.lastSeq ?? 0, limit: 30 });
    this.#answers = events.flatMap(({ entry }) => (entry.type === 'bot_message' ? [entry] : []));
    for (const { text } of this.#answers) this.log.push(`bot: ${text}`);
    await this.#notice(before, after);
  }

  /** What became of tickets and of the form. */
  async #notice(before: Conversation | null, after: Conversation): Promise<void> {
    const tickets = await this.desk.store.ticketsOfConversation(after.site, after.key);
    this.#tickets = tickets.filter(({ id, version }) => this.#versions.get(id) !== version);
    for (const { id, version } of tickets) this.#versions.set(id, version);
    for (const ticket of this.#tickets)
      this.log.push(`ticket: ${JSON.stringify(Object.fromEntries(ticketFacts(ticket)))}`);
    const asked = this.#asked.get(this.#who) ?? [];
    const ended = before !== null && before.form !== null && before.form.form !== after.form?.form ? before.form : null;
    const ticket = this.#tickets.find(({ form }) => form === ended?.form);
    if (ended !== null && ticket !== undefined) {
      this.questions.push(asked.length);
      const details = askedDetails(asked);
      this.details += details.length;
      const facts = ticketFacts(ticket);
      // A telephone does as well as an address, where one was told in its place.
      const isTold = (name: string) => facts.has(name) || (name === 'email' && ended.slots['phone'] !== undefined);
      const lacking = details.filter((name) => !ended.skipped.includes(name) && !isTold(name));
      this.failures.push(...lacking.map((name) => `ticket ${ticket.number} lacks ${name}`));
    }
    const isNew = before?.form?.form !== after.form?.form;
    const slot = this.#answers.at(-1)?.ask?.slot;
    this.#asked.set(this.#who, [...(isNew ? [] : asked), ...(slot === undefined ? [] : [slot])]);
  }

  async #press(line: TranscriptLine): Promise<void> {
    const button = this.#answers.at(-1)?.quickReplies?.find(({ label }) => label === line.text);
    if (button === undefined) return this.#check(line, false, 'there is no such button');
    return this.#speak(line.who, button.label, button.intent);
  }

  #checkTicket(line: TranscriptLine): void {
    const found = this.#tickets.map(ticketFacts);
    if (line.text === 'none') return this.#check(line, found.length === 0, 'there is a ticket');
    for (const pair of line.text.split(';')) {
      const [slot = '', value = ''] = pair.split('=').map((part) => part.trim());
      const got = found.map((facts) => facts.get(slot) ?? '');
      this.#check(
        line,
        got.includes(value),
        found.length === 0 ? 'there is no ticket' : `${slot} is ${got.join(' / ')}`,
      );
    }
  }

  async #owner(text: string): Promise<void> {
    this.desk.clock.advance(PACE_MS);
    const { site } = this.desk;
    if (text === '(here)' || text === '(away)') {
      this.desk.here = text === '(here)';
      return;
    }
    const conversation = await this.#conversation();
    if (conversation === null) throw new Error('the owner has nobody to talk with yet');
    const target = { site: site.id, conversationId: conversation.id, ownerName: site.ownerName };
    this.log.push(`owner: ${text}`);
    if (text === '(takes over)') await takeOverConversation(this.desk, target);
    else if (text === '(hands back)') await handBackToBot(this.desk, target);
    else if (text === '(closes)') await closeAsOwner(this.desk, target);
    else await replyAsOwner(this.desk, target, text, `o${++this.#said}`);
  }

  /** With what time alone makes due. */
  async #wait(line: TranscriptLine): Promise<void> {
    const [, count = '0', unit = ''] = /^\+(\d+) (minute|hour|day)s?$/.exec(line.text) ?? [];
    const moment = Date.parse(line.text);
    if (unit !== '') this.desk.clock.advance(Number(count) * UNITS[unit as keyof typeof UNITS]);
    else if (!Number.isNaN(moment)) this.desk.clock.set(moment);
    else throw new Error(`line ${line.line}: ${line.text} is no time`);
    this.log.push(`clock: ${line.text}`);
    await sweepByTime(this.desk);
  }

  #check({ line, kind, text }: TranscriptLine, holds: boolean, found: string): void {
    if (!holds) this.failures.push(`line ${line}, ${kind}: ${text} — but ${found}`);
  }

  async #conversation(): Promise<Conversation | null> {
    const { site, key } = await this.#visitor();
    return this.desk.store.findConversationOfVisitor(site, key);
  }

  async #visitor(): Promise<Visitor> {
    const known = this.#visitors.get(this.#who);
    if (known !== undefined) return known;
    const { locale, claims = '', zone = null } = this.#transcript.settings;
    const pairs = claims.split(',').flatMap((pair): [string, string][] => {
      const [name, value] = pair.split('=').map((part) => part.trim());
      return name && value ? [[name, value]] : [];
    });
    const visitor = anonymous(this.desk.site.id, this.desk.ids.uuid(), {
      claims: this.#who === 1 ? Object.fromEntries(pairs) : {},
      locale: locale === 'zh' ? 'zh' : 'en',
      timeZone: zone,
    });
    const made = await this.desk.store.createVisitor(visitor, this.desk.ids.token());
    this.#visitors.set(this.#who, made);
    return made;
  }
}

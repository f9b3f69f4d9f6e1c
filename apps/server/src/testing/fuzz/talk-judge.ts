import type { Conversation, Form, LogEntry, OutboxEntry, Ticket } from '@solodesk/core';
import { PromptCount } from './prompt-count.ts';

/** Something that must not happen in any conversation, whatever is said. */
export class TalkFault extends Error {}

export type BotMessage = Extract<LogEntry, { type: 'bot_message' }>;

/** One message of a visitor, and all that came of it. */
export interface Turn {
  readonly text: string;
  readonly before: Conversation | null;
  readonly after: Conversation;
  readonly entries: readonly LogEntry[];
  /** Tickets that it made or changed. */
  readonly changed: readonly Ticket[];
  /** Of the site. */
  readonly tickets: readonly Ticket[];
  /** Mails and the like that it caused. */
  readonly planned: readonly OutboxEntry[];
  /** The bot has to answer although it has not the word: by mail, with a form open. */
  readonly toForm: boolean;
  readonly forms: readonly Form[];
}

const NOT_THERE = /\{\{|undefined|\[object|NaN/;

/** Judges each turn of one visitor, and counts how their requests end. */
export class TalkJudge {
  readonly #count: (outcome: string) => void;
  readonly #prompts = new PromptCount();
  /** All that visitors and pages have said. */
  readonly #heard: string[] = [];

  constructor(count: (outcome: string) => void) {
    this.#count = count;
  }

  hear(words: string): void {
    this.#heard.push(words);
  }

  judge(turn: Turn): void {
    const { before, after, entries, changed, toForm, forms } = turn;
    const answers = entries.flatMap((entry) => (entry.type === 'bot_message' ? [entry] : []));
    const isBots = toForm || before === null || before.state === 'bot' || before.state === 'closed';
    if (isBots && answers.length === 0) throw new TalkFault('the bot owes an answer');
    if (after.botDue.length > 0) throw new TalkFault('an answer is still owed');
    for (const { text } of answers) this.#read(text, turn);
    this.#judgeMails(turn);
    const handoff = entries.find(({ type }) => type === 'handoff');
    if (handoff?.type === 'handoff') this.#count(handoff.reason === 'emergency' ? 'emergency' : 'handoff');
    if (changed.some(({ complaint }) => complaint !== undefined)) this.#count('complaint');
    const form = before?.form ?? null;
    if (form !== null && after.form?.form !== form.form) this.#ended(form, changed, answers.length);
    else if (form === null && after.form === null && answers.length > 0) this.#count('answer');
    const fault = this.#prompts.note(form, after.form, answers.at(-1) ?? null, forms, after.locale);
    if (fault !== null) throw new TalkFault(fault);
  }

  #read(text: string, { text: said, tickets }: Turn): void {
    const heard = this.#heard.join('\n');
    if (text.trim() === '') throw new TalkFault('the bot says nothing');
    if (NOT_THERE.test(text.replaceAll(said, '')) && !NOT_THERE.test(heard))
      throw new TalkFault(`the bot speaks of what is not there: ${text}`);
    for (const [name, number] of text.matchAll(/\b[A-Z]+-T(\d+)\b/g))
      if (!heard.includes(name) && !tickets.some((ticket) => ticket.number === Number(number)))
        throw new TalkFault(`the bot promises ${name}, which is not there`);
    if (/^(?:Order|订单) TL-104/m.test(text)) this.#count('order shown');
  }

  /** Nobody is written to who did not give the address. */
  #judgeMails({ planned }: Turn): void {
    const heard = this.#heard.join('\n').replaceAll('＠', '@').toLowerCase();
    for (const entry of planned) {
      if (entry.kind !== 'mail' || entry.payload.conversation === null) continue;
      const { address } = entry.payload.to;
      if (!heard.includes(address.toLowerCase())) throw new TalkFault(`a mail goes to ${address}, whom nobody named`);
      this.#count('mail sent');
    }
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
}

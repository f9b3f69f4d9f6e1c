import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { FormState } from '../../domain/dialogue/forms/form-state.ts';
import type { LogEntry } from '../../domain/conversation/log-event.ts';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import { dayAt } from '../../domain/dialogue/forms/calendar-day.ts';
import { formBook } from '../../domain/dialogue/forms/form-book.ts';
import { stepForm } from '../../domain/dialogue/forms/step-form.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { closeAsOwner, handBackToBot, replyAsOwner, takeOverConversation } from '../../use-cases/act-as-owner.ts';
import { receiveVisitorMessage } from '../../use-cases/receive-visitor-message.ts';
import { anonymous } from '../contract/stage.ts';
import type { TestDesk } from '../test-desk.ts';
import type { Transcript, TranscriptLine } from './parse-transcript.ts';

/** What a played transcript came to. */
export interface Played {
  /** `line 12: the bot said "…", not "…"`; empty when all is as it is written. */
  readonly failures: readonly string[];
  /** How many questions each form asked until its ticket. */
  readonly questions: readonly number[];
  /** Everything that was said, to be read when something failed. */
  readonly log: readonly string[];
}

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
/** Between two lines. */
const PACE_MS = 5_000;

/**
 * Plays a transcript on a desk, through the same doors as visitors and owners use.
 * @param reopen a desk on the same store and clock, as after a restart
 */
export async function playTranscript(
  transcript: Transcript,
  desk: TestDesk,
  reopen: (desk: TestDesk) => TestDesk,
): Promise<Played> {
  const player = new Player(desk, transcript);
  await player.arrive();
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
  readonly log: string[] = [];
  readonly #transcript: Transcript;
  #visitor: Visitor | null = null;
  #said = 0;
  #asked = 0;
  /** The bot's last message. */
  #answer: Extract<LogEntry, { type: 'bot_message' }> | null = null;
  #ticket: TicketDraft | null = null;

  constructor(desk: TestDesk, transcript: Transcript) {
    this.desk = desk;
    this.#transcript = transcript;
  }

  async arrive(): Promise<void> {
    const { locale, claims = '', desk } = this.#transcript.settings;
    const pairs = claims.split(',').flatMap((pair): [string, string][] => {
      const [name, value] = pair.split('=').map((part) => part.trim());
      return name && value ? [[name, value]] : [];
    });
    this.desk.here = desk !== 'away';
    const site = this.desk.site.id;
    const visitor = anonymous(site, this.desk.ids.uuid(), {
      claims: Object.fromEntries(pairs),
      locale: locale === 'zh' ? 'zh' : 'en',
    });
    this.#visitor = await this.desk.store.createVisitor(visitor, this.desk.ids.token());
  }

  async play(line: TranscriptLine): Promise<void> {
    const { text } = line;
    const answer = this.#answer;
    switch (line.kind) {
      case 'visitor':
        return this.#speak(text);
      case 'press':
        return this.#press(line);
      case 'bot':
        return this.#check(line, answer?.text.includes(text) === true, `the bot said ${JSON.stringify(answer?.text)}`);
      case 'not':
        return this.#check(line, answer?.text.includes(text) !== true, `the bot said ${JSON.stringify(answer?.text)}`);
      case 'asks': {
        const slot = answer?.ask?.slot ?? 'nothing';
        return this.#check(line, slot === text, `the bot asked for ${slot}: ${JSON.stringify(answer?.text)}`);
      }
      case 'buttons': {
        const labels = answer?.quickReplies?.map(({ label }) => label) ?? [];
        const all = text.split('|').every((label) => labels.includes(label.trim()));
        return this.#check(line, all, `the buttons are ${labels.join(' | ')}`);
      }
      case 'ticket':
        return this.#checkTicket(line);
      case 'questions':
        return this.#check(
          line,
          (this.questions.at(-1) ?? Infinity) <= Number(text),
          `${this.questions.at(-1)} questions`,
        );
      case 'clock':
        return this.#wait(line);
      default:
        return this.#owner(text);
    }
  }

  async #speak(text: string, intent?: string): Promise<void> {
    this.desk.clock.advance(PACE_MS);
    const before = (await this.#conversation())?.form ?? null;
    const words = { text, clientId: `t${++this.#said}`, ...(intent !== undefined && { intent }) };
    const visitor = this.#visitor as Visitor;
    const { conversation, seq } = await receiveVisitorMessage(this.desk, visitor, words);
    this.log.push(`visitor: ${text}`);
    this.#answer = null;
    for (const { entry } of await this.desk.store.readLog(conversation.key, { after: seq, limit: 20 })) {
      if (entry.type !== 'bot_message') continue;
      this.#answer = entry;
      this.log.push(`bot: ${entry.text}`);
    }
    await this.#notice(before, conversation, { text, intent });
  }

  /** What became of the form: its step, taken once more, tells. */
  async #notice(
    before: FormState | null,
    { form: after, locale }: Conversation,
    said: { text: string; intent?: string | undefined },
  ) {
    this.#ticket = null;
    const { desk } = this;
    const at = desk.clock.now();
    const forms = formBook(desk.knowledge.of(desk.site.id)?.forms ?? []).byName;
    if (before !== null && before.form !== after?.form) {
      const event = {
        type: 'words',
        words: said.intent === undefined ? said.text : '',
        found: [],
        heard: null,
      } as const;
      const moment = { locale, at, today: dayAt(at, desk.site.timeZone), pressed: said.intent ?? null };
      const { effects } = stepForm(before, { ...event, ...moment }, { forms, address: desk.site.voice.address });
      this.#ticket = effects.find((effect) => effect.type === 'ticket')?.draft ?? null;
      if (this.#ticket !== null) this.questions.push(this.#asked);
    }
    if (before?.form !== after?.form) this.#asked = 0;
    if (this.#answer?.ask !== undefined) this.#asked++;
  }

  async #press(line: TranscriptLine): Promise<void> {
    const button = this.#answer?.quickReplies?.find(({ label }) => label === line.text);
    if (button === undefined) return this.#check(line, false, 'there is no such button');
    return this.#speak(button.label, button.intent);
  }

  #checkTicket(line: TranscriptLine): void {
    const ticket = this.#ticket;
    if (line.text === 'none') return this.#check(line, ticket === null, 'there is a ticket');
    const found = new Map<string, string>([
      ...(ticket?.details ?? []).map(({ slot, value }): [string, string] => [slot, value]),
      ['form', ticket?.form ?? ''],
      ['subject', ticket?.subject ?? ''],
      ['missing', ticket?.missing.join(', ') ?? ''],
    ]);
    for (const pair of line.text.split(';')) {
      const [slot = '', value = ''] = pair.split('=').map((part) => part.trim());
      const got = ticket === null ? 'no ticket' : (found.get(slot) ?? 'nothing');
      this.#check(line, ticket !== null && got === value, `${slot} is ${got}`);
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

  #wait(line: TranscriptLine): void {
    const [, count = '0', unit = ''] = /^\+(\d+) (minute|hour|day)s?$/.exec(line.text) ?? [];
    if (unit === '') throw new Error(`line ${line.line}: ${line.text} is no time`);
    this.desk.clock.advance(Number(count) * UNITS[unit as keyof typeof UNITS]);
    this.log.push(`clock: ${line.text}`);
  }

  #check({ line, kind, text }: TranscriptLine, holds: boolean, found: string): void {
    if (!holds) this.failures.push(`line ${line}, ${kind}: ${text} — but ${found}`);
  }

  #conversation(): Promise<Conversation | null> {
    const visitor = this.#visitor as Visitor;
    return this.desk.store.findConversationOfVisitor(visitor.site, visitor.key);
  }
}

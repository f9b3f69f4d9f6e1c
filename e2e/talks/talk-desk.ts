import { randomUUID } from 'node:crypto';
import { Dovecot, MailServer, someAnswer } from '@solodesk/notify/testing';
import type { Transcript } from '@solodesk/core/testing/transcripts';
import { DeskServer } from '../fixtures/desk-server.ts';
import { HostServer } from '../fixtures/host-server.ts';
import { RawOwner } from '../fixtures/raw-owner.ts';
import { TALK_SITES } from '../fixtures/sites.ts';
import { OWNER } from '../pages/console-page.ts';

/** The parts of a ticket that other systems may read. */
export interface SeenTicket {
  name: string;
  number: number;
  state: 'new' | 'open' | 'waiting' | 'solved' | 'closed';
  subject: string;
  category: string;
  level: string;
  locale: string;
  conversation: string | null;
  details: { slot: string; value: string | null }[];
  missing: string[];
  contact: Record<string, string>;
  updatedAt: string;
}

/** When written conversations take place, unless they say so: as in the tests without a browser. */
const SOME_MONDAY = Date.UTC(2026, 0, 5, 9);
/** How long before the talk what is ordered was ordered. */
const ORDERED_BEFORE_MS = 5 * 86_400_000;
/** The demo's site. */
export const SHOP = 'shop';

const API_SCOPES = ['tickets:read', 'orders:write'] as const;

/**
 * The real server of written conversations, with its owner, a mail server and, where somebody answers a mail, a mailbox. Visitors are
 * new each time, so that conversations that leave the server and its clock alone can take place at one desk, one after the other.
 */
export class TalkDesk {
  readonly host: HostServer;
  readonly owner: RawOwner;
  readonly mails: MailServer;
  readonly desk: DeskServer;
  /** How far the clock of all who take part is from the machine's. Milliseconds. */
  clockShift: number;
  readonly #mailbox: Dovecot | null;
  /** Of each site that something took place at. */
  readonly #keys = new Map<string, string>();

  private constructor(
    { host, owner, mails, desk, clockShift }: Pick<TalkDesk, 'host' | 'owner' | 'mails' | 'desk' | 'clockShift'>,
    mailbox: Dovecot | null,
  ) {
    this.host = host;
    this.owner = owner;
    this.mails = mails;
    this.desk = desk;
    this.clockShift = clockShift;
    this.#mailbox = mailbox;
  }

  /** @param transcripts what shall take place, all of it at the time of the first */
  static async open(transcripts: readonly Transcript[]): Promise<TalkDesk> {
    const now = transcripts[0]?.settings['now'];
    const clockShift = (now === undefined ? SOME_MONDAY : Date.parse(now)) - Date.now();
    const [host, mails] = await Promise.all([HostServer.create(), MailServer.start()]);
    const isMailed = transcripts.some(({ lines }) => lines.some(({ kind }) => kind === 'mail'));
    const mailbox = isMailed ? await Dovecot.start() : null;
    const packs = transcripts.map(siteOf).filter((site) => site !== SHOP);
    const desk = await DeskServer.create(
      [host.url],
      Object.fromEntries(packs.map((site) => [site, TALK_SITES[site]!])),
      {
        LIMITS: 'off',
        SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
        MAIL_FROM: 'Desk <desk@shop.example>',
        ...(mailbox && { IMAP_URL: mailbox.url() }),
      },
      { clockShift, isNew: true },
    );
    host.deskUrl = desk.url;
    const owner = await RawOwner.setUp(desk);
    return new TalkDesk({ host, owner, mails, desk, clockShift }, mailbox);
  }

  /** Makes the desk what a conversation begins with. */
  async prepare(transcript: Transcript): Promise<void> {
    const site = siteOf(transcript);
    if (!this.#keys.has(site)) this.#keys.set(site, await this.owner.makeKey(site, API_SCOPES));
    await this.owner.beHere(site, transcript.settings['desk'] !== 'away');
    await this.#takeOrders(site, transcript.settings['orders'] ?? '');
  }

  /** As after a power cut, `later` milliseconds on. */
  async restart(later = 0): Promise<void> {
    await this.desk.kill();
    this.clockShift += later;
    this.desk.shiftClock(this.clockShift);
    await this.desk.start();
  }

  async tickets(site: string, conversation: string): Promise<SeenTicket[]> {
    const response = await this.#call(site, 'GET', '/api/tickets');
    const { items } = (await response.json()) as { items: SeenTicket[] };
    return items.filter((ticket) => ticket.conversation === conversation);
  }

  /** Mails to customers so far, and to whom each went; the owner's own are none of them. */
  get customerMails(): { to: string; mail: MailServer['mails'][number] }[] {
    return this.mails.mails
      .map((mail, index) => ({ mail, to: this.mails.sessions[index]?.to[0] ?? '' }))
      .filter(({ to }) => to !== OWNER.email);
  }

  /** Answers the last mail that a customer got, as their own program does. */
  async answerMail(text: string): Promise<void> {
    const { to, mail } = this.customerMails.at(-1) ?? {};
    if (this.#mailbox === null || mail?.messageId === undefined) throw new Error('there is no mail to answer');
    await this.#mailbox.deliver(
      someAnswer({ from: to, inReplyTo: mail.messageId, messageId: `<${randomUUID()}@c>`, text }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.desk.dispose(), this.host.dispose(), this.mails.stop(), this.#mailbox?.remove()]);
  }

  async #takeOrders(site: string, orders: string): Promise<void> {
    const placedAt = new Date(Date.now() + this.clockShift - ORDERED_BEFORE_MS).toISOString();
    for (const order of orders.split(';').filter((one) => one.trim() !== '')) {
      const [number, email, status] = order.trim().split(/\s+/);
      await this.#call(site, 'POST', '/api/orders', { number, status, placedAt, customer: { email } });
    }
  }

  async #call(site: string, method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${this.desk.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#keys.get(site)}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  }
}

export function siteOf({ settings: { site = 'demo' } }: Transcript): string {
  return site === 'demo' ? SHOP : site;
}

/** Whether it turns the clock, ends the server or counts what happened there: then nothing else may take place at its desk. */
export function needsOwnDesk({ settings, lines }: Transcript): boolean {
  const turnsAround = lines.some(({ kind }) => kind === 'restart' || kind === 'clock' || kind === 'mail');
  const counts = lines.some(({ kind, text }) => kind === 'ticket' && /\bnumber =/.test(text));
  return settings['now'] !== undefined || turnsAround || counts;
}

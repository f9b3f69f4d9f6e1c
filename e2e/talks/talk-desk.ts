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

/** The real server of one written conversation, with its owner, a mail server and, where somebody answers a mail, a mailbox. */
export class TalkDesk {
  readonly site: string;
  readonly host: HostServer;
  readonly owner: RawOwner;
  readonly mails: MailServer;
  readonly desk: DeskServer;
  /** How far the clock of all who take part is from the machine's. Milliseconds. */
  clockShift: number;
  readonly #mailbox: Dovecot | null;
  readonly #key: string;

  private constructor(
    parts: Pick<TalkDesk, 'site' | 'host' | 'owner' | 'mails' | 'desk' | 'clockShift'>,
    key: string,
    mailbox: Dovecot | null,
  ) {
    this.site = parts.site;
    this.host = parts.host;
    this.owner = parts.owner;
    this.mails = parts.mails;
    this.desk = parts.desk;
    this.clockShift = parts.clockShift;
    this.#key = key;
    this.#mailbox = mailbox;
  }

  static async open({ settings, lines }: Transcript): Promise<TalkDesk> {
    const { site: of = 'demo', now, desk: presence } = settings;
    const site = of === 'demo' ? 'shop' : of;
    const clockShift = (now === undefined ? SOME_MONDAY : Date.parse(now)) - Date.now();
    const [host, mails] = await Promise.all([HostServer.create(), MailServer.start()]);
    const mailbox = lines.some(({ kind }) => kind === 'mail') ? await Dovecot.start() : null;
    const desk = await DeskServer.create(
      [host.url],
      of === 'demo' ? {} : { [site]: TALK_SITES[of]! },
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
    await owner.beHere(site, presence !== 'away');
    const key = await owner.makeKey(site, ['tickets:read', 'orders:write']);
    const opened = new TalkDesk({ site, host, owner, mails, desk, clockShift }, key, mailbox);
    await opened.#takeOrders(settings['orders'] ?? '');
    return opened;
  }

  /** As after a power cut, `later` milliseconds on. */
  async restart(later = 0): Promise<void> {
    await this.desk.kill();
    this.clockShift += later;
    this.desk.shiftClock(this.clockShift);
    await this.desk.start();
  }

  async tickets(conversation: string): Promise<SeenTicket[]> {
    const response = await this.#call('GET', '/api/tickets');
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

  async #takeOrders(orders: string): Promise<void> {
    const placedAt = new Date(Date.now() + this.clockShift - ORDERED_BEFORE_MS).toISOString();
    for (const order of orders.split(';').filter((one) => one.trim() !== '')) {
      const [number, email, status] = order.trim().split(/\s+/);
      await this.#call('POST', '/api/orders', { number, status, placedAt, customer: { email } });
    }
  }

  async #call(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${this.desk.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  }
}

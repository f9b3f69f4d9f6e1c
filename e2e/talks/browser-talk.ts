import { expect } from '@playwright/test';
import type { Browser, BrowserContext, Locator } from '@playwright/test';
import type { Transcript, TranscriptLine } from '@solodesk/core/testing/transcripts';
import { shiftDate } from '../fixtures/shift-date.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';
import { SHOP, siteOf } from './talk-desk.ts';
import type { SeenTicket, TalkDesk } from './talk-desk.ts';
import { WireEar } from './wire-ear.ts';

const MINUTE = 60_000;
const UNITS = { minute: MINUTE, hour: 60 * MINUTE, day: 1_440 * MINUTE } as const;
/** The step that a visitor sees a ticket at. */
const STEPS = {
  en: { new: 'Received', open: 'Being worked on', waiting: 'Being worked on', solved: 'Solved', closed: 'Solved' },
  zh: { new: '已收到', open: '处理中', waiting: '处理中', solved: '已解决', closed: '已解决' },
} as const;

interface Talker {
  readonly widget: WidgetPage;
  readonly ear: WireEar;
  readonly context: BrowserContext;
  /** Messages of the bot that came before the last turn. */
  said: number;
  /** What the tickets were then, by name. */
  tickets: Map<string, string>;
}

/**
 * Plays a written conversation in real widgets and, where the owner takes part, a real console; what the bot says, asks and
 * offers is read off the screen, and tickets off their cards and the API. Not looked at here: how many questions were asked.
 */
export class BrowserTalk {
  readonly #transcript: Transcript;
  readonly #site: string;
  readonly #desk: TalkDesk;
  readonly #browser: Browser;
  readonly #talkers = new Map<number, Talker>();
  #owner: ConsolePage | null = null;
  #who = 1;
  /** Mails that were sent before the last turn. */
  #mails = 0;

  constructor(transcript: Transcript, desk: TalkDesk, browser: Browser) {
    this.#transcript = transcript;
    this.#site = siteOf(transcript);
    this.#desk = desk;
    this.#browser = browser;
  }

  async play(line: TranscriptLine): Promise<void> {
    const { text } = line;
    const speaks = line.kind === 'visitor' || line.kind === 'press';
    const { widget, ear } = await this.#talker(speaks ? line : undefined);
    switch (line.kind) {
      case 'visitor':
        return this.#turn(line, () => widget.say(text));
      case 'press': {
        const button = widget.choices.and(widget.log.getByRole('button', { name: text, exact: true }));
        return this.#turn(line, () => button.click());
      }
      case 'mail':
        return this.#turn(line, () => this.#desk.answerMail(text));
      case 'bot':
        return expect.poll(() => this.#answers(), where(line)).toContain(plain(text));
      case 'not':
        return expect(await this.#answers(), where(line).message).not.toContain(plain(text));
      case 'asks':
        return this.#expectAsked(line);
      case 'buttons':
        for (const label of text.split('|')) {
          const button = widget.log.getByRole('button', { name: label.trim(), exact: true });
          await expect(widget.choices.and(button), where(line).message).toBeVisible();
        }
        return;
      case 'ticket':
        return this.#expectTicket(line);
      case 'state':
        return expect.poll(() => ear.state, where(line)).toBe(text);
      case 'mailed':
        if (text === 'nothing') return expect(this.#sent(), where(line).message).toBe('');
        return expect.poll(() => this.#sent(), where(line)).toContain(plain(text));
      case 'restart':
        return this.#goOnLater(0);
      case 'clock':
        return this.#wait(line);
      case 'owner':
        return this.#ownerDoes(text);
      case 'questions':
        return;
    }
  }

  async close(): Promise<void> {
    for (const { context } of this.#talkers.values()) await context.close();
    await this.#owner?.page.context().close();
  }

  /** Says something, and waits until the bot has answered, if it has the word. */
  async #turn(line: TranscriptLine, speak: () => Promise<void>): Promise<void> {
    this.#who = line.who;
    const talker = await this.#talker(line);
    const { widget, ear } = talker;
    talker.said = ear.botMessages.length;
    talker.tickets = await this.#versions(talker);
    this.#mails = this.#desk.customerMails.length;
    const mine = this.#saidIn(widget);
    const before = await mine.count();
    const answers = ear.state === 'bot' || ear.state === 'closed' || line.kind === 'mail';
    await speak();
    await expect(mine, where(line).message).toHaveCount(before + 1);
    if (answers) await expect.poll(() => ear.botMessages.length, where(line)).toBeGreaterThan(talker.said);
  }

  /** What the bot said since the last turn, as it stands in the widget. */
  async #answers(): Promise<string> {
    const { widget, said } = await this.#talker();
    const texts = await widget.said(this.#isChinese ? '助手' : 'Assistant').allInnerTexts();
    return plain(texts.slice(said).join('\n'));
  }

  /** The detail is known from the wire; that the widget says why it is asked for shows that it has its aids there. */
  async #expectAsked(line: TranscriptLine): Promise<void> {
    const { widget, ear } = await this.#talker();
    const asked = () => ear.botMessages.at(-1)?.ask;
    await expect.poll(() => asked()?.slot ?? 'nothing', where(line)).toBe(line.text);
    const { purpose = '' } = asked() ?? {};
    const aids = widget.frame.locator('.ask');
    if (line.text === 'nothing') await expect(aids, where(line).message).toHaveCount(0);
    else if (purpose !== '') await expect(aids, where(line).message).toContainText(purpose);
  }

  async #expectTicket(line: TranscriptLine): Promise<void> {
    const talker = await this.#talker();
    if (line.text === 'none') return expect(await this.#versions(talker), where(line).message).toEqual(talker.tickets);
    const pairs = line.text.split(';').map((pair) => pair.split('=').map((part) => part.trim()));
    const seen = () => this.#tickets(talker);
    for (const [fact = '', value = ''] of pairs) {
      // The form that it came from is the desk's own affair.
      if (fact === 'form') continue;
      await expect.poll(async () => (await seen()).map((one) => factOf(one, fact)), where(line)).toContain(value);
    }
    const texts = STEPS[this.#isChinese ? 'zh' : 'en'];
    for (const { name, state } of await seen()) {
      const card = talker.widget.log.getByRole('region', { name: `${name}: ${texts[state]}` });
      await expect(card, where(line).message).toHaveCount(1);
    }
  }

  #sent(): string {
    const sent = this.#desk.customerMails.slice(this.#mails).map(({ to, mail }) => {
      const files = mail.attachments.map(({ content }) => content.toString());
      return [to, mail.subject ?? '', mail.text ?? '', ...files].join('\n');
    });
    return plain(sent.join('\n'));
  }

  async #wait({ text, line }: TranscriptLine): Promise<void> {
    const [, count = '0', unit = ''] = /^\+(\d+) (minute|hour|day)s?$/.exec(text) ?? [];
    if (unit === '') throw new Error(`line ${line}: ${text} is no time that a browser can wait`);
    return this.#goOnLater(Number(count) * UNITS[unit as keyof typeof UNITS]);
  }

  /** The server dies and starts again; the visitor comes back to the page, and not to a tab that tries again by itself later. */
  async #goOnLater(later: number): Promise<void> {
    await this.#desk.restart(later);
    for (const { context, widget } of this.#talkers.values()) {
      const mine = this.#saidIn(widget);
      const before = await mine.count();
      await context.addInitScript(shiftDate, later);
      await widget.page.reload();
      await expect(widget.panel.or(widget.bubble).first()).toBeVisible();
      if (!(await widget.panel.isVisible())) await widget.open();
      // What was said comes after the panel: counted too early, the next message would seem to be several.
      await expect(mine).toHaveCount(before);
    }
  }

  async #ownerDoes(text: string): Promise<void> {
    if (text === '(here)' || text === '(away)') return this.#desk.owner.beHere(this.#site, text === '(here)');
    const { widget, ear } = await this.#talker();
    const console = (this.#owner ??= await this.#openConsole(await widget.conversation()));
    if (text === '(takes over)') await console.button('Take over').click();
    else if (text === '(hands back)') await console.button('Hand back').click();
    else if (text.startsWith('(')) throw new Error(`${text} is nothing that an owner does in a browser yet`);
    else await console.say(text);
    if (text === '(hands back)') await expect.poll(() => ear.state).toBe('bot');
    else if (text === '(takes over)') await expect.poll(() => ear.state).toBe('owner');
    else await expect(widget.log.getByText(text)).toBeVisible();
  }

  async #openConsole(conversation: string): Promise<ConsolePage> {
    const context = await this.#browser.newContext();
    await context.addInitScript(shiftDate, this.#desk.clockShift);
    await context.addCookies([this.#desk.owner.session]);
    const console = new ConsolePage(await context.newPage(), this.#desk.desk);
    await console.read(conversation, this.#site);
    return console;
  }

  get #isChinese(): boolean {
    return this.#transcript.settings['locale'] === 'zh';
  }

  #saidIn(widget: WidgetPage): Locator {
    return widget.said(this.#isChinese ? '您' : 'You');
  }

  async #versions(talker: Talker): Promise<Map<string, string>> {
    return new Map((await this.#tickets(talker)).map(({ name, updatedAt }) => [name, updatedAt]));
  }

  async #tickets({ widget, ear }: Talker): Promise<SeenTicket[]> {
    return ear.botMessages.length === 0 ? [] : this.#desk.tickets(this.#site, await widget.conversation());
  }

  async #talker({ who } = { who: this.#who }): Promise<Talker> {
    const known = this.#talkers.get(who);
    if (known !== undefined) return known;
    const { claims, zone } = this.#transcript.settings;
    if (claims !== undefined) throw new Error('what a page claims is not played in a browser');
    const context = await this.#browser.newContext({
      // Who lives elsewhere is told times by another clock.
      timezoneId: zone ?? (this.#site === SHOP ? 'Europe/Berlin' : 'UTC'),
      locale: this.#isChinese ? 'zh-CN' : 'en-GB',
    });
    await context.addInitScript(shiftDate, this.#desk.clockShift);
    const page = await context.newPage();
    const talker = {
      context,
      ear: new WireEar(page),
      widget: new WidgetPage(page, this.#desk.host),
      said: 0,
      tickets: new Map<string, string>(),
    };
    this.#talkers.set(who, talker);
    await talker.widget.start(this.#isChinese ? '/zh' : '/', this.#site);
    return talker;
  }
}

const plain = (text: string) => text.replace(/\s+/g, ' ');
const where = ({ line, kind, text }: TranscriptLine) => ({ message: `line ${line}, ${kind}: ${text}` });

function factOf(ticket: SeenTicket, fact: string): string {
  const { state, subject, category, level, locale, missing, number, contact, details } = ticket;
  if (fact.startsWith('contact.')) return contact[fact.slice('contact.'.length)] ?? '';
  const facts: Record<string, string> = { state, subject, category, language: locale, pressing: level };
  if (fact === 'missing') return missing.join(', ');
  if (fact === 'number') return String(number);
  if (fact === 'complaint') return category === 'complaint' ? 'yes' : 'no';
  return facts[fact] ?? details.find(({ slot }) => slot === fact)?.value ?? '';
}

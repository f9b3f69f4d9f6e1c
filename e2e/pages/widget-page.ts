import { expect } from '@playwright/test';
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';

interface Address {
  readonly url: string;
}

/** Who speaks, as screen readers hear it before each message. */
export type Voice = 'You' | 'Assistant' | '您' | '助手' | (string & {});

/** The widget on somebody's page, as its visitor sees it. */
export class WidgetPage {
  readonly page: Page;
  readonly #host: Address;
  readonly bubble: Locator;
  readonly badge: Locator;
  readonly frame: FrameLocator;
  readonly panel: Locator;
  readonly log: Locator;
  readonly box: Locator;
  readonly send: Locator;
  readonly agree: Locator;
  /** Quick replies under the last message. */
  readonly choices: Locator;
  /** Questions that fit what is being typed. */
  readonly suggestions: Locator;
  readonly header: Locator;
  #conversation: string | null = null;

  constructor(page: Page, host: Address) {
    this.page = page;
    this.#host = host;
    this.bubble = page.locator('solodesk-chat').getByRole('button');
    this.badge = this.bubble.locator('i');
    this.frame = page.frameLocator('solodesk-chat iframe');
    this.panel = this.frame.getByRole('dialog');
    this.log = this.frame.getByRole('log');
    this.box = this.frame.locator('textarea');
    this.send = this.frame.getByRole('button', { name: /^(Send|发送)$/ });
    this.agree = this.frame.getByRole('button', { name: 'I agree' });
    this.choices = this.log.getByRole('group').getByRole('button');
    this.suggestions = this.frame.getByRole('option');
    this.header = this.frame.getByRole('banner');
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const id = /"conversation":"([0-9a-f-]{36})"/.exec(String(payload))?.[1];
        if (id !== undefined) this.#conversation = id;
      }),
    );
  }

  /** @param path one of `hosts/host-pages.ts` */
  async visit(path = '/', site = 'shop'): Promise<void> {
    await this.page.goto(`${this.#host.url}${path}?site=${site}`);
  }

  async open(): Promise<void> {
    await this.bubble.click();
    await expect(this.panel).toBeVisible();
  }

  /** Visits a page and opens the chat. */
  async start(path = '/', site = 'shop'): Promise<void> {
    await this.visit(path, site);
    await this.open();
  }

  async say(text: string): Promise<void> {
    await this.box.fill(text);
    await this.box.press('Enter');
    await expect(this.box).toHaveValue('');
  }

  /** Says something, and waits until it is on the server's disk. */
  async tell(text: string): Promise<void> {
    await this.say(text);
    await this.expectDelivered(text);
  }

  async askForPerson(): Promise<void> {
    await this.choose('Talk to a person');
    await expect(this.event('You asked for a person')).toBeVisible();
  }

  /** One of the menu behind three dots. */
  async choose(item: string | RegExp): Promise<void> {
    await this.frame.getByRole('button', { name: /^(More|更多)$/ }).click();
    await this.frame.getByRole('menuitem', { name: item }).click();
  }

  /** "End chat" asks once, in the same place. */
  async end(): Promise<void> {
    await this.choose('End chat');
    await this.frame.getByRole('menuitem', { name: 'End chat?' }).click();
  }

  /** Messages that hold this text, by who said it. */
  said(who: Voice, text = ''): Locator {
    return this.log.getByRole('listitem').filter({ hasText: `${who}: ${text}` });
  }

  /** A line between the messages. */
  event(text: string): Locator {
    return this.log.getByRole('listitem').filter({ hasText: new RegExp(`^${text}$`) });
  }

  /** Every line of the log, in order. */
  async lines(): Promise<string[]> {
    return this.log.getByRole('listitem').allInnerTexts();
  }

  async expectDelivered(text: string): Promise<void> {
    const ours = this.said('You', text).last();
    await expect(ours).toBeVisible();
    // Of several in a row only the last shows how far it came: then the ones before are told by the absence of others.
    await expect(ours).not.toContainText(/Queued|Sending|Not sent/);
  }

  async expectAnswer(text: string | RegExp): Promise<void> {
    const answer =
      typeof text === 'string' ? this.said('Assistant', text) : this.said('Assistant').filter({ hasText: text });
    await expect(answer.last()).toBeVisible();
  }

  /** The id of the conversation, as the server acknowledged it. */
  async conversation(): Promise<string> {
    await expect.poll(() => this.#conversation).not.toBeNull();
    return this.#conversation!;
  }

  /** For looking into the frame, where no page of the visitor's could. */
  async innerFrame(): Promise<Frame> {
    const frame = await (await this.page.locator('solodesk-chat iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error('the widget has no frame');
    return frame;
  }

  async token(site = 'shop'): Promise<string> {
    const frame = await this.innerFrame();
    const read = () => frame.evaluate((key) => localStorage.getItem(key), `solodesk:${site}:token`);
    await expect.poll(read).not.toBeNull();
    return (await read())!;
  }
}

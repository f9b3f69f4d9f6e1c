import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { preparedSession } from '../fixtures/prepared.ts';

interface Desk {
  readonly url: string;
  readonly setupLink: string;
}

export const OWNER = { name: 'Mei', email: 'mei@shop.example', password: 'linen washes well at forty' };

export const SESSION_COOKIE = 'solodesk_session';

/** The console, as the owner sees it. */
export class ConsolePage {
  readonly page: Page;
  readonly #desk: Pick<Desk, 'url'>;
  /** The rows of the list, and what can be done with each. */
  readonly queue: Locator;
  readonly log: Locator;
  readonly reply: Locator;
  readonly customer: Locator;
  readonly problems: Locator;

  constructor(page: Page, desk: Pick<Desk, 'url'>) {
    this.page = page;
    this.#desk = desk;
    this.queue = page.getByRole('list', { name: /^(Conversations|To do|Put away)$/ }).getByRole('button');
    this.log = page.getByRole('log');
    this.reply = page.getByRole('textbox', { name: 'Your reply' });
    this.customer = page.getByRole('complementary', { name: 'Customer' });
    this.problems = page.getByRole('region', { name: /in your site’s files/ });
  }

  /** Comes in by the session of the owner whom the desk was prepared with. */
  static async enter(page: Page, desk: Pick<Desk, 'url'>): Promise<ConsolePage> {
    const console = new ConsolePage(page, desk);
    await page.context().addCookies([{ name: SESSION_COOKIE, value: preparedSession(), url: desk.url }]);
    await page.goto(`${desk.url}/console/`);
    await expect(console.heading('Next up')).toBeVisible();
    return console;
  }

  /** Follows the one-time link, chooses a password, and leaves the wizard for the inbox. */
  static async setUp(page: Page, desk: Desk): Promise<ConsolePage> {
    const console = new ConsolePage(page, desk);
    await page.goto(desk.setupLink);
    await console.fillSetUp();
    await page.getByRole('button', { name: 'Look around first' }).click();
    await expect(console.heading('Next up')).toBeVisible();
    return console;
  }

  async fillSetUp(): Promise<void> {
    await this.page.getByLabel('Your name').fill(OWNER.name);
    await this.page.getByLabel('E-mail').fill(OWNER.email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(OWNER.password);
    await this.button('Create my desk').click();
    await expect(this.button('Look around first')).toBeVisible();
  }

  async signIn(password = OWNER.password): Promise<void> {
    await this.page.getByLabel('E-mail').fill(OWNER.email);
    await this.page.getByLabel('Password').fill(password);
    await this.button('Sign in').click();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  /** Keyboard hints in buttons are hidden from names; these are the names. */
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async visit(site = 'shop', filter: 'next' | 'later' | 'open' | 'closed' = 'next'): Promise<void> {
    await this.page.goto(`${this.#desk.url}/console/#/desk/${site}/${filter}`);
    await expect(this.heading('Next up')).toBeVisible();
    // Until the queue is there, what happens is told by it, and is no news.
    await expect(this.page.getByRole('region', { name: 'Inbox' }).getByText('Loading…')).toHaveCount(0);
  }

  /** Opens one conversation by its address. */
  async read(conversation: string, site = 'shop', filter: 'next' | 'open' | 'closed' = 'open'): Promise<void> {
    await this.page.goto(`${this.#desk.url}/console/#/desk/${site}/${filter}/${conversation}`);
    await expect(this.log).toBeVisible();
  }

  async signOut(): Promise<void> {
    await this.go('Settings');
    await this.button('Sign out').click();
    await expect(this.button('Sign in')).toBeVisible();
  }

  /** On a phone they are behind "More". */
  async go(section: 'FAQs' | 'Contacts' | 'Insights' | 'Settings'): Promise<void> {
    const sections = this.page.getByRole('navigation', { name: 'Sections' });
    if ((this.page.viewportSize()?.width ?? Infinity) <= 760) {
      await sections.getByRole('button', { name: 'More', exact: true }).click();
    }
    await sections.getByRole('button', { name: section, exact: true }).click();
  }

  /** A key by which the shop's own system sends orders. */
  async makeOrderKey(name: string): Promise<string> {
    await this.go('Settings');
    await this.page.getByText(/^API keys of Teal/).click();
    const keys = this.page.locator('.api-keys').filter({ hasText: 'Teal' });
    await keys.getByLabel('What it is for').fill(name);
    await keys.getByLabel('Send orders').check();
    await keys.getByRole('button', { name: 'Make a key' }).click();
    return (await keys.getByRole('region', { name: 'The key' }).textContent()) ?? '';
  }

  /** One of those that `makeOrderKey` made. */
  async revokeOrderKey(name: string): Promise<void> {
    await this.go('Settings');
    await this.page.getByText(/^API keys of Teal/).click();
    this.page.once('dialog', (dialog) => void dialog.accept());
    const key = this.page.locator('.api-keys').getByRole('listitem').filter({ hasText: name });
    await key.getByRole('button', { name: `Revoke: ${name}` }).click();
    await expect(key.getByText(/revoked/)).toBeVisible();
  }

  /** The settings show the sites, and with them each site's secret comes into being. */
  async makeIdentitySecret(): Promise<void> {
    await this.visit();
    await this.go('Settings');
    await expect(this.page.getByText('async src=').first()).toBeVisible();
  }

  /** The conversation in the list whose last words are these; of a long list only what is seen is in the page. */
  waiting(text: string): Locator {
    return this.queue.filter({ hasText: text });
  }

  /** Scrolls to it, as far down as it may stand on a busy desk. */
  async findWaiting(text: string): Promise<Locator> {
    const row = this.waiting(text);
    await expect(async () => {
      if (!(await row.isVisible())) await this.page.locator('.queue-list').evaluate(scrollOn);
      await expect(row).toBeVisible({ timeout: 1_000 });
    }).toPass();
    return row;
  }

  async openWaiting(text: string): Promise<void> {
    await expect(async () => {
      const row = await this.findWaiting(text);
      await row.click({ timeout: 5_000 });
    }).toPass();
  }

  /** Messages stand under each other, whole, however many there are. */
  async expectMessagesApart(): Promise<void> {
    const boxes = await this.log.locator('.bubble').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    expect(boxes.length).toBeGreaterThan(1);
    for (const [at, { top }] of boxes.entries()) expect(top).toBeGreaterThanOrEqual(boxes[at - 1]?.bottom ?? top);
  }

  async say(text: string): Promise<void> {
    await this.reply.fill(text);
    await this.reply.press('Enter');
    await expect(this.reply).toHaveValue('');
  }

  async more(action: 'Block visitor' | 'Mark as spam' | 'Unblock visitor'): Promise<void> {
    await this.button('More actions').click();
    await this.button(action).click();
  }
}

/** By a page; from the end to the top again. */
function scrollOn(list: HTMLElement): void {
  const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
  list.scrollTop = isAtEnd ? 0 : list.scrollTop + list.clientHeight;
}

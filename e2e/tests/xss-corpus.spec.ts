import { DeskServer } from '../fixtures/desk-server.ts';
import {
  ACTION_TITLES,
  SEGMENT_TITLES,
  SITE,
  SURVEYS,
  VARIANTS,
  corpusSite,
  enterPayloads,
  mailbox,
} from '../fixtures/enter-payloads.ts';
import { enterFiles } from '../fixtures/enter-files.ts';
import { enterPageViews } from '../fixtures/enter-page-views.ts';
import type { HostServer } from '../fixtures/host-server.ts';
import { RawOwner } from '../fixtures/raw-owner.ts';
import type { Browser, Page } from '../fixtures/test.ts';
import { expect, test } from '../fixtures/test.ts';
import { PAYLOADS } from '../fixtures/xss-payloads.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { watchForHarm } from '../pages/harm-watch.ts';
import { WidgetPage } from '../pages/widget-page.ts';

/** White space as a page folds it. */
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();
const WANTED = PAYLOADS.map(folded);

/**
 * Goes through a long list inside of the page, scrolling and pressing what shows more, until all payloads have stood there as text.
 * One call for all of it: a hundred questions from outside would take a hundred times as long.
 */
async function expectAll(page: Page, selector: string, wanted: readonly string[] = WANTED): Promise<void> {
  const missing = await page.evaluate(
    async ({ selector, wanted }) => {
      const left = new Set(wanted);
      let [shown, pressedAt] = ['', 0];
      for (const until = performance.now() + 45_000; left.size > 0 && performance.now() < until;) {
        for (const element of document.querySelectorAll(selector)) {
          const text = element.textContent.replace(/\s+/g, ' ');
          for (const one of left) if (text.includes(one)) left.delete(one);
          const top = element.scrollTop;
          element.scrollTop += Math.max(200, element.clientHeight - 200);
          // At its end with some missing: from the top once more, for what a busy machine had not drawn in time.
          if (top > 0 && element.scrollTop === top && performance.now() - pressedAt > 2_000) element.scrollTop = 0;
          // Once for each page that came: a press while one is on its way would ask for the same again.
          if (text === shown && performance.now() - pressedAt < 5_000) continue;
          [shown, pressedAt] = [text, performance.now()];
          const buttons = [...element.querySelectorAll('button')];
          buttons
            .filter((button) => /^(More$|Show )/.test(button.textContent))
            .at(-1)
            ?.click();
        }
        // What a scroll brings into sight is drawn with the next frame.
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 5)));
      }
      return [...left];
    },
    { selector, wanted },
  );
  expect(missing).toEqual([]);
}

/** Opens each conversation in turn, inside of the page: its log, and what is known of its visitor, must hold the payload. */
async function expectInEach(page: Page, conversations: readonly string[]): Promise<void> {
  const missing = await page.evaluate(
    async ({ site, pairs }) => {
      const textOf = (selector: string) =>
        [...document.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ')).join(' ');
      const countIn = (text: string, part: string) => text.split(part).length - 1;
      const wrong: string[] = [];
      for (const [id, text] of pairs) {
        location.hash = `#/desk/${site}/open/${id}`;
        const until = performance.now() + 5_000;
        // As a name, a page's title, where it came from, the user's id and three claims, one of them by its name.
        const isThere = () => countIn(textOf('.panel'), text) >= 7 && textOf('[role=log]').includes(text);
        while (!isThere() && performance.now() < until) await new Promise((done) => setTimeout(done, 5));
        if (!isThere()) wrong.push(`${text} in ${textOf('.panel')} | ${textOf('[role=log]')}`);
        // Each waits in vain for seconds.
        if (wrong.length > 2) break;
      }
      return wrong;
    },
    { site: SITE, pairs: conversations.map((id, at) => [id, WANTED[at] ?? ''] as const) },
  );
  expect(missing).toEqual([]);
}

test('a hundred and more texts that would run stand as text wherever they came in', async ({ browser, ownHost }) => {
  const desk = await DeskServer.create([ownHost.url], { [SITE]: corpusSite }, { LIMITS: 'off' });
  try {
    ownHost.deskUrl = desk.url;
    await lookEverywhere(desk, ownHost, browser);
  } finally {
    await desk.dispose();
  }
});

/** Brings all of them in, and opens each screen of the console, the widget and the help centre. */
async function lookEverywhere(desk: DeskServer, host: HostServer, browser: Browser): Promise<void> {
  const owner = RawOwner.of(desk);
  const { conversations } = await enterPayloads(desk, owner);
  const withFiles = await enterFiles(desk, SITE);
  await enterPageViews(desk, SITE, 'S-0');

  const context = await browser.newContext({ viewport: { width: 1280, height: 1600 } });
  await context.addCookies([owner.session]);
  const harm = await watchForHarm(context);
  const page = await context.newPage();
  const at = (screen: string) => page.goto(`${desk.url}/console/#/${screen}`);

  await test.step('conversations', async () => {
    await at(`desk/${SITE}/open`);
    await expectAll(page, '.queue-list');
    await expectInEach(page, conversations);
    await harm.expectNone();
  });
  await test.step('files', async () => {
    const owners = new ConsolePage(page, desk);
    for (const { conversation, names } of withFiles) {
      await owners.read(conversation, SITE);
      for (const name of new Set(names)) await expect(page.locator('[role=log]')).toContainText(folded(name));
    }
    await harm.expectNone();
  });
  await test.step('tickets', async () => {
    await at('tickets');
    await expectAll(page, '.page:not([hidden])');
    await at('tickets/1');
    await expectAll(page, '.page:not([hidden])');
    await harm.expectNone();
  });
  await test.step('contacts', async () => {
    await at('contacts');
    await expect(page.locator('.contacts')).toBeVisible();
    await expectAll(page, '.contacts');
    // The one with all the orders, wherever in the windowed list they stand.
    const list = page.locator('.contacts');
    const one = page.getByRole('button', { name: WANTED[0]! }).first();
    await list.evaluate((element) => void (element.scrollTop = 0));
    await expect(async () => {
      if (!(await one.isVisible())) await list.evaluate((element) => void (element.scrollTop += 400));
      await expect(one).toBeVisible({ timeout: 300 });
    }).toPass();
    await one.click();
    await expect(page.locator('#contact-title')).toBeVisible();
    await harm.expectNone();
    // The one who looked at a page of each.
    await at('contacts');
    await page.getByRole('searchbox').first().fill(mailbox(PAYLOADS[0]!, 0));
    await page.getByRole('button', { name: mailbox(PAYLOADS[0]!, 0) }).click();
    await expectAll(page, '[aria-labelledby=timeline-title]');
    await harm.expectNone();
  });
  for (const [screen, texts] of [
    [`site/${SITE}/actions`, ACTION_TITLES],
    [`site/${SITE}/look`, VARIANTS],
    [`site/${SITE}/customers`, SEGMENT_TITLES],
    ...SURVEYS.map((prompts, at) => [`feedback/s${at}`, prompts.slice(0, 1)] as const),
  ] as const) {
    await test.step(screen, async () => {
      await at(screen);
      await expectAll(page, 'main', texts.map(folded));
      await harm.expectNone();
    });
  }
  for (const screen of [
    'faqs',
    'faqs/corpus.n0',
    'unanswered',
    'settings',
    'privacy',
    'insights',
    'feedback',
    `wizard/${SITE}`,
    `site/${SITE}/hours`,
    `desk/${SITE}/next`,
  ]) {
    await test.step(screen, async () => {
      await at(screen);
      await expect(page.getByRole('heading').first()).toBeVisible();
      if (screen === 'faqs' || screen === 'feedback') await expectAll(page, '.page:not([hidden])');
      await harm.expectNone();
    });
  }
  await test.step('the widget and the help centre', async () => {
    const widget = new WidgetPage(await context.newPage(), host);
    await widget.start('/', SITE);
    await widget.tell('hello there');
    // In two parts, because the widget shows the last hundred messages.
    const middle = PAYLOADS.length >> 1;
    for (const part of [PAYLOADS.slice(0, middle), PAYLOADS.slice(middle)]) {
      await owner.sayAll(SITE, await widget.conversation(), part);
      await expect(widget.said(PAYLOADS[0]!).last()).toContainText(part.at(-1)!);
      const log = folded((await widget.log.textContent()) ?? '');
      for (const text of part) expect(log).toContain(folded(text));
    }
    await harm.expectNone();
    await page.goto(`${desk.url}/help/${SITE}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await harm.expectNone();
  });
  await context.close();
}

import { randomUUID } from 'node:crypto';
import { DeskServer } from '../fixtures/desk-server.ts';
import { RawOwner } from '../fixtures/raw-owner.ts';
import { introduce } from '../fixtures/raw-visitor.ts';
import type { Browser } from '../fixtures/test.ts';
import { expect, test } from '../fixtures/test.ts';
import { ANSWERED, DRAWN, FOUND, wordedInsights, wordedSurvey } from '../fixtures/worded-insights.ts';
import { WORDED, wordedSite } from '../fixtures/worded-site.ts';
import { PAYLOADS } from '../fixtures/xss-payloads.ts';
import { watchForHarm } from '../pages/harm-watch.ts';
import { expectSeen } from '../pages/seen-text.ts';

const SITE = 'worded';

test('texts that would run are seen as they were written in the settings, in what nobody answered and in who saw whom', async ({
  browser,
}) => {
  const desk = await DeskServer.create([], { [SITE]: wordedSite }, { LIMITS: 'off' });
  try {
    const owner = RawOwner.of(desk);
    await askAll(desk, owner);
    await look(desk, owner, browser);
  } finally {
    await desk.dispose();
  }
});

/** Without what could lead to a person: an address's end, and long numbers. */
const masked = (text: string) =>
  text.replace(/(https:\/\/[^?#]+)[?#]\S*/, '$1').replace(/\d{4,}/g, (digits) => '0'.repeat(digits.length));

/** Each is the name of a customer, and is asked by somebody. */
async function askAll(desk: DeskServer, owner: RawOwner): Promise<void> {
  const key = await owner.makeKey(SITE, ['customers:write']);
  const response = await fetch(`${desk.url}/api/customers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(PAYLOADS.map((name, at) => ({ id: `S-${at}`, name }))),
  });
  expect(response.ok).toBe(true);
  const consent = { version: WORDED['privacy']?.[0] ?? '', at: Date.now() };
  for (const text of PAYLOADS) {
    const socket = await introduce(desk.url, SITE, { consent });
    const message = { clientId: randomUUID(), text };
    const ack = (await socket.timeout(15_000).emitWithAck('message', message)) as { ok: boolean };
    socket.disconnect();
    expect(ack.ok, text).toBe(true);
  }
}

async function look(desk: DeskServer, owner: RawOwner, browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1600 } });
  await context.addCookies([owner.session]);
  const harm = await watchForHarm(context);
  const page = await context.newPage();
  const at = (screen: string) => page.goto(`${desk.url}/console/#/${screen}`);
  await at(`desk/${SITE}/next`);
  for (const [section, texts] of Object.entries(WORDED)) {
    await test.step(section, async () => {
      await at(`site/${SITE}/${section}`);
      await expectSeen(page, texts);
      await harm.expectNone();
    });
  }
  await test.step('unanswered', async () => {
    const [answer] = await Promise.all([page.waitForResponse(`**/console/api/unanswered/${SITE}`), at('unanswered')]);
    const { groups } = (await answer.json()) as { groups: { wordings: { text: string }[] }[] };
    const texts = groups.flatMap(({ wordings }) => wordings.map(({ text }) => text));
    // Wordings of one meaning are one; each is a text as it was said.
    expect(texts.length).toBeGreaterThan(60);
    const said = new Set(PAYLOADS.map(masked));
    expect(texts.filter((text) => !said.has(text))).toEqual([]);
    await expectSeen(page, texts);
    await harm.expectNone();
  });
  await test.step('privacy', async () => {
    // Whom one has looked at stands there.
    await page.evaluate(
      async ({ site, count }) => {
        for (let key = 1; key <= count; key += 1) await fetch(`/console/api/contacts/${site}/${key}`);
      },
      { site: SITE, count: PAYLOADS.length },
    );
    await at('privacy');
    await expectSeen(page, [...PAYLOADS, ...(WORDED['privacy'] ?? [])]);
    await harm.expectNone();
  });
  await context.close();
}

test('texts that would run are seen as they were written in the insights, as names of themes and in answers to surveys', async ({
  owner,
}) => {
  const { page } = owner;
  const harm = await watchForHarm(page.context());
  // Weeks of messages take a batch at night, and surveys go out by mail: what came of them is told here.
  const renamed = new Map<string, string | null>();
  await page.route('**/console/api/insights/shop?**', (route) => route.fulfill({ json: wordedInsights(renamed) }));
  await page.route('**/console/api/insights/shop/themes/mark', async (route) => {
    const { theme, name } = route.request().postDataJSON() as { theme: string; name: string | null };
    renamed.set(theme, name);
    await route.fulfill({ json: {} });
  });
  await page.route('**/console/api/surveys/shop', (route) =>
    route.fulfill({ json: { mails: false, surveys: [wordedSurvey] } }),
  );
  await page.route('**/console/api/surveys/shop/s0', (route) => route.fulfill({ json: wordedSurvey }));
  await owner.visit();
  await owner.go('Insights');

  const about = page.getByRole('region', { name: 'What they talk about' });
  // A chart has room for the beginning of a long one.
  const drawn = (text: string) => about.locator('svg text').filter({ hasText: text.slice(0, 20) });
  for (const text of DRAWN) await expect(drawn(text).first()).toBeVisible();
  await expectSeen(page, FOUND);
  await harm.expectNone();

  // By hand, as the owner does it.
  const theme = about.locator('details').filter({ hasText: 'word 3' }).first();
  for (const name of ['<svg onload=pwned=1>"\'{{x}}', '<b>&lt;bold&gt;</b> & more']) {
    await theme.getByRole('button', { name: 'Rename' }).click();
    await theme.getByRole('textbox').fill(name);
    await theme.getByRole('button', { name: 'Save' }).click();
    await expect(theme.locator('summary')).toContainText(name);
    await expect(page.getByRole('status').filter({ hasText: name }).first()).toBeVisible();
    expect(renamed.get('t.3')).toBe(name);
    await expectSeen(page, [name]);
  }
  await harm.expectNone();

  await page.goto(`${page.url().split('#')[0]}#/feedback/s0`);
  await expectSeen(page, ANSWERED);
  await harm.expectNone();
});

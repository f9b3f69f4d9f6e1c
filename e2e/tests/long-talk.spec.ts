import { holdLongTalk } from '../fixtures/long-talk.ts';
import type { LongTalk } from '../fixtures/long-talk.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Page } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import type { ConsolePage } from '../pages/console-page.ts';

const MESSAGES = 10_000;
/** Entries of a conversation that are in the page at most, and a handful of days and lines beside them. */
const MOST_ROWS = 310;

test.describe.configure({ mode: 'default', timeout: 180_000 });

let talk: LongTalk;
test.beforeAll(async ({ desk }) => {
  talk = await holdLongTalk(desk, MESSAGES);
});
test.afterAll(() => talk.leave());

/** Counts how often the console asks for a part of a conversation, each of 100 events at most. The line begins with requests. */
function countAsked(page: Page): () => number {
  let asked = 0;
  const hear = (packet: string) => (asked += packet.split('["open",').length - 1);
  page.on('request', (request) => hear(request.postData() ?? ''));
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => hear(String(payload))));
  return () => asked;
}

/** Numbers of the lines that are in sight, where they stand, and how many entries are in the page. */
const sight = (owner: ConsolePage) =>
  owner.log.evaluate((log) => {
    const { top, bottom } = log.getBoundingClientRect();
    const rows = [...log.querySelectorAll('.said, .event, .day')];
    const seen = rows.filter((row) => {
      const at = row.getBoundingClientRect();
      return at.bottom > top && at.top < bottom;
    });
    const lines = seen.flatMap((row) => /line (\d+)\./.exec(row.textContent)?.[1] ?? []).map(Number);
    const place = `${lines[0]} ${seen[0]?.getBoundingClientRect().top}`;
    return { first: lines[0] ?? 0, last: lines.at(-1) ?? 0, place, rows: rows.length };
  });
const placeOf = (owner: ConsolePage, line: number) =>
  owner.log.evaluate((log, text) => {
    const said = [...log.querySelectorAll('.bubble')].find((one) => one.textContent.startsWith(text));
    return said?.getBoundingClientRect().top ?? null;
  }, `line ${line}.`);

/** What is in sight once it is other than before, and moves no more. */
async function atRest(owner: ConsolePage, before: Awaited<ReturnType<typeof sight>>) {
  let seen = before;
  await expect
    .poll(
      async () => {
        const last = seen;
        seen = await sight(owner);
        return seen.place === last.place && seen.place !== before.place;
      },
      { intervals: [60] },
    )
    .toBe(true);
  return seen;
}

for (const [size, viewport] of [
  ['desktop', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test(`a talk of 10,000 messages is paged back on a ${size} with a bounded part of it in the page, and nothing jumps`, async ({
    owner,
  }, info) => {
    const { page } = owner;
    await page.setViewportSize(viewport);
    const asked = countAsked(page);
    await owner.read(talk.id);
    await expect(owner.log.getByText(/^line 10000\b/)).toBeInViewport();
    expect(asked()).toBe(1);

    for (let pages = 0; pages < 12; pages += 1) {
      const before = asked();
      await owner.log.evaluate((log) => (log.scrollTop = 400));
      const { first, last } = await sight(owner);
      const places = [await placeOf(owner, first), await placeOf(owner, last)];
      await expect.poll(asked).toBeGreaterThan(before);
      await expect(owner.log).toHaveAttribute('aria-busy', 'false');
      await expect.poll(() => owner.log.evaluate((log) => log.scrollTop)).toBeGreaterThan(1_000);
      const after = [await placeOf(owner, first), await placeOf(owner, last)];
      expect(Math.abs(after[0]! - places[0]!)).toBeLessThanOrEqual(1);
      expect(Math.abs(after[1]! - places[1]!)).toBeLessThanOrEqual(1);
      expect((await sight(owner)).rows).toBeLessThanOrEqual(MOST_ROWS);
    }
    const far = await sight(owner);
    expect(far.first).toBeLessThan(MESSAGES - 1_000);
    await page.screenshot({ path: info.outputPath('far-back.png') });

    // What is said meanwhile moves nothing, and is counted.
    const place = await placeOf(owner, far.first);
    await talk.say(`said meanwhile, ${size}`);
    await expect(page.getByRole('status').getByText('1 unread message')).toBeAttached();
    expect(await placeOf(owner, far.first)).toBe(place);
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath('counted.png') });

    // Keys go a screen at a time, up and down, and over the pages' edges.
    await owner.log.focus();
    for (const [key, way] of [
      ['PageUp', -1],
      ['PageDown', 1],
    ] as const) {
      const began = await sight(owner);
      let last = began;
      for (let presses = 0; presses < 10; presses += 1) {
        await page.keyboard.press(key);
        const now = await atRest(owner, last);
        // It went on by about a screen, and never by the hundred lines of a page that came or went meanwhile.
        const by = way * (now.first - last.first);
        expect(by).toBeGreaterThanOrEqual(0);
        expect(by).toBeLessThan(50);
        expect(now.rows).toBeLessThanOrEqual(MOST_ROWS);
        last = now;
      }
      expect(way * (last.first - began.first)).toBeGreaterThan(30);
    }

    await owner.button('To the newest message').click();
    await expect(owner.log.getByText(`said meanwhile, ${size}`)).toBeInViewport();
    await expect(owner.button('To the newest message')).toBeHidden();
    await expect(owner.log).toBeFocused();
    await talk.say(`said live, ${size}`);
    await expect(owner.log.getByText(`said live, ${size}`)).toBeInViewport();
    expect((await sight(owner)).rows).toBeLessThanOrEqual(MOST_ROWS);
  });

  test(`a hit far back in it opens around its message on a ${size}, and leads forward to the newest`, async ({
    owner,
  }, info) => {
    const { page } = owner;
    await page.setViewportSize(viewport);
    const asked = countAsked(page);
    await owner.read(`${talk.id}//107`);
    const said = owner.log.locator('.said:focus').filter({ hasText: /^line 10\d\./ });
    await expect(said).toBeInViewport();
    expect(asked()).toBe(1);
    const here = await sight(owner);
    expect(here.rows).toBeLessThanOrEqual(110);
    expect(here.first).toBeLessThan(110);
    await page.screenshot({ path: info.outputPath('hit.png') });
    await expectAccessible(page);

    // Forward, page by page, to what comes after it ...
    await expect(async () => {
      await owner.log.evaluate((log) => (log.scrollTop = log.scrollHeight));
      expect((await sight(owner)).last).toBeGreaterThan(500);
    }).toPass();
    expect((await sight(owner)).rows).toBeLessThanOrEqual(MOST_ROWS);
    await talk.say(`said at the end, ${size}`);
    await expect(page.getByRole('status').getByText(/unread message/)).toBeAttached();
    // ... and by one key to the newest, which was not read yet.
    await owner.log.focus();
    await page.keyboard.press('End');
    await expect(owner.log.getByText(`said at the end, ${size}`)).toBeInViewport();
    // One's own words are seen, wherever one was reading.
    await owner.log.evaluate((log) => (log.scrollTop = 0));
    await expect(owner.button('To the newest message')).toBeVisible();
    await owner.say(`an answer, ${size}`);
    await expect(owner.log.getByText(`an answer, ${size}`)).toBeInViewport();

    // A ticket of what was said last is of that, also from far back; one of what is selected there is of the selection.
    const makeTicket = async () => {
      await owner.button('More actions').click();
      await page.getByRole('button', { name: 'Make a ticket of the selection' }).click();
      await expect(page.getByText(/-T\d+ was made\./)).toBeVisible();
      await owner.button('Open it').click();
    };
    await owner.read(`${talk.id}//107`);
    await expect(said).toBeInViewport();
    await owner.log.getByText(/^line 104\./).click({ clickCount: 3 });
    await makeTicket();
    await expect(page.getByText('line 104.').filter({ visible: true }).first()).toBeVisible();
    await owner.read(`${talk.id}//107`);
    await expect(said).toBeInViewport();
    await makeTicket();
    await expect(page.getByText(`said at the end, ${size}`).filter({ visible: true }).first()).toBeVisible();
  });
}

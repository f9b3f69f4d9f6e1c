import type { Socket } from 'socket.io-client';
import { consoleOf, hangUp, tell, visitorWho } from '../fixtures/queue-people.ts';
import { RawOwner } from '../fixtures/raw-owner.ts';
import { expect, test } from '../fixtures/test.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

test.afterEach(hangUp);

test('with 200 live conversations one message changes three rows at most, in both lists', async ({
  ownDesk,
  browser,
}) => {
  const raw = RawOwner.of(ownDesk);
  const people: Socket[] = [];
  for (let n = 0; n < 200; n++)
    people.push(await visitorWho(ownDesk, 'I want to talk to a person', `I am number ${n}`));
  const owner = await consoleOf(browser, ownDesk, raw);
  await expect(owner.page.getByRole('button', { name: 'To do 200', exact: true })).toBeVisible();
  expect(await owner.page.locator('.next').count()).toBeLessThan(30);
  for (const list of ['next', 'open'] as const) {
    await owner.visit('shop', list);
    await expect(owner.queue.first()).toBeVisible();
    expect(await strayScroll(owner.page)).toEqual({ beside: 0, below: 0 });
    for (const who of [0, 120]) {
      // Minutes change the lines of all who wait: that is not the message's doing.
      await owner.page.waitForFunction(() => new Date().getSeconds() < 50);
      await owner.page.evaluate(watchRows);
      await tell(people[who]!, `news from ${who}`);
      if (list === 'open') await expect(owner.queue.first()).toContainText(`news from ${who}`);
      else await owner.page.waitForTimeout(1500);
      const changed = await owner.page.evaluate(
        () => (globalThis as unknown as { changedRows: Set<number> }).changedRows.size,
      );
      expect(changed).toBeLessThanOrEqual(3);
      if (list === 'open') expect(changed).toBeGreaterThan(0);
    }
  }
  await owner.page.screenshot({ path: test.info().outputPath('live-200.png') });
  await owner.page.context().close();
});

/** Counts, from now on, the rows that something happens to. */
function watchRows(): void {
  const rowsOf = new Map<Node, number>();
  const changed = new Set<number>();
  const numberOf = (row: Node) => rowsOf.get(row) ?? rowsOf.set(row, rowsOf.size).get(row)!;
  const list = document.querySelector('.queue-list')!;
  new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      const row = (target instanceof Element ? target : target.parentElement)?.closest('.items > li');
      if (row) changed.add(numberOf(row));
      for (const node of [...addedNodes, ...removedNodes])
        if (node instanceof HTMLLIElement) changed.add(numberOf(node));
    }
  }).observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(globalThis, { changedRows: changed });
}

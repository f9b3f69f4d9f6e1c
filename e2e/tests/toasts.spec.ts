import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { connectVisitor, welcomeOf } from '../fixtures/raw-visitor.ts';
import { expect, test } from '../fixtures/test.ts';

test.describe('a line about somebody who asks for a person', () => {
  test('covers on a phone neither tabs nor sections, nor the end of what scrolls', async ({ owner, desk }) => {
    const { page } = owner;
    await page.setViewportSize({ width: 360, height: 640 });
    const asks = async () => {
      const { token } = await welcomeOf(desk.url, 'practice');
      const socket = await connectVisitor(desk.url, 'practice', token);
      await socket.emitWithAck('message', { clientId: randomUUID(), text: 'I want to talk to a person' });
      socket.disconnect();
    };
    const toast = page.locator('.toast').last();
    const edges = async (element: Locator) => {
      const box = await element.boundingBox();
      if (!box) throw new Error('not on the screen');
      return { top: box.y, bottom: box.y + box.height };
    };
    await owner.visit('practice');
    await Promise.all(Array.from({ length: 8 }, asks));
    await expect(toast).toContainText('asks for a person');
    // Lines come and go while eight people ask one after the other.
    await expect(async () => {
      const first = await edges(page.locator('.toast').first());
      const last = await edges(toast);
      expect((await edges(page.locator('.queue-list'))).bottom).toBeLessThanOrEqual(first.top);
      expect((await edges(page.getByRole('navigation'))).top).toBeGreaterThanOrEqual(last.bottom);
      await owner.queue.last().scrollIntoViewIfNeeded();
      expect((await edges(owner.queue.last())).bottom).toBeLessThanOrEqual(first.top + 1);
    }).toPass({ timeout: 5_000 });

    await owner.queue.first().click();
    await asks();
    await expect(toast).toContainText('asks for a person');
    await expect
      .poll(async () => {
        const line = await toast.boundingBox();
        return line && (await edges(page.locator('.composer'))).top - (line.y + line.height);
      })
      .toBeGreaterThan(0);
    await expect(page.getByRole('status').filter({ has: toast })).toHaveCount(1);
  });

  test('goes as soon as the conversation is opened, which it would stand on', async ({ owner, desk }) => {
    const { page } = owner;
    await page.setViewportSize({ width: 360, height: 640 });
    await owner.visit('practice');
    const { token } = await welcomeOf(desk.url, 'practice');
    const socket = await connectVisitor(desk.url, 'practice', token);
    const text = `I want to talk to a person, ${randomUUID()}`;
    const line = page.locator('.toast').filter({ hasText: 'asks for a person' });
    await socket.emitWithAck('message', { clientId: randomUUID(), text });
    socket.disconnect();
    await expect(line).toBeVisible();
    await owner.openWaiting(text.slice(-12));
    // By itself it would go after six seconds.
    await expect(line).toHaveCount(0, { timeout: 2_500 });
  });
});

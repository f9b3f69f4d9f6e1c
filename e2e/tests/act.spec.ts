import { consoleApi } from '../fixtures/console-api.ts';
import { connectNewVisitor } from '../fixtures/raw-visitor.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

const QUESTION = 'can I park a <b>bicycle</b> near you';
const GONE = 'This link does not work any more.';
const HOUR = 3_600_000;

interface Unanswered {
  groups: { keys: number[]; wordings: { text: string }[] }[];
}

test('a link of the morning’s mail acts only once that was confirmed, and neither forged nor late', async ({
  owner,
  desk,
  page,
}) => {
  const visitor = await connectNewVisitor(desk.url, 'bakery');
  await visitor.timeout(30_000).emitWithAck('message', { clientId: crypto.randomUUID(), text: QUESTION });
  visitor.disconnect();
  const key = async () => {
    const { groups } = await consoleApi<Unanswered>(owner.page, desk, '/unanswered/bakery');
    return groups.find(({ wordings }) => wordings.some(({ text }) => text === QUESTION))?.keys[0] ?? null;
  };
  await expect.poll(key).not.toBeNull();
  // Whoever set the desk up is its first account.
  const action = { act: 'ignore', site: 'bakery', account: 1, question: await key(), until: Date.now() + HOUR };
  const token = await desk.signAction(action);
  const open = (given: string) => page.goto('about:blank').then(() => page.goto(`${desk.url}/act#${given}`));

  const forged = Buffer.from(JSON.stringify({ ...action, site: 'shop' })).toString('base64url');
  for (const wrong of [
    `${forged}.${token.split('.')[1]}`,
    await desk.signAction({ ...action, until: Date.now() - 1 }),
    await desk.signAction({ ...action, account: 99 }),
    'x',
  ]) {
    await open(wrong);
    await expect(page.getByRole('alert')).toHaveText(GONE);
    await expect(page.getByRole('button')).toHaveCount(0);
  }

  // As a mail scanner does, which opens what it finds.
  await open(token);
  const leaveOut = page.getByRole('button', { name: 'Leave it out' });
  await expect(leaveOut).toBeVisible();
  await expect(page.getByText(QUESTION)).toBeVisible();
  expect(await key()).toBe(action.question);
  await expectAccessible(page);
  await leaveOut.click();
  await expect(page.getByRole('status')).toHaveText('Done.');
  expect(await key()).toBeNull();

  // Once more from the mail: it comes to the same.
  await open(token);
  await leaveOut.click();
  await expect(page.getByRole('status')).toHaveText('Done.');
  expect(await key()).toBeNull();
});

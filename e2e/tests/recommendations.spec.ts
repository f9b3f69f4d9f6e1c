import { apiCaller } from '../fixtures/console-api.ts';
import { expect, test } from '../fixtures/test.ts';

const order = (n: number, products: readonly string[]) => ({
  ...{ number: `R-${n}`, status: 'paid', placedAt: '2026-11-20T10:00:00Z' },
  customer: { id: `r${n}`, email: `r${n}@one.example` },
  lines: products.map((product) => ({ product, quantity: 1 })),
});

test('what was bought together is offered in the chat and on a customer’s page, each time with its reason', async ({
  owner,
  desk,
  widget,
}) => {
  const scopes = ['products:write', 'orders:write', 'recommendations:read'];
  const call = await apiCaller(owner.page, desk, 'bakery', scopes);
  await call('POST', 'products', [
    { id: 'proofer', names: { en: 'Proofing basket', zh: '发酵篮' }, price: 2400, currency: 'EUR' },
    { id: 'lame', names: { en: 'Scoring knife', zh: '割包刀' }, price: 1200, currency: 'EUR' },
  ]);
  const orders = Array.from({ length: 9 }, (_, n) => order(n, n < 4 ? ['proofer', 'lame'] : ['proofer']));
  await call('POST', 'orders', orders);
  // The first question has what is bought read.
  const offered = () => call<{ items: unknown[] }>('GET', 'recommendations?product=proofer');
  await expect.poll(async () => (await offered()).items.length).toBe(1);

  await widget.start('/', 'bakery');
  await widget.say('what goes with the proofing basket?');
  await widget.expectAnswer(/4 of 9 who bought Proofing basket bought it too/);

  await owner.visit('bakery');
  await owner.go('Contacts');
  await owner.page.getByRole('searchbox').fill('r7@one.example');
  await owner.page.getByRole('button', { name: /r7@one.example/ }).click();
  const offers = owner.page.getByRole('region', { name: 'Might like' });
  await expect(offers.getByRole('listitem')).toHaveText([
    'Scoring knife4 of 9 who bought Proofing basket bought it too',
  ]);
});

import { describe, expect, it } from '@jest/globals';
import { inboxOf } from './index.ts';
import { A, SITE, says, world } from './testing/owner-world.ts';

async function waitingDesk() {
  const { server, console: open, pass } = world();
  server.happen(SITE, A, { type: 'handoff', reason: 'asked' });
  const { client, socket } = open();
  await server.flush();
  const closes = () => socket.sent.filter(({ event }) => event === 'close').length;
  const states = () => inboxOf(client.get(), SITE, 'closed').map(({ id }) => id);
  return { server, client, pass, closes, states };
}

describe('closing soon', () => {
  it('shows at once and is sent after five seconds', async () => {
    const { client, pass, closes, states } = await waitingDesk();
    client.closeSoon(SITE, A);
    expect(states()).toEqual([A]);
    await pass(4000);
    expect(closes()).toBe(0);
    await pass(2000);
    expect([closes(), states()]).toEqual([1, [A]]);
  });

  it('sends nothing when it is undone', async () => {
    const { client, pass, closes } = await waitingDesk();
    client.closeSoon(SITE, A);
    client.undoClose(A);
    expect(inboxOf(client.get(), SITE, 'waiting')).toHaveLength(1);
    await pass(10_000);
    expect(closes()).toBe(0);
  });

  it('is sent at once when the page is left, and only once', async () => {
    const { server, client, pass, closes } = await waitingDesk();
    client.closeSoon(SITE, A);
    void client.finishCloses();
    await server.flush();
    await pass(6000);
    expect(closes()).toBe(1);
  });

  it('is given up when the visitor writes, the owner replies, or the visitor is blocked meanwhile', async () => {
    const { server, client, pass, closes, states } = await waitingDesk();
    client.closeSoon(SITE, A);
    server.happen(SITE, A, says('one more thing'));
    await server.flush();
    expect(states()).toEqual([]);
    client.closeSoon(SITE, A);
    client.reply(SITE, A, 'of course');
    client.closeSoon(SITE, A);
    void client.block(SITE, A, true, false);
    await pass(8000);
    expect(closes()).toBe(0);
  });
});

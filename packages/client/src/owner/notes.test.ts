import { describe, expect, it } from '@jest/globals';
import { A, says, SITE, world } from './testing/owner-world.ts';

describe('remarks beside a conversation', () => {
  it('stand on every console that shows it, and go on all of them', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, says('hello'));
    const [one, other, elsewhere] = [open(), open(), open()];
    await server.flush();
    void one.client.open(SITE, A);
    void other.client.open(SITE, A);
    await server.flush();
    void one.client.notes.put(SITE, A, { id: 'n1', text: 'Likes blue' });
    await server.flush();
    expect(one.client.get().open[A]?.notes).toMatchObject([{ id: 'n1', text: 'Likes blue', by: 'Mei' }]);
    expect(other.client.get().open[A]?.notes).toEqual(one.client.get().open[A]?.notes);
    // A remark opens nothing, and is no event.
    expect(elsewhere.client.get().open[A]).toBeUndefined();
    expect(one.client.get().open[A]?.events).toHaveLength(1);
    void other.client.notes.drop(SITE, A, 'n1');
    await server.flush();
    expect(one.client.get().open[A]?.notes).toEqual([]);
  });

  it('are read with the conversation, also when they were missed', async () => {
    const { server, console: open } = world();
    server.happen(SITE, A, says('hello'));
    const [one, other] = [open(), open()];
    await server.flush();
    void other.client.open(SITE, A);
    await server.flush();
    other.socket.cut();
    void one.client.notes.put(SITE, A, { id: 'n1', text: 'Likes blue' });
    await server.flush();
    expect(other.client.get().open[A]?.notes).toEqual([]);
    other.socket.connect();
    await server.flush();
    expect(other.client.get().open[A]?.notes).toHaveLength(1);
  });
});

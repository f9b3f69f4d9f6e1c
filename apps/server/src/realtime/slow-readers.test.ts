import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';
import type { Visitor } from '../testing/visitor.ts';

/** Stops taking anything from the line, as a sleeping phone does. */
function stopReading(visitor: Visitor): void {
  const { ws } = visitor.socket.io.engine.transport as unknown as { ws: { pause(): void } };
  ws.pause();
}

describe('a slow reader', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ environment: { LIMITS: 'off' } });
  });
  afterAll(() => desk.end());

  it('is cut before it costs much, is missed by nobody, and reads everything when it returns', async () => {
    const sleeper = await desk.visit();
    const speaker = await desk.visit({ token: sleeper.token });
    const bystander = await desk.visit();
    stopReading(sleeper);
    // As much as one page holds.
    const text = '慢'.repeat(4000);
    for (let n = 0; n < 20; n++) await speaker.mustSay(text);
    // What the system's own buffers take is not ours to count. They are filled fast: who does not read hears no ping either, and a
    // client that answers none is gone in fifteen seconds, slow reader or not.
    const isCut = () => desk.logLines.some((line) => line.includes('a slow reader was cut'));
    await until(
      () => {
        sleeper.socket.emit('pull', { after: 0 }, () => undefined);
        return isCut();
      },
      'for the sleeper to be cut',
      60_000,
    );
    await speaker.mustSay('he sleeps');
    expect((await bystander.say('hello')).ok).toBe(true);

    const back = await desk.visit({ token: sleeper.token });
    let read = 0;
    for (let after = 0, more = true; more;) {
      const page = await back.emit('pull', { after });
      if (!page.ok) throw new Error(page.error.kind);
      read += page.events.filter(({ type }) => type === 'visitor_message').length;
      after = page.events.at(-1)?.seq ?? after;
      more = page.more;
    }
    expect(read).toBe(21);
    const [cut] = desk.logLines.filter((line) => line.includes('a slow reader was cut'));
    expect((JSON.parse(cut!) as { unsent: number }).unsent).toBeGreaterThan(1024 * 1024);
  });
});

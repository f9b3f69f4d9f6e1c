import { afterEach, describe, expect, it } from '@jest/globals';
import { KNOWN } from './testing/shop-sites.ts';
import { trainerThat } from './testing/small-trainer.ts';
import { startDesk } from './testing/start-desk.ts';
import type { TestDesk } from './testing/start-desk.ts';

let desk: TestDesk;
afterEach(() => desk.end());

describe('a server that stops', () => {
  it('answers what it took, refuses what comes later, and is not ready any more', async () => {
    let stopping: Promise<void> | null = null;
    const late: Promise<unknown>[] = [];
    const trainer = trainerThat(() => {
      if (stopping !== null) return;
      // The bot is at work on an answer when the stop begins.
      stopping = desk.server.stop();
      late.push(
        visitor.say('too late'),
        fetch(`${desk.url}/readyz`).then(
          ({ status }) => status,
          () => 'closed',
        ),
      );
    });
    desk = await startDesk({ trainer });
    const visitor = await desk.visit();
    const { seq } = await visitor.mustSay(KNOWN.question);
    expect(await visitor.answerTo(seq)).toMatchObject({ text: KNOWN.answer });
    const [refused, readiness] = await Promise.all(late.map((each) => each.catch(() => 'cut')));
    expect(['cut', 'closed', 503]).toContain(readiness);
    if (refused !== 'cut') expect(refused).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    await stopping;
    await expect(fetch(`${desk.url}/healthz`)).rejects.toThrow();
  });
});

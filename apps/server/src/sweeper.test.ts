import { createFakeClock } from '@solodesk/core/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { KNOWN } from './testing/shop-sites.ts';
import { startDesk } from './testing/start-desk.ts';
import type { TestDesk } from './testing/start-desk.ts';
import { until } from './testing/until.ts';
import { trainerThat } from './testing/small-trainer.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: TestDesk;
afterEach(() => desk.end());

describe('what time alone makes due', () => {
  it('is a promise to a visitor whose owner is silent for ten minutes, and only one', async () => {
    const clock = createFakeClock(Date.UTC(2026, 0, 5, 12));
    desk = await startDesk({ clock });
    const owner = await desk.console();
    const visitor = await desk.visit({ auth: { timeZone: 'Europe/Berlin' } });
    const { conversation } = await visitor.mustSay('hello');
    await owner.reply(conversation, 'One moment');
    await visitor.mustSay('are you there?');
    clock.advance(10 * MINUTE - 1);
    await desk.server.sweep();
    expect(visitor.events.some((event) => event.type === 'bot_message' && event.replyTo === undefined)).toBe(false);
    clock.advance(1);
    await desk.server.sweep();
    const promise = await visitor.hears((event) => event.type === 'bot_message' && event.replyTo === undefined);
    expect(promise).toMatchObject({ text: expect.stringMatching(/(today|tomorrow) \d\d:\d\d \(UTC\+1\)/) });
    clock.advance(HOUR);
    await desk.server.sweep();
    await desk.server.sweep();
    const all = visitor.events.filter((event) => event.type === 'bot_message' && event.replyTo === undefined);
    expect(all).toHaveLength(1);
  });

  it('is an end to what lies idle for a day', async () => {
    const clock = createFakeClock();
    desk = await startDesk({ clock });
    const visitor = await desk.visit();
    const { seq } = await visitor.mustSay(KNOWN.question);
    await visitor.answerTo(seq);
    clock.advance(24 * HOUR);
    await desk.server.sweep();
    expect(await visitor.hears(({ type }) => type === 'closed')).toMatchObject({ by: 'idle' });
  });
});

describe('what the bot owes', () => {
  it('is paid after a start, once, when a crash came before the answer', async () => {
    let broken = true;
    const trainer = trainerThat(() => {
      if (broken) throw new Error('as if the process had died here');
    });
    desk = await startDesk({ trainer });
    const visitor = await desk.visit();
    const { seq } = await visitor.mustSay(KNOWN.question);
    await until(() => desk.logLines.some((line) => line.includes('the bot could not answer')), 'for the failure');
    await desk.stop();

    broken = false;
    const { dataDir } = desk;
    desk = await startDesk({ trainer, dataDir });
    const back = await desk.visit({ token: visitor.token });
    const answers = await until(async () => {
      const page = await back.emit('pull', { after: 0 });
      const found = page.ok ? page.events.filter((event) => event.type === 'bot_message' && event.replyTo === seq) : [];
      return found.length > 0 && found;
    }, 'for the answer');
    expect(answers).toMatchObject([{ text: KNOWN.answer }]);
    await desk.server.sweep();
    const page = await back.emit('pull', { after: seq });
    expect(page).toMatchObject({ ok: true, lastSeq: seq + 1 });
  });
});

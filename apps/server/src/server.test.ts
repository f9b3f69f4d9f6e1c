import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KNOWN } from './testing/shop-sites.ts';
import { startDesk } from './testing/start-desk.ts';
import type { TestDesk } from './testing/start-desk.ts';

describe('the desk as a whole', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.end());

  it('answers a visitor by the bot, and shows the owner why', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const { seq, conversation } = await visitor.mustSay(KNOWN.question);
    expect(await visitor.answerTo(seq)).toMatchObject({ text: KNOWN.answer });
    const seen = await owner.hears((event) => event.type === 'bot_message' && event.conversation === conversation);
    expect(seen).toMatchObject({ text: KNOWN.answer, why: { kind: 'answered' } });
  });

  it('keeps a connection longer than the proxy before it does, which would send a request into one that is closing', async () => {
    const { headers } = await fetch(`${desk.url}/health`);
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });
});

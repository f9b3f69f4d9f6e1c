import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OWNER, postToConsole } from './testing/owner.ts';
import { startDesk } from './testing/start-desk.ts';
import type { TestDesk } from './testing/start-desk.ts';
import { trainerThat } from './testing/small-trainer.ts';

describe('the log', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({
      trainer: trainerThat((text) => {
        if (text.includes('break')) throw new Error('the model broke');
      }),
    });
  });
  afterAll(() => desk.end());

  it('holds no text, address, token or password, whatever goes well or wrong', async () => {
    const owner = await desk.console();
    const identity = { userId: 'user-secret', attributes: { email: 'ann@secret.example' } };
    const visitor = await desk.visit({
      auth: { identity, page: { url: 'https://x.example/?secret', title: 'secret' } },
    });
    const { conversation } = await visitor.mustSay('secret text, do not break');
    await visitor.emitAnything('message', { clientId: 'secret', text: { secret: 1 } });
    await visitor.emitAnything('secret event', 'secret');
    await visitor.emit('suggest', { text: 'secret suggestion' });
    await owner.reply(conversation, 'secret answer');
    await desk.knock({ token: 'secret-token', auth: { locale: 'secret' } }).welcomed.catch(() => null);
    await postToConsole(desk.url, '/login', { email: 'secret@secret.example', password: 'secret' });
    await fetch(`${desk.url}/api/receive_message`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"message": "secret", "token": "secret"',
    });
    await owner.must('block', { conversation, blocked: true, spam: true });
    await visitor.heard.until('goodbye');

    const everything = desk.logLines.join('\n');
    expect(everything).toContain('the model broke');
    const forbidden = ['secret', visitor.token, owner.cookie.split('=')[1]!, OWNER.email, OWNER.password, randomUUID()];
    for (const word of forbidden) expect(everything).not.toContain(word);
  });

  it('is one JSON object a line', () => {
    for (const line of desk.logLines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
  });
});

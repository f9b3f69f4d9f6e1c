/** @jest-environment jsdom */
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { ChatItem } from '@solodesk/client';
import { all, bot, button, settled, show, texts } from './testing/stage.tsx';

// A browser has it in a moment; here it is compiled first.
beforeAll(() => import('../later.ts'));
beforeEach(() => render(null, document.body));

describe('the log', () => {
  it('greets by itself, with the site’s questions and a way to a person', async () => {
    const { asked } = await show({});
    expect(texts('.m')).toEqual(['Hi! I am a bot.']);
    expect(all('.links a').map((link) => link.getAttribute('href'))).toEqual(['https://desk.example/help/shop/en']);
    expect(texts('.chips button')).toEqual(['Returns', 'Talk to a person']);
    button('Talk to a person').click();
    expect(asked).toContainEqual(['send', 'Talk to a person', 'solodesk.person']);
  });

  it('offers quick replies under the last message alone, and only while it is the bot’s', async () => {
    const quickReplies = [{ label: 'Yes', intent: 'yes' }];
    const { become, asked } = await show({ items: [bot(1, { quickReplies }), bot(2, { quickReplies })] });
    expect(texts('.chips button')).toEqual(['Yes']);
    button('Yes').click();
    expect(asked).toContainEqual(['send', 'Yes', 'yes']);
    await become({
      items: [bot(1, { quickReplies }), { type: 'outbox', clientId: 'a', text: 'no', at: 0, status: 'sending' }],
    });
    expect(texts('.chips button')).toEqual([]);
  });

  it('offers the bot, once, for as long as a person is waited for, whatever was said since', async () => {
    const quickReplies = [{ label: 'Go on with the bot', intent: 'solodesk.resume-bot' }];
    const conversation = { id: 'c', state: 'waiting', ownerName: null, ownerSeenSeq: 0 } as const;
    const said: ChatItem = { type: 'visitor_message', seq: 2, at: 0, text: 'hello?', clientId: 'a' };
    const { become, asked } = await show({ conversation, items: [bot(1, { quickReplies })] });
    expect(texts('.chips button')).toEqual(['Go on with the bot']);
    await become({ items: [bot(1), said] });
    button('Go on with the bot').click();
    expect(asked).toContainEqual(['send', 'Go on with the bot', 'solodesk.resume-bot']);
    expect(document.activeElement).toBe(all('textarea')[0]);
    await become({ conversation: { ...conversation, state: 'bot' } });
    expect(texts('.chips button')).toEqual([]);
  });

  it('shows text as text, and a link only where it is safe', async () => {
    const links = [
      { label: 'good', url: 'https://a.example' },
      { label: 'bad', url: 'javascript:alert(1)' },
    ];
    await show({
      items: [bot(1, { text: '<img src=x onerror=alert(1)> javascript:alert(2) https://b.example', links })],
    });
    expect(all('img')).toEqual([]);
    expect(all('a').map((link) => link.getAttribute('href'))).toEqual([
      'https://desk.example/help/shop/en',
      'https://b.example/',
      'https://a.example/',
    ]);
  });

  it('lets a message that was given up be tried again or deleted', async () => {
    const { asked } = await show({ items: [{ type: 'outbox', clientId: 'a', text: 'hi', at: 0, status: 'failed' }] });
    button('Not sent · tap to retry').click();
    button('Delete').click();
    expect(asked).toContainEqual(['retry', 'a']);
    expect(asked).toContainEqual(['discard', 'a']);
  });

  it('goes to its end for each message of one’s own, and not again for what comes while that waits to be sent', async () => {
    const own = (clientId: string): ChatItem => ({ type: 'outbox', clientId, text: 'hi', at: 0, status: 'failed' });
    const { become } = await show({ items: [bot(1)] });
    const log = all('.log')[0]!;
    for (const [name, value] of Object.entries({ scrollHeight: 5_000, clientHeight: 400 })) {
      Object.defineProperty(log, name, { value });
    }
    const readAbove = () => {
      log.scrollTop = 1_000;
      log.dispatchEvent(new Event('scroll'));
    };
    readAbove();
    await become({ items: [bot(1), bot(2)] });
    expect(log.scrollTop).toBe(1_000);
    await become({ items: [bot(1), bot(2), own('a')] });
    expect(log.scrollTop).toBe(5_000);
    readAbove();
    await become({ items: [bot(1), bot(2), bot(3), own('a')] });
    expect(log.scrollTop).toBe(1_000);
    await become({ items: [bot(1), bot(2), bot(3), own('a'), own('b')] });
    expect(log.scrollTop).toBe(5_000);
  });

  it('draws the end of a long log, and more of it when asked', async () => {
    await show({ items: Array.from({ length: 250 }, (_, index) => bot(index + 1)) });
    expect(all('.m')).toHaveLength(100);
    button('Show earlier messages').click();
    await settled();
    expect(all('.m')).toHaveLength(200);
  });

  it('moves while what was said is still on its way, and stands still once it is known, or the line is gone', async () => {
    const log = () => document.querySelector('[role=log]')!;
    const { become } = await show({ connection: 'connecting', conversation: null, loaded: false });
    expect(all('.dots')).toHaveLength(1);
    expect(log().getAttribute('aria-busy')).toBe('true');
    await become({ connection: 'offline' });
    expect(all('.dots')).toEqual([]);
    await become({ connection: 'online' });
    expect(all('.dots')).toHaveLength(1);
    await become({ items: [bot(1)] });
    expect(all('.dots')).toEqual([]);
    await become({ items: [], loaded: true });
    expect(all('.dots')).toEqual([]);
    expect(log().getAttribute('aria-busy')).toBe('false');
  });
});

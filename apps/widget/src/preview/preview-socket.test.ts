import { describe, expect, it } from '@jest/globals';
import { createChatClient } from '@solodesk/client';
import { memoryStorage } from '../frame/host/storage.ts';
import { createPreviewSocket } from './preview-socket.ts';

/** The real client over the preview's line; moments pass when the test says so. */
function preview() {
  const waiting: (() => void)[] = [];
  const later = (run: () => void) => void waiting.push(run);
  const pass = () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) next();
  };
  let ids = 0;
  const chat = createChatClient({
    site: '~1',
    storage: memoryStorage({}),
    locale: 'en',
    ids: { uuid: () => `id-${++ids}` },
    random: () => 0.5,
    clock: { now: () => 1000, setTimeout: () => 0, clearTimeout: () => undefined },
    connect: () =>
      createPreviewSocket({ presence: { here: true, name: 'Mei' }, answer: () => 'a preview', now: () => 1000, later }),
  });
  chat.start();
  pass();
  return { chat, pass };
}

describe('the line of a preview', () => {
  it('welcomes the widget like a desk, with nothing said yet', () => {
    const { chat } = preview();
    expect(chat.getState()).toMatchObject({
      connection: 'online',
      presence: { here: true, name: 'Mei' },
      items: [],
      loaded: true,
    });
  });

  it('takes what is said, and answers that it is a preview', () => {
    const { chat, pass } = preview();
    chat.send('hello');
    pass();
    expect(chat.getState().items).toMatchObject([
      { type: 'visitor_message', text: 'hello', seq: 1 },
      { type: 'bot_message', text: 'a preview', seq: 2 },
    ]);
    expect(chat.getState().typing).toBeNull();
  });

  it('offers no questions, and lets the chat be ended', async () => {
    const { chat, pass } = preview();
    const suggestions = chat.suggest('hel');
    pass();
    expect(await suggestions).toEqual([]);
  });
});

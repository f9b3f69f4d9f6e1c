import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connectVisitor } from './connect.ts';

/** Waits until the bot of a site recognises a sentence that it was taught: its model is loaded then. */
export async function awaitBot(url: string, site: string, taught: string, withinMs = 120_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (await isUnderstood(url, site, taught)) return;
    await pause(500);
  }
  throw new Error(`the bot of ${site} did not learn within ${withinMs} ms`);
}

async function isUnderstood(url: string, site: string, text: string): Promise<boolean> {
  const { socket } = await connectVisitor(url, site);
  try {
    const reply = new Promise<string | null>((resolve) => {
      setTimeout(() => resolve(null), 5000).unref();
      socket.on('events', ({ events }) => {
        for (const event of events) if (event.type === 'bot_message') resolve(event.text);
      });
    });
    socket.emit('message', { clientId: randomUUID(), text }, () => undefined);
    const said = await reply;
    // What the bot says by itself while it knows nothing; see core's bot-texts.ts.
    return said !== null && !/^I don't know|^I want to be sure/.test(said);
  } finally {
    socket.disconnect();
  }
}

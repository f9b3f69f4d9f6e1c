import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION } from '@solodesk/protocol/visitor';
import type { Ack } from '@solodesk/protocol/visitor';
import { expect, test } from '../fixtures/test.ts';
import { connectVisitor } from '../fixtures/raw-visitor.ts';

const ELEMENT = { type: 'script', props: { dangerouslySetInnerHTML: { __html: 'window.pwned=1' } }, __v: 1 };

test('an object where a string belongs is refused at the door, harms nobody, and the chat goes on', async ({
  widget,
  owner,
  desk,
}) => {
  await widget.start();
  await widget.tell('hello');
  const socket = await connectVisitor(desk.url, 'shop', await widget.token());
  const ask = (event: string, body: unknown) => socket.timeout(5_000).emitWithAck(event, body) as Promise<Ack>;
  const refused = { ok: false, error: { kind: 'bad_request' } };
  try {
    expect(await ask('message', { clientId: randomUUID(), text: ELEMENT })).toMatchObject(refused);
    expect(await ask('message', { clientId: ELEMENT, text: 'x' })).toMatchObject(refused);
    expect(await ask('message', [ELEMENT])).toMatchObject(refused);
    expect(await ask('message', null)).toMatchObject(refused);
    expect(await ask('page', { url: ELEMENT, title: ELEMENT })).toMatchObject(refused);
    expect(await ask('identify', { userId: ELEMENT, attributes: { a: ELEMENT } })).toMatchObject(refused);
    expect(await ask('no such event', { v: PROTOCOL_VERSION })).toMatchObject(refused);
    expect(await ask('message', { clientId: randomUUID(), text: 'x'.repeat(4001) })).toMatchObject({
      ok: false,
      error: { kind: 'too_large' },
    });
    // Without an acknowledgement nothing may fall over either.
    socket.emit('message');
    socket.emit('pull', ELEMENT);
    expect(await ask('message', { clientId: randomUUID(), text: 'a good one' })).toMatchObject({ ok: true });
  } finally {
    socket.disconnect();
  }
  await expect(widget.said('You', 'a good one')).toBeVisible();
  await owner.read(await widget.conversation());
  await expect(owner.log).toContainText('a good one');
  await expect(owner.log).not.toContainText('[object Object]');
  for (const { page } of [widget, owner]) expect(await page.evaluate(() => window.pwned)).toBeUndefined();
});

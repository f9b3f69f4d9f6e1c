import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { until } from '../testing/until.ts';
import { TurnSocketServer } from './turn-socket.ts';

describe('a WebSocket of the server', () => {
  const http = createServer();
  const server = new TurnSocketServer({ server: http });
  let client: WebSocket;
  let ours: WebSocket;
  let heard: string[];
  /** What was handed to the system, call by call. */
  let writes: number;

  beforeEach(async () => {
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const connected = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
    client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
    heard = [];
    client.on('message', (data: Buffer) => heard.push(data.toString()));
    await once(client, 'open');
    ours = await connected;
    const line = (ours as unknown as { _socket: Socket })._socket;
    const handle = (line as unknown as { _handle: { writev(...given: unknown[]): unknown } })._handle;
    const writev = handle.writev.bind(handle);
    writes = 0;
    handle.writev = (...given) => {
      writes++;
      return writev(...given);
    };
  });
  afterEach(async () => {
    client.terminate();
    ours.terminate();
    await new Promise((resolve) => http.close(resolve));
  });

  it('writes what is sent in one turn at once, in order', async () => {
    ours.send('ack');
    await Promise.resolve();
    ours.send('events');
    expect(writes).toBe(0);
    await until(() => heard.length === 2, 'for both');
    expect(heard).toEqual(['ack', 'events']);
    expect(writes).toBe(1);
  });

  it('keeps nothing back for the next turn', async () => {
    ours.send('one');
    await nextTurn();
    expect(writes).toBe(1);
    ours.send('two');
    await until(() => heard.length === 2, 'for both');
    expect(writes).toBe(2);
  });

  it('counts what the client has not read', async () => {
    client.pause();
    const large = 'x'.repeat(1024 * 1024);
    for (let i = 0; i < 16; i++) ours.send(large);
    await nextTurn();
    expect(ours.bufferedAmount).toBeGreaterThan(large.length);
  });

  it('tells its last words before it closes', async () => {
    ours.send('goodbye');
    ours.close();
    await until(() => client.readyState === WebSocket.CLOSED, 'for the end');
    expect(heard).toEqual(['goodbye']);
  });
});

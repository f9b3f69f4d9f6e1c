import { setTimeout as pause } from 'node:timers/promises';
import type { OwnerAcks, OwnerDownEvents, OwnerUpEvents } from '@solodesk/protocol/owner';
import { PROTOCOL_VERSION } from '@solodesk/protocol/visitor';
import type { VisitorDownEvents, VisitorUpEvents, Welcome } from '@solodesk/protocol/visitor';
import { io } from 'socket.io-client';
import type { ManagerOptions, Socket, SocketOptions } from 'socket.io-client';
import type { Server } from './start-server.ts';

export type VisitorSocket = Socket<VisitorDownEvents, VisitorUpEvents>;
export type OwnerSocket = Socket<OwnerDownEvents, OwnerUpEvents>;

/** What every connection of the benchmarks is made with: one WebSocket each, from our own origin. */
export function lineTo(url: string, headers: Record<string, string> = {}): Partial<ManagerOptions & SocketOptions> {
  return { transports: ['websocket'], forceNew: true, extraHeaders: { origin: url, ...headers } };
}

/** Connects a visitor, without reconnection. Resolves with the welcome. */
export function connectVisitor(
  url: string,
  site: string,
  token?: string,
): Promise<{ socket: VisitorSocket; welcome: Welcome }> {
  const auth = { v: PROTOCOL_VERSION, site, locale: 'en', token };
  const socket: VisitorSocket = io(`${url}/visitor`, { ...lineTo(url), auth, reconnection: false });
  return new Promise((resolve, reject) => {
    socket.once('welcome', (welcome) => resolve({ socket, welcome }));
    socket.once('connect_error', reject);
  });
}

export interface Owner {
  cookie: string;
}

/** Makes the first owner with the one-time link that the server printed at its first start. */
export async function setUpOwner({ url, output }: Pick<Server, 'url' | 'output'>): Promise<Owner> {
  const token = await setupToken(output);
  const answer = await fetch(`${url}/console/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-solodesk': '1', origin: url },
    body: JSON.stringify({ token, name: 'Mei', email: 'mei@shop.example', password: 'linen and teal 42' }),
  });
  if (!answer.ok) throw new Error(`set-up was refused: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { cookie: cookie.join('; ') };
}

/** The link is printed just after the server is ready. */
async function setupToken(output: () => string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const token = /\/console\/?#setup=([\w-]+)/.exec(output())?.[1];
    if (token !== undefined) return token;
    await pause(50);
  }
  throw new Error('the server printed no set-up link');
}

/** Connects a console that follows a site; reconnects by itself if `reconnection` is set. */
export async function connectOwner(url: string, owner: Owner, reconnection = false): Promise<OwnerSocket> {
  const socket: OwnerSocket = io(`${url}/owner`, {
    ...lineTo(url, { cookie: owner.cookie }),
    auth: { v: PROTOCOL_VERSION },
    reconnection,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1000,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** Opens the inbox of a site, which subscribes this console to it. */
export async function followSite(socket: OwnerSocket, site: string): Promise<void> {
  const answer: OwnerAcks['inbox'] = await socket.timeout(10_000).emitWithAck('inbox', { site, filter: 'open' });
  if (!answer.ok) throw new Error(`the inbox was refused: ${answer.error.kind} ${answer.error.message}`);
}

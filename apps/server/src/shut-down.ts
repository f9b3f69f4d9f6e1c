import type { Server as HttpServer } from 'node:http';
import type { Lanes } from '@solodesk/core/use-cases';
import type { Server } from 'socket.io';
import type { Intake } from './intake.ts';
import { engineClients, unsentBytes } from './realtime/engine-clients.ts';

/** How long clients have to read their last acks and answers. */
const READ_WITHIN_MS = 2_000;
/** How long requests that are under way have after that. */
const HANG_UP_AFTER_MS = 500;
const LOOK_EVERY_MS = 10;

export interface Closing {
  http: HttpServer;
  io: Server;
  intake: Intake;
  lanes: Lanes;
}

/** With the intake closed: finishes what was taken, lets its acks and the bot's answers go out, and then cuts the lines. */
export async function shutDown({ http, io, intake, lanes }: Closing): Promise<void> {
  await intake.idle();
  await lanes.idle();
  await everythingRead(io);
  const closed = io.close();
  const hangUp = setTimeout(() => http.closeAllConnections(), HANG_UP_AFTER_MS);
  http.closeIdleConnections();
  await closed;
  clearTimeout(hangUp);
}

async function everythingRead(io: Server): Promise<void> {
  const until = performance.now() + READ_WITHIN_MS;
  while (engineClients(io).some((client) => unsentBytes(client) > 0) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

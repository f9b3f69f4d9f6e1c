import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server in this process that counts what it takes by Message-ID. */
export interface PostOffice {
  port: number;
  /** How often a mail with that id was taken. */
  received(id: string): number;
  stop(): Promise<void>;
}

const HEAD_BYTES = 16_384;

export async function openPostOffice(): Promise<PostOffice> {
  const counts = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (head.length < HEAD_BYTES) head += chunk.toString('latin1');
      });
      stream.on('end', () => {
        const id = /^Message-ID:\s*<([^@>]+)@/im.exec(head)?.[1];
        if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  // Senders are killed in the middle: a line that breaks is what this is about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received: (id) => counts.get(id) ?? 0,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Log } from '@solodesk/core';
import type { ImapFlow } from 'imapflow';
import { isAnswer, readReply } from './read-reply.ts';
import type { MailReply } from './read-reply.ts';
import type { ImapServer } from './imap-server.ts';

/** How far a mailbox was read. */
export interface MailboxMark {
  /** Changes when the server numbers its mails anew; decimal. */
  uidValidity: string;
  lastUid: number;
}

export interface ImapInboxOptions {
  server: ImapServer;
  /** What the ids of our mails are signed with. */
  secret: string;
  /** Takes an answer; while it rejects, the mail is read again later. */
  onReply: (reply: MailReply) => Promise<void>;
  mark: { read(): MailboxMark | null; write(mark: MailboxMark): void };
  log: Log;
  /** Certificates to trust in place of the system's, PEM. */
  ca?: string;
  /** Pause after the first failure; each later one is twice as long, up to a hundredfold. Milliseconds. */
  firstPauseMs?: number;
  /** How often it is looked at where the server does not tell by itself. Milliseconds. */
  lookEveryMs?: number;
  /** Of a longer mail only the beginning is read: text comes before files. Bytes. */
  mostBytes?: number;
}

export type InboxState = { kind: 'connecting' } | { kind: 'reading' } | { kind: 'failing'; reason: string };

export interface ImapInbox {
  readonly state: InboxState;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 5_000;
const LOOK_EVERY_MS = 60_000;
/** Of a new mailbox, mails of this long ago are looked at: what was sent while nobody read. */
const LOOK_BACK_DAYS = 3;
/** What mail servers let through, and a little more: 25 MB of files, written as base64. */
const MOST_BYTES = 36 * 1024 * 1024;
const HEADERS = ['from', 'in-reply-to', 'references'];

/**
 * Reads the owner's mailbox for answers to our mails, and changes nothing in it: no flag, no folder. Connects again for good
 * when the line breaks, later each time.
 */
export function startImapInbox(options: ImapInboxOptions): ImapInbox {
  const { log, firstPauseMs = FIRST_PAUSE_MS } = options;
  let state: InboxState = { kind: 'connecting' };
  let client: ImapFlow | null = null;
  const stopping = new AbortController();
  const { signal } = stopping;

  const run = async () => {
    for (let failures = 0; !signal.aborted;) {
      client = await connect(options);
      if (signal.aborted) break;
      try {
        await read(
          client,
          options,
          () => {
            failures = 0;
            state = { kind: 'reading' };
          },
          () => signal.aborted,
        );
      } catch (cause) {
        if (signal.aborted) break;
        const reason = reasonOf(cause);
        state = { kind: 'failing', reason };
        log.warn({ reason, failures: failures + 1 }, 'the mailbox could not be read; it is tried again');
      } finally {
        client.close();
      }
      const pauseMs = firstPauseMs * Math.min(100, 2 ** failures++) * (0.5 + Math.random() / 2);
      await pauseFor(pauseMs, undefined, { signal }).catch((cause: unknown) => {
        if (!signal.aborted) throw cause;
      });
    }
  };
  const running = run();
  return {
    get state() {
      return state;
    },
    async stop() {
      stopping.abort();
      client?.close();
      await running;
    },
  };
}

/** The library is loaded with the first mailbox: most desks read none, and it would be a part of each of their starts. */
async function connect({ server, ca, mostBytes = MOST_BYTES }: ImapInboxOptions): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow');
  const { host, port, secure, user, pass } = server;
  const local = host === 'localhost' || host === '::1' || /^127\./.test(host);
  return new ImapFlow({
    ...{ host, port, secure, auth: { user, pass }, logger: false },
    // A password never goes over a network in the clear.
    ...(!secure && { doSTARTTLS: !local || ca !== undefined }),
    tls: ca !== undefined ? { ca } : { rejectUnauthorized: !local },
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 300_000,
    // An IDLE that a firewall has forgotten looks like a quiet mailbox.
    maxIdleTime: 240_000,
    maxLiteralSize: 2 * mostBytes,
  });
}

/** Reads until the line breaks: rejects then. */
async function read(
  client: ImapFlow,
  options: ImapInboxOptions,
  onReading: () => void,
  isStopped: () => boolean,
): Promise<void> {
  let ended: (cause: Error) => void = () => undefined;
  const end = new Promise<never>((_resolve, reject) => (ended = reject));
  // Whoever waits for it hears of it; where nobody does any more, it is no news.
  end.catch(() => undefined);
  client.on('error', (cause: Error) => ended(cause));
  client.on('close', () => ended(new Error('the server has closed the connection')));
  await Promise.race([client.connect(), end]);
  const mailbox = await client.mailboxOpen(options.server.mailbox, { readOnly: true });
  const validity = String(mailbox.uidValidity);
  onReading();
  let arrived = () => undefined as void;
  let more = true;
  client.on('exists', () => {
    more = true;
    arrived();
  });
  while (!isStopped()) {
    if (more) {
      more = false;
      await Promise.race([readNew(client, options, validity), end]);
      continue;
    }
    // By itself the client would begin to listen after fifteen quiet seconds only, and whoever answered would wait for them.
    client.idle().catch(ended);
    let timer: NodeJS.Timeout | undefined;
    const next = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        more = true;
        resolve();
      }, options.lookEveryMs ?? LOOK_EVERY_MS);
      arrived = resolve;
    });
    try {
      await Promise.race([next, end]);
    } finally {
      // Where the line has ended nobody is woken, and a timer that is left would keep the process.
      clearTimeout(timer);
    }
  }
}

async function readNew(client: ImapFlow, options: ImapInboxOptions, uidValidity: string): Promise<void> {
  for (const uid of await unreadUids(client, options, uidValidity)) {
    const found = await client.fetchOne(String(uid), { uid: true, headers: HEADERS }, { uid: true });
    // Most mails of a mailbox are none of ours: nothing of them is loaded.
    const headers = found === false ? undefined : found?.headers;
    if (headers?.includes('c_') === true && (await isAnswer(headers, options.secret))) await take(client, options, uid);
    options.mark.write({ uidValidity, lastUid: uid });
  }
}

async function unreadUids(client: ImapFlow, { mark }: ImapInboxOptions, uidValidity: string): Promise<number[]> {
  const known = mark.read();
  const since = new Date(Date.now() - LOOK_BACK_DAYS * 86_400_000);
  const from = known?.uidValidity === uidValidity ? known.lastUid : null;
  const found = await client.search(from === null ? { since } : { uid: `${from + 1}:*` }, { uid: true });
  const uids = Array.isArray(found) ? found : [];
  // `7:*` names the last mail also where its number is lower.
  return uids.filter((uid) => uid > (from ?? 0)).sort((a, b) => a - b);
}

async function take(client: ImapFlow, options: ImapInboxOptions, uid: number): Promise<void> {
  const { secret, onReply, log, mostBytes = MOST_BYTES } = options;
  const query = { uid: true, size: true, source: { start: 0, maxLength: mostBytes } };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  if (found === false || found?.source === undefined) return;
  const isCut = (found.size ?? 0) > found.source.length;
  const mail = await readReply(found.source, secret, isCut);
  if (mail.kind === 'reply') return onReply(mail.reply);
  log.info({ why: mail.why }, 'a mail that answers one of ours was left alone');
}

/** Without addresses: reasons stand in logs, and are shown. */
function reasonOf(cause: unknown): string {
  const { responseText, authenticationFailed, message, code } = cause as {
    responseText?: string;
    authenticationFailed?: boolean;
    message?: string;
    code?: string;
  };
  if (authenticationFailed === true) return 'user or password were refused';
  return `${responseText ?? message ?? String(cause)}${code === undefined ? '' : ` (${code})`}`
    .replace(/[^\s<>@]+@[^\s<>@]+/g, '…')
    .slice(0, 300);
}

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '@solodesk/core/use-cases';
import type { Files } from '@solodesk/files';
import { startImapInbox } from '@solodesk/notify';
import type { ImapInbox, MailboxMark } from '@solodesk/notify';
import type { Config } from '../config.ts';
import { joinWithFiles } from './join-with-files.ts';
import { replySecret } from './reply-secret.ts';

/** Reads answers to mails, where a mailbox is named; null where none is. */
export function openInbox({ imap, dataDir }: Config, desk: Desk, files: Files, ca?: string): ImapInbox | null {
  if (imap === null) return null;
  return startImapInbox({
    server: imap,
    secret: replySecret(dataDir),
    log: desk.log,
    mark: markIn(join(dataDir, 'mailbox.json')),
    ...(ca !== undefined && { ca }),
    async onReply(reply) {
      const outcome = await joinWithFiles(desk, files, reply);
      desk.log.info({ outcome, conversation: reply.conversation }, 'an answer came by mail');
    },
  });
}

/** How far the mailbox was read; lost, a few days of mails are read again, which changes nothing. */
function markIn(file: string): { read(): MailboxMark | null; write(mark: MailboxMark): void } {
  return {
    read() {
      try {
        const { uidValidity, lastUid } = JSON.parse(readFileSync(file, 'utf8')) as Partial<MailboxMark>;
        return typeof uidValidity === 'string' && typeof lastUid === 'number' ? { uidValidity, lastUid } : null;
      } catch (cause) {
        if (cause instanceof SyntaxError || (cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw cause;
      }
    },
    write(mark) {
      writeFileSync(`${file}.new`, JSON.stringify(mark), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

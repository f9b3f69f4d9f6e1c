import { createFakeClock } from '@solodesk/core/testing';
import { LOCALHOST, MailServer } from '@solodesk/notify/testing';
import type { Dovecot } from '@solodesk/notify/testing';
import type { Owner } from './owner.ts';
import { startDesk } from './start-desk.ts';

export const MINUTE = 60_000;
export const ANN = 'ann@customer.example';

/** A desk that sends to a real SMTP server and reads a real mailbox, with a clock of its own. @param user of the mailbox, one for each test */
export async function startMailDesk(dovecot: Dovecot, user: string) {
  const clock = createFakeClock(Date.UTC(2026, 0, 5, 12));
  const mails = await MailServer.start();
  const desk = await startDesk({
    ...{ clock, outgoingCa: LOCALHOST.cert },
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
      MAIL_FROM: 'desk@shop.example',
      IMAP_URL: dovecot.url(user).replace('127.0.0.1', 'localhost'),
    },
  });
  /** The key of Ann's conversation, once her address is known. */
  const known = async (conversation: string) => {
    const row = await desk.store.findConversation('shop', conversation);
    if (row === null) throw new Error('there is no such conversation');
    const write = { site: 'shop', at: clock.now(), uuid: () => crypto.randomUUID(), batch: null };
    await desk.store.noteVisitorContact(row.visitor.key, { email: ANN }, write);
    return row.conversation.key;
  };
  return {
    desk,
    deliver: (mail: string) => dovecot.deliver(mail, user),
    customerMails: () => mails.mails.filter(({ to }) => [to].flat().some((each) => each?.text === ANN)),
    async after(ms: number) {
      clock.advance(ms);
      await desk.server.sweep();
      await desk.server.sweep();
    },
    /** Ann, to whom the owner wrote after she had left. */
    async writtenTo(words: readonly string[]) {
      const owner: Owner = await desk.console();
      const visitor = await desk.visit();
      const sent = { clientId: crypto.randomUUID(), text: 'where is it', intent: 'solodesk.person' };
      const ack = await visitor.emit('message', sent);
      if (!ack.ok) throw new Error(ack.error.kind);
      const { conversation } = ack;
      const key = await known(conversation);
      visitor.leave();
      for (const text of words) await owner.reply(conversation, text);
      return { conversation, key, owner };
    },
    async end() {
      await desk.end();
      await mails.stop();
    },
  };
}

export type MailDesk = Awaited<ReturnType<typeof startMailDesk>>;

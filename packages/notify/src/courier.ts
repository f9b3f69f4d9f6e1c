import type { Courier, Locale, OwnerCall, PushDevice } from '@solodesk/core';
import { alertText } from './alert-texts.ts';
import { composeMail, composeTestMail } from './compose-mail.ts';
import { NOTICE_TEXTS } from './mail-texts.ts';
import { oneLine } from './plain.ts';
import type { MailOutcome, SmtpMailer } from './smtp-mailer.ts';
import type { PushMessage, WebPush } from './web-push.ts';

/** Longest text of a notice on a device. Characters. */
const NOTICE_LENGTH = 240;

export interface NoticeCourier extends Courier {
  testMail(id: string, to: string, locale: Locale): ReturnType<SmtpMailer['send']>;
  testPush(to: PushDevice, locale: Locale): ReturnType<WebPush['send']>;
}

/** Mails and pushes to the owner. @param mailer null where no mail server is named. */
export function createCourier(mailer: SmtpMailer | null, push: WebPush): NoticeCourier {
  const fault = { code: '', command: '', status: 0 };
  const noServer = async (): Promise<MailOutcome> => {
    return { kind: 'failed', reason: 'no mail server is named', permanent: true, fault };
  };
  return {
    mails: mailer !== null,
    async mailCall(call, to) {
      if (mailer === null) return noServer();
      // One mail for all who read one language; each of them is tried, and the first failure counts.
      const locales = [...new Set(to.map(({ locale }) => locale))];
      const outcomes = await Promise.all(
        locales.map((locale) => {
          const readers = to.filter((recipient) => recipient.locale === locale).map(({ address }) => address);
          const ids = { id: locales.length === 1 ? call.id : `${call.id}.${locale}`, thread: call.conversation.id };
          return mailer.send({ ...composeMail(call, locale), ...ids, to: readers });
        }),
      );
      return outcomes.find(({ kind }) => kind === 'failed') ?? { kind: 'delivered' };
    },
    pushCall: (call, to, locale) => push.send(to, callMessage(call, locale)),
    pushAlert({ alert, locale, link }, siteName, to) {
      const { title, lead, words } = alertText(alert, locale);
      const said = [...oneLine(words?.text ?? lead)].slice(0, NOTICE_LENGTH).join('');
      const url = `${new URL(link).pathname}${new URL(link).hash}`;
      return push.send(to, { title: `${oneLine(siteName)}: ${title}`, body: said, tag: url, url });
    },
    testMail: (id, to, locale) =>
      mailer === null ? noServer() : mailer.send({ ...composeTestMail(locale), id, to: [to] }),
    testPush(to, locale) {
      const t = NOTICE_TEXTS[locale];
      const message = { title: 'Solodesk', body: t.testPush, tag: 'test', url: '/console/#/settings' };
      return push.send(to, message);
    },
  };
}

/** The visitor's last words, as far as a notice has room. */
function callMessage({ site, conversation, events, link }: OwnerCall, locale: Locale): PushMessage {
  const last = events
    .map(({ entry }) => entry)
    .filter((entry) => entry.type === 'visitor_message')
    .at(-1);
  return {
    title: NOTICE_TEXTS[locale].pushTitle(oneLine(site.name)),
    body: [...oneLine(last?.text ?? '')].slice(0, NOTICE_LENGTH).join(''),
    tag: conversation.id,
    // Within the console whatever address it is reached by.
    url: `${new URL(link).pathname}${new URL(link).hash}`,
  };
}

import type { Locale } from '../locale.ts';
import { localize } from '../locale.ts';
import type { MailPayload } from '../outbox/mail.ts';
import type { Recommendation } from '../recommendation.ts';
import type { Site } from '../site.ts';
import type { LifeMessage } from './life-message.ts';
import { withName, withOffers } from './message-text.ts';

/** Whom a message is for. */
interface Reader {
  readonly name: string | null;
  readonly email: string | null;
  readonly locale: Locale | null;
}

/** A message as one reader gets it, in their language where the site speaks it. */
export function lifeMail(
  site: Pick<Site, 'locales' | 'defaultLocale'>,
  message: LifeMessage,
  reader: Reader,
  { unsubscribe, oneClick, offers }: { unsubscribe: string; oneClick?: string; offers: readonly Recommendation[] },
): MailPayload {
  const { name, email } = reader;
  const locale = reader.locale !== null && site.locales.includes(reader.locale) ? reader.locale : site.defaultLocale;
  const words = (text: LifeMessage['text']) => withName(withOffers(localize(text, locale) ?? '', offers, locale), name);
  const { link } = message;
  return {
    to: name === null ? { address: email ?? '' } : { address: email ?? '', name },
    locale,
    conversation: null,
    content: {
      template: 'message',
      // A name is what somebody typed: it stands in no subject.
      subject: withName(localize(message.subject, locale) ?? message.name, null),
      text: words(message.text),
      link: link && { label: localize(link.label, locale) ?? link.url, url: link.url },
      unsubscribe,
      ...(oneClick !== undefined && { oneClick }),
    },
  };
}

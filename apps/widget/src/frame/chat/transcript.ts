import type { ChatItem } from '@solodesk/client';
import type { Locale, WidgetSite } from '@solodesk/protocol/visitor';
import { formatDateTime } from '@solodesk/ui';
import type { Texts } from '../texts/en.ts';
import { stepOf, TICKET_TEXTS } from '../ticket/ticket-texts.ts';
import { happened } from './happened.ts';

/** The whole conversation as plain text, a line a message, with times of the browser's zone. */
export function transcriptOf(items: readonly ChatItem[], site: WidgetSite, texts: Texts, locale: Locale): string {
  const line = (item: ChatItem): string | null => {
    switch (item.type) {
      case 'outbox':
        return `${texts.you}: ${words(item)} (${texts[item.status]})`;
      case 'visitor_message':
        return `${texts.you}: ${words(item)}`;
      case 'bot_message':
        return [`${texts.bot}: ${item.text}`, ...(item.links ?? []).map((link) => `  ${link.label}: ${link.url}`)].join(
          '\n',
        );
      case 'owner_message':
        return `${item.name}: ${words(item)}`;
      case 'ticket':
        return `— ${item.name}: ${TICKET_TEXTS[locale].steps[stepOf(item.state)]} —`;
      case 'erased':
        return null;
      default:
        return `— ${happened(item, texts)} —`;
    }
  };
  const lines = items.flatMap((item) => {
    const said = line(item);
    return said === null ? [] : [`[${formatDateTime(item.at, locale)}] ${said}`];
  });
  return [site.name, '', ...lines, ''].join('\n');
}

/** What was said, and then its files by name. */
function words({ text, attachments }: Pick<Extract<ChatItem, { type: 'outbox' }>, 'text' | 'attachments'>): string {
  return [...(text ? [text] : []), ...(attachments ?? []).map(({ name }) => `[${name}]`)].join(' ');
}

/** Hands a text to the visitor as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

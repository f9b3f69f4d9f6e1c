import type { Locale, OwnerEvent } from '../../state/wire-types.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import type { Texts } from '../../texts/index.ts';

function ticketWords(event: Extract<OwnerEvent, { type: 'ticket' }>, t: Texts, locale: Locale): string {
  if (event.withdrawn) return ticketTexts[locale].takenBack;
  return event.reopened ? t.events.reopened : ticketTexts[locale].states[event.state];
}

/** What a change of the conversation says in its line; null for messages. */
export function eventWords(event: OwnerEvent, ownNames: readonly string[], t: Texts, locale: Locale): string | null {
  switch (event.type) {
    case 'handoff':
      return t.events[event.reason];
    case 'takeover':
      return ownNames.includes(event.name) ? t.events.youTook : t.events.took(event.name);
    case 'hand_back':
      return event.by === 'owner' ? t.events.backOwner : t.events.backVisitor;
    case 'closed':
      return { owner: t.events.closedOwner, visitor: t.events.closedVisitor, idle: t.events.closedIdle }[event.by];
    case 'reopened':
      return t.events.reopened;
    case 'ticket':
      return `${event.name} · ${ticketWords(event, t, locale)}`;
    case 'erased':
      return t.talk.erased;
    default:
      return null;
  }
}

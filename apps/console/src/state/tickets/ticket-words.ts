import type { TicketHistoryEntry, TicketRouteReason, TicketSummary, TicketTarget } from '@solodesk/protocol/owner';
import { categoryName, slotName } from '../../texts/ticket-name-texts.ts';
import { COLON } from '../../texts/index.ts';
import type { TicketTexts } from '../../texts/ticket-texts.ts';
import type { Locale } from '../wire-types.ts';

/** Where it stands, in words: what its visitor took back nobody solved. */
export function stateWords({ state, withdrawn }: Pick<TicketSummary, 'state' | 'withdrawn'>, t: TicketTexts): string {
  return t.states[withdrawn ? 'withdrawn' : state];
}

/** Who settles it, in words. */
export function targetWords(target: TicketTarget, t: TicketTexts): string {
  if (target.to === 'owner') return t.owner;
  if (target.to === 'action') return t.action(target.action);
  return `${target.name} (${target.mail})`;
}

/** Why it is there, in words. */
export function routeWords({ rule, because, byHand }: TicketRouteReason, t: TicketTexts, locale: Locale): string {
  if (byHand) return t.byHand;
  if (rule === null) return t.noRule;
  const fitted = because.map(({ on, was }) =>
    on === 'hours'
      ? t.on[was === 'open' ? 'open' : 'closed']
      : t.on[on](on === 'category' ? categoryName(was, locale) : was),
  );
  return fitted.length === 0 ? rule : `${rule} (${fitted.join(', ')})`;
}

export function whoWords(by: TicketHistoryEntry['by'], t: TicketTexts): string {
  return by.kind === 'owner' ? by.name : t.by[by.kind];
}

/** What happened, in one line; a note's own words stand under it. */
export function happenedWords(what: TicketHistoryEntry['what'], t: TicketTexts, locale: Locale): string {
  const h = t.happened;
  switch (what.type) {
    case 'state':
      return what.reopened ? h.reopened : h.state(t.states[what.from], t.states[what.to]);
    case 'completed':
      return h.completed(what.slots.map((slot) => slotName(slot, locale)).join(t.comma));
    case 'category':
      return h.category(categoryName(what.from, locale), categoryName(what.to, locale));
    case 'routed':
      return `${h.routed(targetWords(what.target, t))}${COLON[locale]}${routeWords(what.reason, t, locale)}`;
    case 'priority':
      return h.priority(what.from, what.to);
    case 'proposed':
      return h.proposed(what.choices.map(({ text }) => text).join(' / '));
    case 'verdict':
      return what.accepted ? h.accepted(what.text) : h.declined;
    default:
      return h[what.type];
  }
}

import type { Locale } from '../locale.ts';
import type { PriorityLevel } from '../priority/priority-rule.ts';
import type { RouteCondition, RouteTarget, TicketRoute } from './ticket-route.ts';
import { TO_OWNER } from './ticket-route.ts';

/** When a rule holds: everything that it names must fit. */
export interface RouteWhen {
  /** One of these; `*` at the end stands for anything. Left out: any. */
  readonly category?: readonly string[];
  readonly locale?: readonly Locale[];
  readonly level?: readonly PriorityLevel[];
  /** This priority or a higher one, 0 to 100. */
  readonly priority?: number;
  /** Whether the business is open at that moment. */
  readonly hours?: 'open' | 'closed';
}

/** A line of `site.json`'s routing; the first that holds sends the ticket. */
export interface RouteRule {
  /** Unique in its site; shown as the reason. */
  readonly name: string;
  readonly when: RouteWhen;
  readonly target: RouteTarget;
}

/** What routing looks at. */
export interface RouteFacts {
  readonly category: string;
  readonly locale: Locale;
  readonly level: PriorityLevel;
  readonly priority: number;
  readonly isOpen: boolean;
}

/** Where a ticket goes: the first rule that holds says so, else the owner has it. */
export function routeTicket(facts: RouteFacts, rules: readonly RouteRule[]): TicketRoute {
  for (const { name, when, target } of rules) {
    const because = fulfilled(when, facts);
    if (because !== null) return { target, rule: name, because, byHand: false };
  }
  return TO_OWNER;
}

/** What the rule asked for and the ticket had; null when one thing does not fit. */
function fulfilled(when: RouteWhen, facts: RouteFacts): RouteCondition[] | null {
  const because: RouteCondition[] = [];
  const ask = (on: RouteCondition['on'], fits: boolean, was: string): boolean => {
    because.push({ on, was });
    return fits;
  };
  const { category, locale, level, priority, hours } = when;
  const now = facts.isOpen ? 'open' : 'closed';
  const holds =
    (category === undefined ||
      ask(
        'category',
        category.some((one) => isOf(facts.category, one)),
        facts.category,
      )) &&
    (locale === undefined || ask('locale', locale.includes(facts.locale), facts.locale)) &&
    (level === undefined || ask('level', level.includes(facts.level), facts.level)) &&
    (priority === undefined || ask('priority', facts.priority >= priority, String(facts.priority))) &&
    (hours === undefined || ask('hours', hours === now, now));
  return holds ? because : null;
}

function isOf(category: string, wanted: string): boolean {
  return wanted.endsWith('*') ? category.startsWith(wanted.slice(0, -1)) : category === wanted;
}

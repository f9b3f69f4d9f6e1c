import { GONE_ORDERS } from '@solodesk/core';
import type { ContactFilter } from '@solodesk/core';

export type SqlValues = Readonly<Record<string, string | number>>;

const DAY = 86_400_000;
const ORDERS = `FROM shop_order o WHERE o.contact = contact.key AND o.status NOT IN (${quoted(GONE_ORDERS)})`;
const SEEN = `EXISTS (SELECT 1 FROM visitor_contact vc JOIN conversation c ON c.key = vc.visitor
  WHERE vc.contact = contact.key AND c.last_visitor_at >=`;

/** Whether a contact may get marketing mails, and whether one of their browsers is blocked. */
export const ALLOWED = `EXISTS (SELECT 1 FROM contact_profile p WHERE p.contact = contact.key AND p.marketing_at IS NOT NULL)`;
export const BLOCKED = `EXISTS (SELECT 1 FROM visitor_contact vc JOIN visitor v ON v.key = vc.visitor
  WHERE vc.contact = contact.key AND v.blocked <> 'no')`;

/** A condition on a row of `contact`, whose site is `@site`. */
export function contactWhere(filter: ContactFilter, now: number): { sql: string; values: SqlValues } {
  const parts: string[] = ['1'];
  const values: Record<string, string | number> = {};
  const value = (name: string, given: string | number) => {
    values[name] = given;
    return `@${name}`;
  };
  const whether = (given: boolean | undefined, sql: string) => {
    if (given !== undefined) parts.push(given ? sql : `NOT ${sql}`);
  };
  const { stages, tags = [], locale, spent, attribute } = filter;
  if (stages !== undefined) {
    // Names of the program's own: nothing that somebody typed.
    parts.push(`EXISTS (SELECT 1 FROM life_stage l WHERE l.contact = contact.key AND l.stage IN (${quoted(stages)}))`);
  }
  for (const [index, tag] of tags.entries()) {
    const name = value(`tag${index}`, tag);
    parts.push(
      `EXISTS (SELECT 1 FROM contact_tag t WHERE t.site = @site AND t.tag = ${name} AND t.contact = contact.key)`,
    );
  }
  if (locale !== undefined) parts.push(`contact.locale = ${value('locale', locale)}`);
  whether(filter.marketing, ALLOWED);
  whether(filter.customer, '(contact.customer_since IS NOT NULL)');
  whether(filter.blocked, BLOCKED);
  const since = (name: string, days: number) => value(name, now - days * DAY);
  if (filter.seenWithinDays !== undefined) parts.push(`${SEEN} ${since('seen', filter.seenWithinDays)})`);
  if (filter.unseenForDays !== undefined) parts.push(`NOT ${SEEN} ${since('unseen', filter.unseenForDays)})`);
  if (filter.minOrders !== undefined) {
    parts.push(`(SELECT count(*) ${ORDERS}) >= ${value('minOrders', filter.minOrders)}`);
  }
  if (filter.maxOrders !== undefined) {
    parts.push(`(SELECT count(*) ${ORDERS}) <= ${value('maxOrders', filter.maxOrders)}`);
  }
  if (spent !== undefined) {
    const currency = value('currency', spent.currency);
    parts.push(
      `(SELECT coalesce(sum(o.total), 0) ${ORDERS} AND o.currency = ${currency}) >= ${value('spent', spent.atLeast)}`,
    );
  }
  if (attribute !== undefined) {
    const same = attribute.value === undefined ? '' : ` AND a.value = ${value('attributeValue', attribute.value)}`;
    parts.push(`EXISTS (SELECT 1 FROM contact_profile p, json_each(p.attributes) a
      WHERE p.contact = contact.key AND a.key = ${value('attribute', attribute.name)}${same})`);
  }
  if (filter.orderedWithinDays !== undefined) {
    parts.push(`EXISTS (SELECT 1 ${ORDERS} AND o.placed_at >= ${since('ordered', filter.orderedWithinDays)})`);
  }
  if (filter.solvedWithinDays !== undefined) {
    const at = since('solved', filter.solvedWithinDays);
    parts.push(`EXISTS (SELECT 1 FROM ticket k WHERE k.contact = contact.key AND k.solved_at >= ${at}
      AND json_extract(k.body, '$.withdrawn') IS NULL)`);
  }
  return { sql: parts.join(' AND '), values };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

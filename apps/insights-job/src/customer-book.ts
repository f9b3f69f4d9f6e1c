import { keptWithin } from '@solodesk/analytics';
import type { CustomerRow, Purchase, RfmRow, Spend } from '@solodesk/analytics';
import type { Site } from '@solodesk/core';
import type { InsightReader } from '@solodesk/store-sqlite';
import { dateOf, dayNumber } from './days.ts';

interface BookOrder {
  readonly day: number;
  readonly month: number;
  readonly total: number | null;
  readonly currency: string | null;
}

interface BookCustomer {
  readonly key: number;
  readonly since: number;
  readonly marked: number | null;
  readonly channel: string;
  /** By day. */
  readonly orders: BookOrder[];
  readonly seen: Set<number>;
}

/** An order that never was one. */
const VOID: ReadonlySet<string> = new Set(['cancelled']);

/**
 * All customers of a site with their days, read once a run. Whoever asks for a day gets what was so at its end: later orders are not
 * counted. A customer's first source, or else the site that they came from, is their channel.
 */
export class CustomerBook {
  readonly #customers = new Map<number, BookCustomer>();
  readonly #spend;
  readonly #ofNobody: number[] = [];
  /** The owner's own rule. */
  readonly #days: number | null;
  #written: ReadonlyMap<number, readonly string[]> | null = null;

  constructor(reader: InsightReader, site: number, { timeZone: zone, insights }: Pick<Site, 'timeZone' | 'insights'>) {
    this.#days = insights.customerDays;
    const day = (at: number) => dayNumber(dateOf(at, zone));
    for (const { key, createdAt, customerSince, source } of reader.contacts(site)) {
      const marked = customerSince === null ? null : day(customerSince);
      const channel = channelOf(source);
      this.#customers.set(key, { key, since: day(createdAt), marked, channel, orders: [], seen: new Set() });
    }
    for (const { contact, placedAt, status, total, currency } of reader.orders(site)) {
      if (VOID.has(status)) continue;
      const date = dateOf(placedAt, zone);
      const customer = contact === null ? undefined : this.#customers.get(contact);
      if (customer === undefined) this.#ofNobody.push(dayNumber(date));
      else customer.orders.push({ day: dayNumber(date), month: monthNumber(date), total, currency });
    }
    for (const { orders } of this.#customers.values()) orders.sort((one, other) => one.day - other.day);
    this.#spend = reader.spend(site);
  }

  /** A contact was there on a day. */
  noteSeen(contact: number, day: number): void {
    this.#customers.get(contact)?.seen.add(day);
  }

  channel(contact: number): string {
    return this.#customers.get(contact)?.channel ?? 'direct';
  }

  /** All that is written of a day, in an order of its own: an order, a mark, whose first one it is, and on a month's first day its spend. */
  written(day: number): readonly string[] {
    this.#written ??= this.#byDay();
    return this.#written.get(day) ?? [];
  }

  /** The same of all days up to one: a month's spend may stand before anything that happened; and by which rule customers are lost. */
  writtenUntil(day: number): readonly string[] {
    this.#written ??= this.#byDay();
    const days = [...this.#written.keys()].filter((each) => each <= day).sort((one, other) => one - other);
    return [`rule ${this.#days ?? ''}`, ...days.flatMap((each) => this.written(each))];
  }

  #byDay(): ReadonlyMap<number, readonly string[]> {
    const days = new Map<number, string[]>();
    const add = (day: number, ...row: readonly (string | number | null)[]) => {
      const rows = days.get(day) ?? [];
      rows.push(JSON.stringify(row));
      days.set(day, rows);
    };
    for (const { key, since, marked, channel, orders } of this.#customers.values()) {
      const first = orders.reduce((least, { day }) => Math.min(least, day), marked ?? Infinity);
      if (first !== Infinity) add(first, 'customer', key, since, channel);
      if (marked !== null) add(marked, 'mark', key);
      for (const { day, total, currency } of orders) add(day, 'order', key, total, currency);
    }
    for (const day of this.#ofNobody) add(day, 'order', null);
    for (const { channel, month, currency, amount } of this.#spend) {
      add(dayNumber(`${month}-01`), 'spend', channel, currency, amount);
    }
    for (const rows of days.values()) rows.sort();
    return days;
  }

  /** The contacts who had bought or were marked by the end of a day. */
  rows(until: number): CustomerRow[] {
    const rows: CustomerRow[] = [];
    for (const { key, since, marked, orders, seen } of this.#customers.values()) {
      const days = orders.filter(({ day }) => day <= until).map(({ day }) => day);
      const mark = marked !== null && marked <= until ? marked : null;
      if (days.length === 0 && mark === null) continue;
      const there = [...seen].filter((day) => day <= until).sort((one, other) => one - other);
      rows.push({ id: String(key), since, marked: mark, orders: days, seen: there });
    }
    return rows;
  }

  /** The rule by which somebody is lost; `gaps` is null where it is the owner's. */
  keptWithin(rows: readonly CustomerRow[]): { days: number; gaps: number | null } {
    return this.#days === null ? keptWithin(rows.map(({ orders }) => orders)) : { days: this.#days, gaps: null };
  }

  /** Orders within some days that lead to no contact. */
  ordersOfNobody(from: number, to: number): number {
    return this.#ofNobody.filter((day) => day >= from && day <= to).length;
  }

  /** What was spent in months (`2026-05`, both included), all of it or on one channel. */
  spend(from: string, to: string, channel?: string): Spend[] {
    return this.#spend
      .filter((row) => row.month >= from && row.month <= to && (channel === undefined || row.channel === channel))
      .map(({ currency, amount }) => ({ currency, amount }));
  }

  spendChannels(from: string, to: string): string[] {
    const rows = this.#spend.filter(({ month }) => month >= from && month <= to);
    return [...new Set(rows.map(({ channel }) => channel))];
  }

  purchases(until: number): Purchase[] {
    return [...this.#customers.values()].flatMap(({ key, orders }) =>
      orders.filter(({ day }) => day <= until).map(({ month }) => ({ customer: String(key), period: month })),
    );
  }

  /** What customers' orders came to, in the currency of most orders: others are never added to it. */
  rfmRows(until: number): { rows: RfmRow[]; currency: string | null } {
    const counts = new Map<string, number>();
    for (const { orders } of this.#customers.values()) {
      for (const { day, currency } of orders) {
        if (day <= until && currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
      }
    }
    const currency = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
    const rows = [...this.#customers.values()].flatMap(({ key, orders }): RfmRow[] => {
      const own = orders.filter(({ day }) => day <= until);
      const last = own.at(-1);
      if (last === undefined) return [];
      const monetary = own.reduce((sum, order) => sum + (order.currency === currency ? (order.total ?? 0) : 0), 0);
      return [{ customer: String(key), recency: until - last.day, frequency: own.length, monetary }];
    });
    return { rows, currency };
  }
}

export function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The channel that a contact's first source names: as spend is written down by. */
function channelOf(source: string): string {
  const { source: named, referrer } = JSON.parse(source) as { source?: string; referrer?: string };
  if (named !== undefined && named.trim() !== '') return named.trim().toLowerCase();
  return channelOfPage(referrer ?? null);
}

/** The site that somebody came from. */
export function channelOfPage(referrer: string | null): string {
  if (referrer === null || !URL.canParse(referrer)) return 'direct';
  return new URL(referrer).hostname.replace(/^www\./, '');
}

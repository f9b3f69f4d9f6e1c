import type { Order, OrderLine, OrderStatus } from '@solodesk/core';

export interface OrderRow {
  key: number;
  number: string;
  contact: number | null;
  email: string | null;
  placed_at: number;
  status: OrderStatus;
  status_text: string | null;
  total: number | null;
  currency: string | null;
  lines: string;
  tracking_url: string | null;
}

export const ORDER_COLUMNS = `key, number, contact, email, placed_at, status, status_text, total, currency, lines, tracking_url`;

export const ORDER_FIELDS = [
  'site',
  'number',
  'contact',
  'email',
  'placed_at',
  'status',
  'status_text',
  'total',
  'currency',
  'lines',
  'tracking_url',
  'written_by',
];

export function toOrder(row: OrderRow, site: string): Order {
  return {
    key: row.key,
    site,
    number: row.number,
    contactKey: row.contact,
    email: row.email,
    placedAt: row.placed_at,
    status: row.status,
    statusText: row.status_text,
    total: row.total,
    currency: row.currency,
    lines: JSON.parse(row.lines) as OrderLine[],
    trackingUrl: row.tracking_url,
  };
}

export function orderColumns(order: Order, site: number) {
  return {
    site,
    number: order.number,
    contact: order.contactKey,
    email: order.email,
    placed_at: order.placedAt,
    status: order.status,
    status_text: order.statusText,
    total: order.total,
    currency: order.currency,
    lines: JSON.stringify(order.lines),
    tracking_url: order.trackingUrl,
  };
}

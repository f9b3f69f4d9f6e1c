import type { Clock, Contact, LifeStage, Order, Store } from '@solodesk/core';
import { LIFE_STAGES, ORDER_STATUSES } from '@solodesk/core';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { fromCursor, locale, moment, momentOut, none, page, pageOf, paging, told } from './fields.ts';
import { Problem } from './problem.ts';

const customerSchema = z
  .object({
    id: told(z.string(), 'The business’s own id, or one that was made here.', '商家自己的 id，或系统生成的 id。'),
    verified: told(
      z.boolean(),
      'False: what a single visitor said of themselves.',
      'false：仅为某位访客自己填写的内容。',
    ),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: told(z.string().nullable(), 'E.164.', 'E.164 格式。'),
    locale: locale.nullable(),
    customer: told(z.boolean(), 'Whether they have bought, or were marked so.', '是否购买过，或被标记为客户。'),
    customerSince: momentOut.nullable(),
    stage: told(
      z.enum(LIFE_STAGES).nullable(),
      'Where they stand as a customer; null while that was not worked out yet.',
      '客户生命周期阶段；尚未计算时为 null。',
    ),
    source: z.object({
      referrer: z.string().optional(),
      source: z.string().optional(),
      medium: z.string().optional(),
      campaign: z.string().optional(),
    }),
    createdAt: momentOut,
  })
  .meta({ id: 'Customer' });
const amount = (en: string, zh: string) => told(z.int().nullable(), en, zh);
const orderSchema = z
  .object({
    number: z.string(),
    customer: told(z.string().nullable(), 'Id of the customer.', '客户的 id。'),
    email: z.string().nullable(),
    placedAt: momentOut,
    status: z.enum(ORDER_STATUSES),
    statusText: told(z.string().nullable(), 'The shop’s own word for it.', '商店自己的说法。'),
    total: amount('Minor units of the currency.', '最小货币单位。'),
    currency: told(z.string().nullable(), 'ISO 4217.', 'ISO 4217 代码。'),
    lines: z.array(
      z.object({
        product: z.string().nullable(),
        name: z.string().nullable(),
        quantity: z.number(),
        price: amount('Of one piece, in minor units.', '单价，最小货币单位。'),
      }),
    ),
    trackingUrl: z.string().nullable(),
  })
  .meta({ id: 'Order' });

/** Reading what a business knows of people and their orders. */
export function customerRoutes(store: Store, clock: Clock): ApiRoute[] {
  return [
    apiRoute({
      ...{ method: 'get', path: '/api/customers', id: 'listCustomers', tag: 'customers', scope: 'customers:read' },
      title: { en: 'List customers', zh: '列出客户' },
      about: { en: 'The newest first.', zh: '最新的在前。' },
      ...{ params: none.params, body: null },
      query: z.strictObject({
        search: told(
          z.string().max(100).optional(),
          'Looked for in id, name, address and number.',
          '在 id、姓名、邮箱和电话中查找。',
        ),
        stage: told(z.enum(LIFE_STAGES).optional(), 'Only those in this stage.', '只列出此阶段的客户。'),
        ...paging,
      }),
      answers: { 200: { about: { en: 'A page of customers.', zh: '一页客户。' }, schema: pageOf(customerSchema) } },
      async run({ site, query: { search, stage, cursor, limit } }) {
        const before = fromCursor(cursor, 'number');
        const asked = {
          limit: limit + 1,
          ...(search !== undefined && { search }),
          ...(before !== undefined && { before }),
        };
        const found =
          stage === undefined
            ? await store.contacts(site.id, asked)
            : await store.contactsBy(site.id, { stages: [stage] }, { ...asked, now: clock.now() });
        const stages = await stagesOf(store, site.id, found);
        return page(
          found,
          limit,
          (contact) => customerView(contact, stages),
          ({ key }) => key,
        );
      },
    }),
    apiRoute({
      ...{ method: 'get', path: '/api/customers/{id}', id: 'getCustomer', tag: 'customers', scope: 'customers:read' },
      title: { en: 'Read a customer', zh: '读取客户' },
      about: { en: 'By id.', zh: '按 id。' },
      params: z.strictObject({ id: z.string().max(100) }),
      ...{ query: none.query, body: null, problems: ['not_found'] },
      answers: { 200: { about: { en: 'The customer.', zh: '客户。' }, schema: customerSchema } },
      async run({ site, params }) {
        const contact = await store.findContact(site.id, { id: params.id });
        if (contact === null) throw new Problem('not_found', 'nothing of this site is called so');
        return { status: 200, body: customerView(contact, await stagesOf(store, site.id, [contact])) };
      },
    }),
    apiRoute({
      ...{ method: 'get', path: '/api/orders', id: 'listOrders', tag: 'orders', scope: 'orders:read' },
      title: { en: 'List orders', zh: '列出订单' },
      about: { en: 'The newest in the desk first.', zh: '最后收到的在前。' },
      ...{ params: none.params, body: null },
      query: z.strictObject(paging),
      answers: { 200: { about: { en: 'A page of orders.', zh: '一页订单。' }, schema: pageOf(orderSchema) } },
      async run({ site, query: { cursor, limit } }) {
        const before = fromCursor(cursor, 'number');
        const found = await store.orders(site.id, { limit: limit + 1, ...(before !== undefined && { before }) });
        const views = await orderViews(store, site.id, found);
        return page(
          views,
          limit,
          ({ view }) => view,
          ({ key }) => key,
        );
      },
    }),
    apiRoute({
      ...{ method: 'get', path: '/api/orders/{number}', id: 'getOrder', tag: 'orders', scope: 'orders:read' },
      title: { en: 'Read an order', zh: '读取订单' },
      about: { en: 'By its number, in any case.', zh: '按订单号，不分大小写。' },
      params: z.strictObject({ number: z.string().max(60).toUpperCase() }),
      ...{ query: none.query, body: null, problems: ['not_found'] },
      answers: { 200: { about: { en: 'The order.', zh: '订单。' }, schema: orderSchema } },
      async run({ site, params }) {
        const order = await store.findOrder(site.id, params.number);
        const [shown] = order === null ? [] : await orderViews(store, site.id, [order]);
        if (shown === undefined) throw new Problem('not_found', 'nothing of this site is called so');
        return { status: 200, body: shown.view };
      },
    }),
    apiRoute({
      ...{
        method: 'get',
        path: '/api/customers/{id}/orders',
        id: 'listOrdersOfCustomer',
        tag: 'customers',
        scope: 'orders:read',
      },
      title: { en: 'List the orders of a customer', zh: '列出某位客户的订单' },
      about: {
        en: 'The last 100 at most, the last placed first; there is no further page.',
        zh: '最多最近 100 个，最后下单的在前；没有下一页。',
      },
      params: z.strictObject({ id: z.string().max(100) }),
      ...{ query: none.query, body: null, problems: ['not_found'] },
      answers: { 200: { about: { en: 'Orders.', zh: '订单。' }, schema: pageOf(orderSchema) } },
      async run({ site, params }) {
        const contact = await store.findContact(site.id, { id: params.id });
        if (contact === null) throw new Problem('not_found', 'nothing of this site is called so');
        const views = await orderViews(store, site.id, await store.ordersOfContact(site.id, contact.key, 100));
        return { status: 200, body: { items: views.map(({ view }) => view), next: null } };
      },
    }),
  ];
}

function stagesOf(store: Store, site: string, contacts: readonly Contact[]) {
  return store.stagesOf(
    site,
    contacts.map(({ key }) => key),
  );
}

function customerView(
  { key, site: _site, ownId: _ownId, customerSince, createdAt, source, ...contact }: Contact,
  stages: ReadonlyMap<number, LifeStage>,
) {
  return {
    ...contact,
    stage: stages.get(key) ?? null,
    source: { ...source },
    customerSince: moment(customerSince),
    createdAt: moment(createdAt),
  };
}

async function orderViews(store: Store, site: string, orders: readonly Order[]) {
  const keys = [...new Set(orders.map(({ contactKey }) => contactKey))].filter((key) => key !== null);
  const contacts = await Promise.all(keys.map((key) => store.findContact(site, { key })));
  const ids = new Map(contacts.map((contact) => [contact?.key, contact?.id]));
  return orders.map(({ key, site: _site, contactKey, placedAt, ...order }) => ({
    key,
    view: { ...order, customer: ids.get(contactKey ?? undefined) ?? null, placedAt: moment(placedAt) },
  }));
}

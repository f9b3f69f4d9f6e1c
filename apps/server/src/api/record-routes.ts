import type { Clock, Contact, Ids, Order, ProductRecord, RecordKind, SavedRecord, Store } from '@solodesk/core';
import { recordSchemas } from '@solodesk/records';
import type { DraftOf } from '@solodesk/records';
import { z } from 'zod';
import type { ApiAnswer, ApiCall, ApiRoute, Told } from './api-route.ts';
import { none } from './fields.ts';
import { readPart } from './read-part.ts';
import { readSentRecords } from './read-sent-records.ts';
import { Problem } from './problem.ts';

interface RecordParts {
  store: Store;
  clock: Clock;
  ids: Ids;
  /** Products of a site were written. */
  onProducts(site: string): void;
}

/** Records of one request. */
const MOST = 1_000;

const outcome = z.enum(['new', 'changed', 'same']);
const savedSchema = z.object({
  id: z.string().describe('Of a product or customer its id, of an order its number.'),
  outcome,
});
const manySchema = z.object({ results: z.array(savedSchema) });

/** What other programs send here; spend is imported, or typed in, and feedback has a door of its own. */
type SentKind = Exclude<RecordKind, 'spend' | 'feedback'>;
type Save<K extends SentKind> = (call: ApiCall, drafts: DraftOf[K][]) => Promise<{ id: string; outcome: string }[]>;

const EXAMPLES: Record<SentKind, object> = {
  products: { id: 'shirt-1', names: { en: 'Linen shirt', zh: '亚麻衬衫' }, price: 4990, currency: 'EUR', stock: 12 },
  orders: {
    ...{ number: 'TL-1042', status: 'shipped', placedAt: '2026-11-27T10:00:00Z', total: 9980, currency: 'EUR' },
    customer: { email: 'ada@example.com', name: 'Ada' },
    lines: [{ product: 'shirt-1', quantity: 2, price: 4990 }],
  },
  customers: { id: 'C-7', email: 'ada@example.com', name: 'Ada', locale: 'en', customer: true },
};

/** What a shop system sends as it happens. Everything is added or changed by its key, so that sending it twice does no harm. */
export function recordRoutes({ store, clock, ids, onProducts }: RecordParts): ApiRoute[] {
  const write = ({ site }: ApiCall) => ({ site: site.id, at: clock.now(), uuid: () => ids.uuid(), batch: null });
  const now = () => clock.now();
  const saved = <T>(records: readonly SavedRecord<T>[], idOf: (record: T) => string) =>
    records.map(({ outcome: came, record }) => ({ id: idOf(record), outcome: came }));
  return [
    route('products', 'saveProducts', {
      now,
      title: { en: 'Add or change products', zh: '添加或修改商品' },
      async save(call, drafts) {
        const products = await store.saveProducts(drafts, write(call));
        onProducts(call.site.id);
        return saved(products, ({ id }: ProductRecord) => id);
      },
    }),
    route('orders', 'saveOrders', {
      now,
      title: { en: 'Add or change orders', zh: '添加或修改订单' },
      save: async (call, drafts) => saved(await store.saveOrders(drafts, write(call)), ({ number }: Order) => number),
    }),
    route('customers', 'saveCustomers', {
      now,
      title: {
        en: 'Add or change customers',
        zh: '添加或修改客户',
      },
      save: async (call, drafts) => saved(await store.saveContacts(drafts, write(call)), ({ id }: Contact) => id),
    }),
  ];
}

function route<K extends SentKind>(
  kind: K,
  id: string,
  { title, save, now }: { title: Told; save: Save<K>; now: () => number },
): ApiRoute {
  return {
    ...{ method: 'post', path: `/api/${kind}`, id, tag: kind, scope: `${kind}:write`, title, ...none },
    about: {
      en: `One object, or an array of up to ${MOST}. Products are known by their id, orders by their number (the customers that they name come with them), customers by id, else e-mail address, else telephone number. What is left out stays as it is, null empties it. All are taken, or none: a wrong one is answered with where and why. Amounts are whole numbers of minor units (4990 is 49.90), moments are ISO 8601 with their offset.`,
      zh: `一个对象，或最多 ${MOST} 个对象的数组。商品按 id 识别，订单按订单号（其中的客户一并保存），客户先按 id，再按邮箱，再按电话。未写的字段保持不变，null 表示清空。要么全部接受，要么全部拒绝：有错误时会指出位置和原因。金额是最小货币单位的整数（4990 即 49.90），时间为带时区偏移的 ISO 8601。`,
    },
    body: { schema: recordSchemas({ country: null })[kind], many: MOST, example: EXAMPLES[kind] },
    answers: {
      200: {
        about: {
          en: 'Changed or the same; of an array, what came of each in its order.',
          zh: '已修改或无变化；对数组则按顺序给出每一个的结果。',
        },
        schema: z.union([savedSchema, manySchema]),
      },
      201: { about: { en: 'Added.', zh: '已添加。' }, schema: savedSchema },
    },
    problems: ['invalid', 'too_large'],
    async run(call): Promise<ApiAnswer> {
      const { body, site } = call;
      readPart('query', none.query, call.query);
      const many = Array.isArray(body);
      const values: unknown[] = many ? body : [body];
      if (values.length > MOST) throw new Problem('too_large', `at most ${MOST} records at a time`);
      const results = await save(
        call,
        readSentRecords(kind, values, many, { country: site.recognise.country, now: now() }),
      );
      if (many) return { status: 200, body: { results } };
      const [result] = results;
      return { status: result?.outcome === 'new' ? 201 : 200, body: { ...result } };
    },
  };
}

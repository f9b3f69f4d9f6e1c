import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { seededRandom } from '../desk/seeded-random.ts';

/** One line of an order, as a shop exports it. */
export interface OrderLineRow {
  number: string;
  email: string;
  name: string;
  placedAt: string;
  status: string;
  total: string;
  product: string;
  item: string;
  quantity: number;
  price: string;
}

const HEADER = 'Order Number,Email,Customer Name,Order Date,Status,Order Total,SKU,Item,Quantity,Unit Price,Currency';
const STATUSES = ['Paid', 'Shipped', 'Delivered', '已发货', 'Completed', 'Cancelled'];
const DAY_MS = 86_400_000;

/** Lines of orders with one to four lines each, of two in three as many customers as orders; the same for the same seed. */
export function* orderLines(count: number, seed = 11): Generator<OrderLineRow> {
  const random = seededRandom(seed);
  const pick = (n: number) => Math.floor(random() * n);
  let left = count;
  for (let order = 1; left > 0; order++) {
    const lines = Math.min(left, 1 + pick(4));
    left -= lines;
    const person = pick(Math.max(1, Math.ceil(count / 4)));
    const day = new Date(1_700_000_000_000 + pick(700) * DAY_MS + pick(86_400) * 1_000);
    const items = Array.from({ length: lines }, () => ({
      product: pick(2_000),
      quantity: 1 + pick(3),
      cents: 100 + pick(20_000),
    }));
    const total = items.reduce((sum, { quantity, cents }) => sum + quantity * cents, 0);
    for (const { product, quantity, cents } of items) {
      yield {
        ...{ number: `TL-${order}`, email: `person${person}@mail${person % 50}.example`, name: `Person ${person}, 李` },
        ...{ placedAt: day.toISOString().replace('T', ' ').slice(0, 19), status: STATUSES[order % STATUSES.length]! },
        ...{ total: money(total), product: `sku-${product}`, item: `Article no. ${product}, "linen"` },
        ...{ quantity, price: money(cents) },
      };
    }
  }
}

/** @returns bytes written. */
export async function writeOrderFile(file: string, count: number): Promise<number> {
  const stream = createWriteStream(file);
  stream.write(`${HEADER}\n`);
  for (const row of orderLines(count)) {
    const cells = [
      row.number,
      row.email,
      row.name,
      row.placedAt,
      row.status,
      row.total,
      row.product,
      row.item,
      row.quantity,
      row.price,
      'EUR',
    ];
    const line = cells.map((cell) => (/[",]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell));
    if (!stream.write(`${line.join(',')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return stream.bytesWritten;
}

function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

import { ORDER_STATUSES } from '@solodesk/core';
import type { OrderStatus } from '@solodesk/core';

const WORDS: Readonly<Record<Exclude<OrderStatus, 'other'>, string>> = {
  pending:
    'open unpaid new on-hold awaiting-payment pending-payment created received 待付款 未付款 待支付 待处理 新订单',
  paid: 'payment-received confirmed accepted 已付款 已支付 已确认 待发货',
  packing: 'processing in-progress in-process packed ready-to-ship preparing unfulfilled 处理中 备货中 打包中 配货中',
  shipped:
    'dispatched sent in-transit on-its-way fulfilled partially-shipped out-for-delivery 已发货 运输中 派送中 已寄出',
  delivered: 'completed complete done picked-up closed 已送达 已签收 已完成 已收货 交易成功',
  cancelled: 'canceled voided failed expired 已取消 已关闭 交易关闭',
  returned: 'return-received 已退货 退货完成',
  refunded: 'partially-refunded 已退款 退款成功',
};
const STATUS: ReadonlyMap<string, OrderStatus> = new Map(
  Object.entries(WORDS).flatMap(([status, words]) =>
    [status, ...words.split(' ')].map((word): [string, OrderStatus] => [word, status as OrderStatus]),
  ),
);
const OWN: ReadonlySet<string> = new Set(ORDER_STATUSES);

/** The state that a shop's own word means; `other`, with the word kept, where it is not a usual one. */
export function readStatus(word: string): { status: OrderStatus; statusText: string | null } {
  const plain = word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^wc-/, '')
    .replace(/[\s_]+/g, '-');
  const status = STATUS.get(plain) ?? 'other';
  return { status, statusText: OWN.has(plain) ? null : word.trim() };
}

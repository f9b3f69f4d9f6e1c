import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { FaqBook } from '@solodesk/core';
import { loadSite } from './load-site.ts';

const PACKS = ['shop', 'courses', 'clinic', 'saas'] as const;
const FOLDER = fileURLToPath(new URL('../starter-packs', import.meta.url));

/**
 * Questions that lie close together: whoever asks one of them is sometimes given the answer to the other, and has to find the way on in it.
 * Of each pair, both ways: what the answer says of the neighbour, in English and in Chinese; null where the button under it leads there.
 */
const NEIGHBOURS: readonly (readonly [
  pack: (typeof PACKS)[number],
  answered: string,
  meant: string,
  says: readonly [en: RegExp, zh: RegExp] | null,
])[] = [
  ['shop', 'delivery.time', 'order.status', [/ordered already.*tracking link/, /已经下单.*快递链接/]],
  ['shop', 'order.status', 'delivery.time', null],
  ['shop', 'order.lost', 'order.status', [/still on its way/, /还在路上/]],
  ['shop', 'order.status', 'order.lost', [/order number.*person to look/, /订单号.*人工/]],
  ['shop', 'delivery.cost', 'returns.cost', null],
  ['shop', 'returns.cost', 'delivery.cost', [/way to you.*cart/, /寄给您.*购物车/]],
  ['shop', 'returns.how', 'returns.cost', [/pay for the way back/, /退货运费/]],
  ['shop', 'returns.cost', 'returns.how', null],
  ['shop', 'returns.how', 'returns.period', [/until when/, /退货期限/]],
  ['shop', 'returns.period', 'returns.how', null],
  ['shop', 'order.change', 'order.cancel', [/want to cancel/, /不想要了/]],
  ['shop', 'order.cancel', 'order.change', [/change it/, /改一部分/]],
  ['shop', 'order.confirmation', 'payment.failed', null],
  ['shop', 'payment.failed', 'order.confirmation', [/no confirmation came/, /没收到确认邮件/]],
  ['shop', 'payment.twice', 'payment.failed', null],
  ['shop', 'payment.failed', 'payment.twice', [/reserved amount is released/, /冻结的金额会自动解冻/]],
  ['shop', 'order.wrong-item', 'product.damaged', [/missing or broken/, /坏了什么/]],
  ['shop', 'product.damaged', 'product.warranty', null],
  ['shop', 'delivery.pickup', 'shop.location', null],
  ['shop', 'shop.location', 'delivery.pickup', null],
  ['courses', 'course.level', 'enrol.change', [/usually change/, /可以换/]],
  ['courses', 'enrol.change', 'course.level', null],
  ['courses', 'course.schedule', 'lesson.reschedule', null],
  ['courses', 'access.login', 'access.duration', [/time has run out/, /有效期已过/]],
  ['courses', 'access.duration', 'access.login', null],
  ['courses', 'access.materials', 'course.equipment', null],
  ['courses', 'course.equipment', 'access.technical', null],
  ['courses', 'course.certificate', 'certificate.missing', [/course area/, /课程页面下载/]],
  ['courses', 'certificate.missing', 'course.certificate', null],
  ['courses', 'lesson.cancelled', 'lesson.reschedule', null],
  [
    'clinic',
    'appointment.book',
    'appointment.wait',
    [/how soon.*without an appointment.*call/, /最早.*没有预约.*电话/],
  ],
  ['clinic', 'appointment.wait', 'appointment.book', null],
  ['clinic', 'appointment.mine', 'appointment.change', null],
  ['clinic', 'bill.unclear', 'payment.methods', null],
  ['clinic', 'payment.methods', 'bill.unclear', null],
  ['clinic', 'clinic.hours', 'after-hours.help', null],
  ['clinic', 'after-hours.help', 'clinic.hours', null],
  ['clinic', 'clinic.contact', 'clinic.location', [/address/, /地址/]],
  ['clinic', 'clinic.location', 'clinic.contact', [/phone/, /电话/]],
  ['clinic', 'prescription.repeat', 'symptoms.judge', null],
  ['clinic', 'records.copy', 'records.privacy', null],
  ['clinic', 'records.privacy', 'records.copy', null],
  ['saas', 'plan.cancel', 'account.delete', [/stays until you delete it/, /注销/]],
  ['saas', 'account.delete', 'plan.cancel', [/stop paying.*Cancel/, /不想再付费.*取消/]],
  ['saas', 'plan.cancel', 'billing.refund', [/paid back/, /退还/]],
  ['saas', 'billing.refund', 'plan.cancel', null],
  ['saas', 'billing.charge', 'billing.refund', null],
  ['saas', 'billing.refund', 'billing.charge', [/which charge it is/, /哪笔扣款/]],
  ['saas', 'data.retention', 'account.delete', [/delete the account yourself/, /注销账号/]],
  ['saas', 'account.delete', 'data.retention', [/time that is named there/, /写明的期限/]],
  ['saas', 'data.backup', 'data.retention', [/not kept for ever/, /不会永久保留/]],
  ['saas', 'plan.upgrade', 'plan.downgrade', [/smaller plan/, /小一点的套餐/]],
  ['saas', 'plan.downgrade', 'plan.upgrade', [/bigger one/, /升级/]],
  ['saas', 'data.export', 'data.import', null],
  ['saas', 'data.import', 'data.export', null],
  ['saas', 'data.backup', 'account.delete', [/account that was deleted/, /误删整个账号/]],
  ['saas', 'bug.report', 'status.outage', null],
  ['saas', 'status.outage', 'bug.report', null],
];

describe('the answers of the starter packs', () => {
  const books = new Map<string, FaqBook>();
  beforeAll(async () => {
    for (const pack of PACKS) {
      const reading = await loadSite(FOLDER, pack);
      if (!reading.ok) throw new Error(`the pack ${pack} cannot be read`);
      books.set(pack, reading.book);
    }
  });

  it.each(NEIGHBOURS)('%s: %s helps who meant %s as well', (pack, answered, meant, says) => {
    const faq = books.get(pack)?.faqs.get(answered);
    if (says === null) expect(faq?.followUp).toBe(meant);
    else {
      expect(faq?.answer.en?.text).toMatch(says[0]);
      expect(faq?.answer.zh?.text).toMatch(says[1]);
    }
  });

  it('keep what ends e-mails apart from what erases, where one answer is for both', () => {
    const answer = books.get('shop')?.faqs.get('account.privacy')?.answer;
    expect(answer?.en?.text).toMatch(/^To end our e-mails.*account stay.*To see or erase/);
    expect(answer?.zh?.text).toMatch(/^不想再收到邮件.*账号不受影响.*删除我们保存的信息/);
  });
});

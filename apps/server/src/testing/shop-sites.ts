import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a test wants different about a site; everything of `site.json`. */
export type SiteSettings = Record<string, unknown>;

function faq(intent: string, en: string[], zh: string[], answer: { en: string; zh: string }) {
  return { intent, question: { en: en[0], zh: zh[0] }, phrasings: { en, zh }, answer };
}

/** Few FAQs, far apart, so that a model of them is trained in a moment and is sure of itself. */
export const SHOP_FAQS = [
  faq(
    'delivery.time',
    ['How long does delivery take?', 'when will my parcel arrive', 'how many days until it arrives', 'delivery time'],
    ['多久能送到？', '几天能到货', '快递要多久', '什么时候能收到'],
    { en: 'Two to four days.', zh: '两到四天。' },
  ),
  faq(
    'returns.how',
    ['How do I return something?', 'I want to send it back', 'return label', 'start a return'],
    ['怎么退货？', '我想退货', '退货流程', '怎么申请退货'],
    { en: 'Write to us and you get a label.', zh: '写信给我们，您会收到退货标签。' },
  ),
  faq(
    'payment.methods',
    ['How can I pay?', 'do you accept paypal', 'can I pay by credit card', 'payment methods'],
    ['可以怎么付款？', '支持微信支付吗', '可以用支付宝吗', '付款方式有哪些'],
    { en: 'By card or PayPal.', zh: '银行卡或 PayPal。' },
  ),
];

/** A question that the model of `SHOP_FAQS` is sure about, and its answer. */
export const KNOWN = { question: 'How long does delivery take?', answer: 'Two to four days.' };

export async function writeSite(sitesDir: string, id: string, settings: SiteSettings = {}): Promise<void> {
  await mkdir(join(sitesDir, id, 'faq'), { recursive: true });
  await writeFile(join(sitesDir, id, 'site.json'), JSON.stringify({ name: 'Shop', ownerName: 'Mia', ...settings }));
  await writeFaqs(sitesDir, id, SHOP_FAQS);
}

export async function writeFaqs(sitesDir: string, id: string, faqs: unknown): Promise<void> {
  await writeFile(join(sitesDir, id, 'faq', 'shop.json'), JSON.stringify({ category: 'shop', faqs }, null, 2));
}

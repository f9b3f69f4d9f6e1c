import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SUBJECTS = {
  'delivery.time': {
    en: [
      'how long does delivery take',
      'when will my parcel arrive',
      'delivery time',
      'how many days until it comes',
      'shipping duration',
      'when is it delivered',
    ],
    zh: ['多久能送到', '快递要几天', '什么时候发货到货', '配送时间', '几天能收到包裹', '物流要多长时间'],
  },
  'returns.how': {
    en: [
      'how do I return something',
      'send an item back',
      'return an order',
      'I want to give it back',
      'start a return',
      'return my dress',
    ],
    zh: ['怎么退货', '我要退货', '退货流程', '想把东西退回去', '如何办理退货', '退掉这件裙子'],
  },
  'payment.methods': {
    en: [
      'can I pay with paypal',
      'do you take credit cards',
      'payment methods',
      'ways to pay',
      'pay by invoice',
      'is klarna possible',
    ],
    zh: ['可以用支付宝吗', '支持信用卡吗', '付款方式', '怎么付款', '能用微信支付吗', '可以货到付款吗'],
  },
} as const;

type Intent = keyof typeof SUBJECTS;
type Test = { ask: string; expect: string };

const GOOD_TESTS: Readonly<Record<Intent, { en: Test[]; zh: Test[] }>> = {
  'delivery.time': {
    en: [{ ask: 'how long does the delivery of a parcel take', expect: 'delivery.time' }],
    zh: [{ ask: '快递多久能送到', expect: 'delivery.time' }],
  },
  'returns.how': {
    en: [{ ask: 'how do I return an order', expect: 'returns.how' }],
    zh: [{ ask: '怎么办理退货', expect: 'returns.how' }],
  },
  'payment.methods': {
    en: [
      { ask: 'could I pay with paypal', expect: 'payment.methods' },
      { ask: 'who was napoleon', expect: 'none' },
    ],
    zh: [{ ask: '可以用信用卡付款吗', expect: 'payment.methods' }],
  },
};

/** A site of three FAQs, `<sitesDir>/<id>`, that lint finds nothing wrong with and that passes its tests. `more` goes over single FAQs. */
export function writeSmallSite(sitesDir: string, id: string, more: Partial<Record<Intent, object>> = {}): string {
  const folder = join(sitesDir, id);
  mkdirSync(join(folder, 'faq'), { recursive: true });
  writeFileSync(join(folder, 'site.json'), JSON.stringify({ name: 'Bakery', languages: ['en', 'zh'] }));
  for (const intent of Object.keys(SUBJECTS) as Intent[]) {
    const { en, zh } = SUBJECTS[intent];
    const faq = {
      intent,
      question: { en: `What about ${intent}?`, zh: `${intent} 怎么样？` },
      phrasings: { en, zh },
      answer: { en: `This is about ${intent}.`, zh: `这里说的是 ${intent}。` },
      tests: GOOD_TESTS[intent],
      ...more[intent],
    };
    const category = intent.split('.')[0];
    writeFileSync(join(folder, 'faq', `${category}.json`), JSON.stringify({ category, faqs: [faq] }, null, 2));
  }
  return folder;
}

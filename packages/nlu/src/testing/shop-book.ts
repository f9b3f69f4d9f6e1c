import type { Faq, FaqBook } from '@solodesk/core';

function faq(intent: string, question: [string, string], en: string[], zh: string[]): Faq {
  return {
    intent,
    category: intent.split('.')[0] ?? intent,
    question: { en: question[0], zh: question[1] },
    phrasings: { en, zh },
    answer: {
      en: { text: `About ${intent}.`, quickReplies: [], links: [] },
      zh: { text: `关于 ${intent}。`, quickReplies: [], links: [] },
    },
  };
}

const FAQS = [
  faq(
    'delivery.time',
    ['How long does delivery take?', '多久能送到？'],
    [
      'when will my parcel arrive',
      'how many days until it arrives',
      'delivery time',
      'how fast do you ship',
      'how long for shipping',
    ],
    ['几天能到货', '快递要多久', '什么时候能收到', '发货后多久到', '送货时间是多长'],
  ),
  faq(
    'delivery.cost',
    ['What does delivery cost?', '运费是多少？'],
    ['how much is shipping', 'is delivery free', 'shipping fee', 'do I pay for postage', 'price of delivery'],
    ['邮费多少钱', '包邮吗', '运费怎么算', '要付快递费吗', '满多少免运费'],
  ),
  faq(
    'order.status',
    ['Where is my order?', '我的订单到哪了？'],
    ['track my order', 'where is my package', 'tracking number', 'has my order been sent', 'order status please'],
    ['查询物流', '我的包裹在哪', '快递单号是多少', '订单发出了吗', '查一下订单状态'],
  ),
  faq(
    'order.cancel',
    ['Can I cancel my order?', '可以取消订单吗？'],
    [
      'cancel my order',
      'I want to cancel',
      'stop my order before it is sent',
      'undo my purchase',
      'I ordered by mistake',
    ],
    ['取消订单', '我不想要了，能取消吗', '下错单了', '撤销订单', '订单可以不要了吗'],
  ),
  faq(
    'returns.how',
    ['How do I return something?', '怎么退货？'],
    ['I want to send it back', 'return label', 'how can I return my order', 'start a return', 'give an item back'],
    ['我想退货', '退货流程', '怎么申请退货', '东西不喜欢想退掉', '退货标签在哪打印'],
  ),
  faq(
    'returns.refund',
    ['When do I get my refund?', '什么时候退款？'],
    [
      'where is my refund',
      'when will I get my money back',
      'refund not received',
      'how long does a refund take',
      'repayment',
    ],
    ['退款多久到账', '钱什么时候退回来', '还没收到退款', '退款要几天', '退款进度'],
  ),
  faq(
    'payment.methods',
    ['How can I pay?', '可以怎么付款？'],
    ['do you accept paypal', 'can I pay by credit card', 'payment methods', 'is apple pay possible', 'pay on invoice'],
    ['支持微信支付吗', '可以用支付宝吗', '付款方式有哪些', '能刷信用卡吗', '怎么支付'],
  ),
  faq(
    'sizes.guide',
    ['Which size do I need?', '该选什么尺码？'],
    ['size chart', 'what size should I take', 'measurements', 'how do your sizes run', 'does it run small'],
    ['尺码表', '应该穿多大码', '身高体重对应什么尺码', '偏大还是偏小', '尺寸怎么量'],
  ),
  faq(
    'care.washing',
    ['How do I wash linen?', '亚麻怎么洗？'],
    [
      'can it go in the washing machine',
      'washing instructions',
      'at what temperature do I wash it',
      'tumble dry',
      'hand wash only',
    ],
    ['可以机洗吗', '洗涤说明', '用多少度的水洗', '能用烘干机吗', '只能手洗吗'],
  ),
  faq(
    'shop.hours',
    ['When are you open?', '营业时间是几点？'],
    ['opening hours', 'are you open on sunday', 'what time do you close', 'open today', 'shop times'],
    ['几点开门', '周末营业吗', '几点关门', '今天开门吗', '营业到几点'],
  ),
];

/** A small shop's FAQs in two languages, five phrasings each. */
export function shopBook(): FaqBook {
  return bookOf(FAQS, 'shop-book');
}

/** A book of these FAQs. */
export function bookOf(faqs: readonly Faq[], hash: string): FaqBook {
  return { hash, locales: ['en', 'zh'], faqs: new Map(faqs.map((each) => [each.intent, each])) };
}

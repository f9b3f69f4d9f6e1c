import type { NewFaq } from '../../state/api/api.ts';

/** Whether these phrasings are suggested ones, untouched: they belong to their own question alone. */
export function areSuggested(phrasings: readonly string[] | undefined): boolean {
  const text = phrasings?.join('\n');
  return suggestedFaqs().some((faq) => Object.values(faq.phrasings ?? {}).some((each) => each.join('\n') === text));
}

/** Whether an FAQ is a suggested one, untouched. */
export function isSuggested(faq: NewFaq): boolean {
  return suggestedFaqs().some((each) => JSON.stringify(each) === JSON.stringify(faq));
}

/** Three questions that nearly every shop is asked, with phrasings, so that the bot understands them at once. */
export function suggestedFaqs(): NewFaq[] {
  return [
    {
      question: { en: 'How long does delivery take?', zh: '多久能送到？' },
      answer: {
        en: 'We send within 2 working days. Delivery then takes 2 to 4 working days.',
        zh: '我们在 2 个工作日内发货，之后 2 到 4 个工作日送达。',
      },
      phrasings: {
        en: [
          'when will my order arrive',
          'delivery time',
          'how fast do you ship',
          'when do you deliver',
          'shipping time',
          'how many days until it comes',
        ],
        zh: ['什么时候能到', '几天能收到', '发货要多久', '快递多久', '配送时间', '订单何时送达'],
      },
    },
    {
      question: { en: 'Can I return something?', zh: '可以退货吗？' },
      answer: {
        en: 'Yes. Send it back unused within 30 days of receiving it, and we refund the price.',
        zh: '可以。收到后 30 天内未使用即可退回，我们会退款。',
      },
      phrasings: {
        en: [
          'how do I return an item',
          'return policy',
          'I want to send it back',
          'can I get a refund',
          'how long do I have to return',
          'money back',
        ],
        zh: ['怎么退货', '退货政策', '我想退掉', '能退款吗', '多久之内可以退', '不喜欢能退吗'],
      },
    },
    {
      question: { en: 'How can I pay?', zh: '怎么付款？' },
      answer: {
        en: 'By credit card, PayPal or bank transfer.',
        zh: '可以用信用卡、PayPal 或银行转账。',
      },
      phrasings: {
        en: [
          'which payment methods do you take',
          'can I pay by card',
          'do you accept paypal',
          'payment options',
          'bank transfer possible',
          'ways to pay',
        ],
        zh: ['有哪些付款方式', '可以刷卡吗', '支持 PayPal 吗', '能转账吗', '支付方式', '如何支付'],
      },
    },
  ];
}

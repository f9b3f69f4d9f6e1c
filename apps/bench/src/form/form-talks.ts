import type { Locale } from '@solodesk/core';

/** What a visitor says, from the wish to its end. */
export interface FormTalk {
  readonly locale: Locale;
  readonly ends: 'ticket' | 'cancelled';
  readonly messages: readonly string[];
}

/** Talks with the demo shop: short and complete ones, and such that stray. */
export const FORM_TALKS: readonly FormTalk[] = [
  {
    locale: 'en',
    ends: 'ticket',
    messages: [
      'I want to return my order TL-10421, the shirt is too small',
      'money back please',
      'ann@mail.example',
      'send',
    ],
  },
  {
    locale: 'en',
    ends: 'ticket',
    messages: [
      'How long does delivery take?',
      'I want to return my order',
      'what is that?',
      'TL-20007',
      'how long will the refund take?',
      'it does not fit',
      'an exchange',
      'size M in blue please',
      'ann at mail',
      'ann@mail.example',
      'change the order number to TL-20008',
      'wait, who pays for the return postage?',
      'yes, send it',
    ],
  },
  {
    locale: 'zh',
    ends: 'ticket',
    messages: ['我想退货，订单号 TL-30001，衣服太小了', '退款', 'li@mail.example', '发送'],
  },
  {
    locale: 'zh',
    ends: 'ticket',
    messages: [
      '我想退货',
      '不知道',
      '订单号是 TL-30002',
      '多久能退款？',
      '不喜欢',
      '换货',
      '要 L 码的',
      '邮箱 li@mail.example',
      '改一下邮箱',
      'li2@mail.example',
      '好的，发送',
    ],
  },
  {
    locale: 'en',
    ends: 'cancelled',
    messages: ['I want to return my order', 'blue', 'green', 'red', 'yellow', 'x', 'y', 'never mind'],
  },
];

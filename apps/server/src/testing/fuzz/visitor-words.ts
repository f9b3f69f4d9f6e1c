import type { QuickReply, SiteKnowledge } from '@solodesk/core';

export interface Said {
  text: string;
  /** Of a pressed button. */
  intent?: string;
}

export type Random = () => number;

export const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

const COMMANDS = [
  ...['cancel', 'skip', 'back', 'start again', 'yes', 'no', 'send', 'go on', 'why?', 'change the e-mail', 'never mind'],
  ...['change something', 'I changed my mind', 'next', 'stop', 'ok', 'thanks', 'hello', 'bye', 'undo', 'none', 'wait'],
  ...[
    '取消',
    '跳过',
    '上一步',
    '重新开始',
    '是的',
    '不是',
    '发送',
    '继续',
    '为什么',
    '改一下邮箱',
    '算了',
    '没有',
    '谢谢',
    '你好',
  ],
];
const NAMED = [
  ...[
    'TL-10421',
    'order TL-20001',
    '订单号 TL-30001',
    '1042',
    'SHOP-T1',
    'ann@mail.example',
    'not an address@',
    'bob＠mail.example',
  ],
  ...[
    '+44 20 7946 0958',
    '13812345678',
    'tomorrow',
    'next Tuesday 10:00',
    '下周三上午',
    '31 February',
    'in 400 days',
    'yesterday',
  ],
  ...[
    '€25.90',
    '的 25 元',
    'linen shirt',
    '亚麻衬衫',
    'my name is Ana Lopez',
    '我叫王小明',
    'L',
    '3',
    'the second one',
    'too small',
    '太大了',
  ],
];
const WISHES = [
  ...[
    'I want to return my order',
    'my parcel arrived damaged',
    'I want to complain!',
    'talk to a person',
    'I need an appointment',
  ],
  ...[
    'where is my order?',
    'this is outrageous, I am furious',
    'cancel my appointment',
    'show me free times',
    'I want my money back',
  ],
  ...['我想退货', '收到的东西坏了', '我要投诉', '转人工', '我想预约', '我的订单到哪了', '气死我了', '我要取消预约'],
];
const ABSURD = [
  ...[
    '',
    ' ',
    '?',
    '？？？',
    '...',
    '😀',
    '😂😂😂😂',
    '👍',
    '👎🏽',
    '\u200b',
    'ﷺ',
    '<script>alert(1)</script>',
    '{{order}}',
    '${x}',
    "'; DROP TABLE",
  ],
  ...[
    'null',
    'undefined',
    '__proto__',
    'constructor',
    'NaN',
    '\\n\\n',
    'a',
    '啊',
    '0',
    '-1',
    '९९९',
    'ÄÖÜß',
    'مرحبا',
    'こんにちは',
    'Привет, где заказ',
  ],
  ...[
    'a@b',
    '@@@',
    'http://x.example/?a=b&c=d',
    '```',
    '\ud83d',
    'TL-',
    'TL-99999999999',
    'x'.repeat(300),
    '退'.repeat(200),
    'yes no yes no',
  ],
];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz 0123456789.,!?@-退货订单我想要的是不了。，';
const JOINTS = [' ', ', ', '. ', ' and also ', ' but ', '，', '；另外 ', '\n', ' '];
const LONGEST = 4000;

/**
 * What somebody may say next, sensible or absurd: the site's own phrasings, words of its forms' choices, buttons that stand there
 * (or stood there before), commands, things with a shape of their own, garbage, and all of these strung together.
 */
export function nextWords(random: Random, knowledge: SiteKnowledge, buttons: readonly QuickReply[]): Said {
  const chance = random();
  if (buttons.length > 0 && chance < 0.25) {
    const { label, intent } = pick(random, buttons);
    return { text: label, ...(intent !== undefined && { intent }) };
  }
  if (chance < 0.29) {
    const intent = pick(random, [
      'solodesk.form.send',
      'solodesk.form.choose.x.y',
      'solodesk.form.begin.return',
      'no.such.intent',
    ]);
    return { text: 'a button', intent };
  }
  if (chance < 0.42) {
    const count = 2 + Math.floor(random() * (random() < 0.1 ? 40 : 4));
    const parts = Array.from({ length: count }, () => phrase(random, knowledge));
    return { text: parts.reduce((said, part) => said + pick(random, JOINTS) + part).slice(0, LONGEST) };
  }
  return { text: phrase(random, knowledge) };
}

function phrase(random: Random, { book, forms }: SiteKnowledge): string {
  const chance = random();
  if (chance < 0.2) return pick(random, WISHES);
  if (chance < 0.42) return pick(random, COMMANDS);
  if (chance < 0.58) return pick(random, NAMED);
  if (chance < 0.7) return pick(random, ABSURD);
  if (chance < 0.8) {
    const { slots } = forms.length === 0 ? { slots: [] } : pick(random, forms);
    const choices = slots.flatMap((slot) => slot.choices);
    if (choices.length === 0) return 'x';
    const { label, words } = pick(random, choices);
    return pick(random, [...Object.values(label), ...Object.values(words).flat()]);
  }
  if (chance < 0.86) {
    const length = 1 + Math.floor(random() * 60);
    return Array.from({ length }, () => pick(random, [...LETTERS])).join('');
  }
  const faq = pick(random, [...book.faqs.values()]);
  return pick(random, [...Object.values(faq.phrasings).flat(), ...Object.values(faq.question)]);
}

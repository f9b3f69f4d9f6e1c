/** Words that make a form do something. */
export const COMMANDS =
  `cancel|skip|back|start again|yes|no|send|go on|why?|change the e-mail|never mind|change something
I changed my mind|next|stop|ok|thanks|hello|bye|undo|none|wait|取消|跳过|上一步|重新开始|是的|不是|发送|继续|为什么|改一下邮箱
算了|没有|谢谢|你好`.split(/[|\n]/);

/** What has a shape of its own, right or wrong. */
export const NAMED =
  `TL-10421|order TL-20001|订单号 TL-30001|1042|TL-1042, lena@mail.example|SHOP-T1|ann@mail.example|not an address@
bob＠mail.example|+44 20 7946 0958|13812345678|tomorrow|next Tuesday 10:00|下周三上午|31 February|in 400 days|yesterday|€25.90
的 25 元|linen shirt|亚麻衬衫|my name is Ana Lopez|我叫王小明|L|3|the second one|too small|太大了`.split(/[|\n]/);

/** What people come for. */
export const WISHES =
  `I want to return my order|my parcel arrived damaged|I want to complain!|talk to a person|I need an appointment
where is my order?|this is outrageous, I am furious|cancel my appointment|move my appointment|I need another time for my appointment|show me free times|I want my money back|I want to change my order
我想退货|收到的东西坏了|我要投诉|转人工|我想预约|我的订单到哪了|气死我了|我要取消预约|我想改预约时间|怎么预约？|How do I make an appointment?
How do I return something?|I want to enrol|我要报名|I found a bug|cancel my subscription|I can't breathe|胸口疼`.split(
    /[|\n]/,
  );

/** What nobody says, and what breaks programs. */
export const ABSURD = [
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
  ],
  ...[
    "'; DROP TABLE",
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
  ],
  ...['مرحبا', 'こんにちは', 'Привет, где заказ', 'a@b', '@@@', 'http://x.example/?a=b&c=d', '```', '\ud83d', 'TL-'],
  ...['TL-99999999999', 'x'.repeat(300), '退'.repeat(200), 'yes no yes no'],
];

/** Addresses of those who say what they are asked for. */
export const ADDRESSES = [
  'ann@mail.example',
  'lena@mail.example',
  'li.wei@mail.example',
  '王@mail.example',
  'zoe@mail.example',
];

/** What somebody says of whom the bot asks in their own words. */
export const TOLD = [
  ...[
    'it stopped working after two days',
    'back pain',
    'the blue one, please',
    'no allergies',
    'Ann Lee',
    'Spanish for beginners',
  ],
  ...['用了两天就坏了', '牙疼', '要蓝色的', '没有过敏', '李伟', '西班牙语入门'],
];

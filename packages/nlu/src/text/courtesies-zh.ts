import { QUESTION_OPENERS } from '@solodesk/core';

const OF = '(?:订单|客户|顾客|会员|账号|账户|编号|单号|发票|预约|快递)';
const NUMBER = '[#№]?\\s?[a-z]{0,4}-?\\d[\\d-]{2,20}';
const MARKS = '[\\s,;。.!?，；！？、~～…-]{1,3}';
const END = '[\\s。.!！?？~～…]{0,4}$';
const WHOM = '(?:你|您|们|了|啦|哈|啊|哦|呀|喽|咯|老板|客服|亲|大家|各位|小姐姐|小哥哥)';

const HASTE = [
  '(?:有点|比较|非常|很|挺|特别|真的|实在|我|这边|事情|十万火|着|紧|不要太)*(?:急+(?:需|用|的)?)(?:的|呢|啊|等|死了|着)*',
  '(?:在线|坐|急)等(?:回复|答复|回答)?',
  '(?:我)?(?:在)?等(?:着)?(?:你|您|你们)?的?(?:回复|答复|消息|回信|回答)',
  '(?:请|麻烦|希望|望|盼|求|能|还请|最好|您|你|你们|客服)*(?:尽快|尽早|速|快点|快|赶紧|赶快|早点|及时|马上)?(?:给个|给我)?(?:回复|答复|告知|回答|解答|指教|解惑|回信|回一?下|回)(?:一?下|我|谢谢|哦|啊)*',
  '(?:麻烦|请|希望)?(?:尽快|速度|快点|快一点|赶紧)(?:点|一点|吧|哦|啊|谢谢)*',
  '(?:我)?(?:今天|现在|马上|立刻|今晚|明天|急着)(?:就|之前|前)?(?:要|想|得|需要|必须)+(?:知道|答案|回复)',
];

/** Each an end of a message that says nothing about what is wanted. `hint`: quick to tell, and nearly all messages have none of it. */
export const CHINESE_ENDINGS: readonly { hint: RegExp; is: RegExp }[] = [
  {
    hint: /[\u2600-\u27bf\ud800-\udbff\]】]/,
    is: /(?:\s{0,2}(?:\p{Extended_Pictographic}\uFE0F?|[\u{1F3FB}-\u{1F3FF}\u200d]|[[【]\p{Script=Han}{1,4}[\]】]))+$/u,
  },
  {
    hint: /\d/,
    is: new RegExp(
      `[\\s,;。.!?(（，；！？-]{1,3}(?:我的|这是|是)?(?:关于)?\\s?(?:${OF}|我是)?(?:号码|编号|号)?[是为:：]?\\s?${NUMBER}\\s?的?[\\s)）。.!！]{0,3}$`,
      'u',
    ),
  },
  {
    // Without a mark before it as well: 收据谢谢.
    hint: /谢|感激/,
    is: new RegExp(
      `(?:${MARKS}|(?<=\\p{Script=Han}))(?:好的?)?(?:(?:万分|非常|十分|太|先|很|提前)?(?:谢谢?|多谢|感谢|拜谢|感激)(?:不尽)?)${WHOM}*${END}`,
      'u',
    ),
  },
  {
    hint: /麻烦|拜托|辛苦|劳|蟹蟹|打扰|抱歉|不好意思|再见|拜拜|祝/,
    is: new RegExp(
      `${MARKS}(?:(?:真是|太|给)?(?:麻烦|辛苦|拜托|劳烦|劳驾|有劳|打扰|抱歉|不好意思|蟹蟹|再见|拜拜)${WHOM}*|祝.{2,8})${END}`,
      'u',
    ),
  },
  { hint: /急|等|复|答|告知|解|指教|回|快|速|知道/, is: new RegExp(`${MARKS}(?:${HASTE.join('|')})${END}`, 'u') },
  { hint: /发自我/, is: new RegExp(`${MARKS}发自我的\\s?[a-z\\p{Script=Han}]{2,10}$`, 'u') },
];

const MARK = '[\\s,，!！.。~～:：、;；?？…]';
const PARTICLE = '(?:呀|啊|哦|哈|呢|们|喔|吖)*';

/** Each a beginning of the same kind: a greeting, somebody who is spoken to, a filler, and words that announce a question. */
export const CHINESE_BEGINNINGS: readonly RegExp[] = [
  /^\s?\p{Extended_Pictographic}\uFE0F?\s?/u,
  new RegExp(`^(?:大家|亲|客服|老板|店家|老师|医生)?(?:你好|您好|妳好)${PARTICLE}${MARK}*`, 'u'),
  new RegExp(
    `^(?:哈喽|哈啰|哈罗|嗨+|嘿|hi|hello|hey|亲爱的|亲|早上好|早安|上午好|中午好|下午好|晚上好|早|在吗|在不在|在么|有人(?:在)?吗|在线吗)${PARTICLE}(?:${MARK}+|$)`,
    'u',
  ),
  // Who is spoken to, before a mark only: 老师什么时候上课 asks about them.
  new RegExp(
    `^(?:老板娘?|掌柜的?|店家|店主|客服|小二|小姐姐|小哥哥|小哥|老师|医生|美女|帅哥|朋友)们?(?:在吗|在么)?${MARK}+`,
    'u',
  ),
  new RegExp(
    `^(?:(?:嗯|额|呃|哦|噢|唉|诶|欸|哎)+|那个啥?|这个|就是说?|话说|对了|另外|还有|顺便|然后|那|好的?|行|可以|收到|明白|了解|知道|清楚|懂|ok|是的?|对|没事|不是|不对|我是说|我的意思是|(?:谢谢|多谢|感谢)(?:你|您)?)(?:了|吧|啊|呀|哈|啦|谢谢|你|您)*(?:${MARK}+|$)`,
    'u',
  ),
  /^(?:额|呃|嗯|话说|那个(?!人|月|地)|那(?=请问|我想))+/u,
  new RegExp(`^(?:顺便|再|那|就)?(?:${QUESTION_OPENERS.zh})${PARTICLE}${MARK}*`, 'u'),
];

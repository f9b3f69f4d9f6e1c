import type { Locale } from '../state/wire-types.ts';

type Said = readonly [label: string, hint?: string];
interface Letter {
  subject: string;
  text: string;
}
/** Messages that can be begun with. */
export const LETTERS = ['welcome', 'how-is-it', 'win-back'] as const;
export type LetterName = (typeof LETTERS)[number];

export interface MessageTexts {
  none: string;
  blank: string;
  fresh: Record<LetterName, string>;
  /** As their readers get them; what the owner makes of them is theirs. */
  letters: Record<LetterName, Letter>;
  fields: Record<'name' | 'when' | 'afterDays' | 'segment' | 'subject' | 'text', Said>;
  delivered: string;
  becomes(stage: string): string;
  everybody: string;
  insert: string;
  placeholders: readonly (readonly [token: string, label: string])[];
  linkOn: string;
  linkLabel: string;
  linkUrl: Said;
  preview: string;
  previewOf(language: string): string;
  unnamed: string;
  noOffers: string;
  waits: string;
  test(language: string): string;
  testing: string;
  sent(address: string): string;
  failed(reason: string): string;
}

const en: MessageTexts = {
  none: 'None yet. Begin with one of these, and make the words yours:',
  blank: 'Another mail',
  fresh: { welcome: 'Welcome', 'how-is-it': 'How is it?', 'win-back': 'Win back' },
  letters: {
    welcome: {
      subject: 'Thank you for your first order',
      text: 'Hello {name},\n\nthank you for your first order. If anything is not as you wished, just answer in the chat: you reach a person.\n\nThis may go well with it: {offers}',
    },
    'how-is-it': {
      subject: 'Is everything as you wished?',
      text: 'Hello {name},\n\nyour parcel came a few days ago. Is everything as you wished? If not, write to us in the chat, and we put it right.',
    },
    'win-back': {
      subject: 'Something new for you',
      text: 'Hello {name},\n\nwe have not heard from you for a while. Perhaps one of these is for you: {offers}\n\nIf something went wrong the last time, tell us. We would like to put it right.',
    },
  },
  fields: {
    name: ['Name', 'For you only, in lower-case letters. Nobody gets a mail of one name twice.'],
    when: ['When'],
    afterDays: ['Days later', '0: at once. Only if they are still in that stage then.'],
    segment: ['Only those of this segment'],
    subject: ['Subject'],
    text: ['Text'],
  },
  delivered: 'An order was delivered',
  becomes: (stage) => `Somebody becomes: ${stage}`,
  everybody: 'Everybody',
  insert: 'Insert:',
  placeholders: [
    ['{name}', 'name of the reader'],
    ['{offers}', 'what they may like'],
  ],
  linkOn: 'With a button under the text',
  linkLabel: 'On the button',
  linkUrl: ['Where it leads', 'A complete address that begins with https://'],
  preview: 'As it arrives',
  previewOf: (language) => `The mail in ${language}`,
  unnamed: 'As for somebody whose name is not known',
  noOffers: 'Where nothing fits somebody, the paragraph with {offers} is left out.',
  waits: 'Mend what is wrong first; then it is shown here.',
  test: (language) => `Send a test (${language})`,
  testing: 'Being sent …',
  sent: (address) => `Sent to ${address}. Look at it in your mailbox.`,
  failed: (reason) => `Not sent: ${reason}`,
};

const zh: MessageTexts = {
  none: '还没有。从下面选一封开始，再改成您自己的话：',
  blank: '其他邮件',
  fresh: { welcome: '欢迎', 'how-is-it': '回访', 'win-back': '挽回' },
  letters: {
    welcome: {
      subject: '感谢您的首次订购',
      text: '{name}，您好！\n\n感谢您的首次订购。如有任何不满意的地方，请在聊天窗口里告诉我们，会有人为您处理。\n\n这些也许适合搭配：{offers}',
    },
    'how-is-it': {
      subject: '一切都满意吗？',
      text: '{name}，您好！\n\n您的包裹几天前已送达。一切都满意吗？如果不满意，请在聊天窗口里告诉我们，我们会妥善处理。',
    },
    'win-back': {
      subject: '为您准备的新品',
      text: '{name}，您好！\n\n好久没有您的消息了。这些也许适合您：{offers}\n\n如果上次有什么不周到的地方，请告诉我们，我们很想弥补。',
    },
  },
  fields: {
    name: ['名称', '只有您看得到，用小写字母。同名邮件每人只收一次。'],
    when: ['什么时候'],
    afterDays: ['多少天之后', '0：立即。到时仍在该阶段才会发送。'],
    segment: ['仅限此分组'],
    subject: ['主题'],
    text: ['正文'],
  },
  delivered: '订单已送达',
  becomes: (stage) => `客户成为：${stage}`,
  everybody: '所有人',
  insert: '插入：',
  placeholders: [
    ['{name}', '收件人姓名'],
    ['{offers}', '可能喜欢的商品'],
  ],
  linkOn: '正文下方加按钮',
  linkLabel: '按钮上的文字',
  linkUrl: ['指向哪里', '以 https:// 开头的完整地址'],
  preview: '收到时的样子',
  previewOf: (language) => `${language}邮件`,
  unnamed: '不知道姓名时的样子',
  noOffers: '没有合适的商品时，带 {offers} 的段落会省略。',
  waits: '请先改正错误，之后会在这里显示。',
  test: (language) => `发送测试邮件（${language}）`,
  testing: '正在发送……',
  sent: (address) => `已发送到 ${address}，请到邮箱里看看。`,
  failed: (reason) => `未发送：${reason}`,
};

export const messageTexts: Record<Locale, MessageTexts> = { en, zh };

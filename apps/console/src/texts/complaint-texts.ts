import type { Locale } from '../state/wire-types.ts';

export interface ComplaintTexts {
  title: string;
  /** Where it stands. */
  stages: Record<'received' | 'proposed' | 'accepted' | 'declined' | 'settled', string>;
  offered(by: string, when: string): string;
  /** Who offered what the policy allows at once. */
  bot: string;
  /** Beside what the customer took. */
  chosen: string;
  choose: string;
  /** Beside a remedy that the policy's rules speak against. */
  seldom: string;
  /** Beneath a remedy in the owner's language: what goes out. */
  reads(text: string): string;
  ownWords: string;
  ownWordsHint: string;
  offer: string;
  offerAnother: string;
  /** What the button comes to. */
  goesOut: string;
}

export const complaintTexts: Record<Locale, ComplaintTexts> = {
  en: {
    title: 'Complaint',
    stages: {
      received: 'Received: no offer yet',
      proposed: 'Offered: the customer has not answered yet',
      accepted: 'The customer has accepted the offer',
      declined: 'The customer has declined the offer',
      settled: 'Settled',
    },
    offered: (by, when) => `Offered by ${by}, ${when}`,
    bot: 'the bot, as your policy allows',
    chosen: '(taken)',
    choose: 'What you offer: one thing, or several to choose from',
    seldom: '(does not fit by your rules)',
    reads: (text) => `The customer reads: “${text}”`,
    ownWords: 'In your own words',
    ownWordsHint: 'As the customer reads it',
    offer: 'Offer this',
    offerAnother: 'Offer something else',
    goesOut:
      'The customer reads it in the chat and accepts, chooses or declines with a button; where an address is known it goes out by mail, too.',
  },
  zh: {
    title: '投诉',
    stages: {
      received: '已收到，尚未提出方案',
      proposed: '已提出方案，客户尚未答复',
      accepted: '客户已接受方案',
      declined: '客户未接受方案',
      settled: '已处理完毕',
    },
    offered: (by, when) => `${by} 于 ${when} 提出`,
    bot: '机器人（按您的设置）',
    chosen: '（已选）',
    choose: '您提出的方案（可多选，由客户挑选一种）',
    seldom: '（按您的规则不适用）',
    reads: (text) => `客户看到的内容：“${text}”`,
    ownWords: '自己写',
    ownWordsHint: '客户会看到这段话',
    offer: '提出此方案',
    offerAnother: '提出其他方案',
    goesOut: '客户会在聊天中看到，并用按钮接受、选择或拒绝；如有邮箱，也会通过邮件发送。',
  },
};

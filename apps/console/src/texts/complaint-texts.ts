import type { Locale } from '../state/wire-types.ts';

export interface ComplaintTexts {
  title: string;
  /** Where it stands. */
  stages: Record<'received' | 'proposed' | 'accepted' | 'declined' | 'settled', string>;
  offered(by: string, when: string): string;
  choose: string;
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
    choose: 'What you offer',
    ownWords: 'In your own words',
    ownWordsHint: 'As the customer reads it',
    offer: 'Offer this',
    offerAnother: 'Offer something else',
    goesOut:
      'The customer reads it in the chat and can accept or decline; where an address is known it goes out by mail, too.',
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
    choose: '您提出的方案',
    ownWords: '自己写',
    ownWordsHint: '客户会看到这段话',
    offer: '提出此方案',
    offerAnother: '提出其他方案',
    goesOut: '客户会在聊天中看到，并可以接受或拒绝；如有邮箱，也会通过邮件发送。',
  },
};

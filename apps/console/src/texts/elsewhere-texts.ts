import type { FeedbackMood } from '../state/api/feedback-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface ElsewhereTexts {
  title: string;
  text: string;
  none: string;
  noneText: string;
  nothing: string;
  filter: string;
  all: string;
  mood: Record<FeedbackMood, string>;
  count(n: number, negative: number, days: number): string;
  source: string;
  category: string;
  /** What it is about, by the name of the category. */
  categories: Record<string, string>;
  anonymous: string;
  rated(rating: number): string;
  gone: string;
  open: string;
  contact: string;
  more: string;
}

export const elsewhereTexts: Record<Locale, ElsewhereTexts> = {
  en: {
    title: 'Said elsewhere',
    text: 'Reviews, posts and forms that other programs send, or that you imported.',
    none: 'Nothing from elsewhere yet',
    noneText:
      'Let Zapier, Make or IFTTT send reviews as they appear (POST /api/feedback, with a key), or import a file: solodesk import feedback FILE.',
    nothing: 'Nothing of that kind.',
    filter: 'Mood',
    all: 'All',
    mood: { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' },
    count: (n, negative, days) => `${n} in ${days} days, ${negative} of them negative`,
    source: 'Source',
    category: 'About',
    categories: {
      quality: 'Quality',
      delivery: 'Delivery',
      price: 'Price',
      service: 'Service',
      usability: 'Usability',
      refund: 'Refund',
      praise: 'Praise',
      other: 'Other',
    },
    anonymous: 'without a name',
    rated: (rating) => `${rating} of 10`,
    gone: 'The words are not kept any more.',
    open: 'Where it was said',
    contact: 'Open the customer',
    more: 'Show earlier ones',
  },
  zh: {
    title: '其他渠道的反馈',
    text: '由其他程序发送或由您导入的评价、帖子和表单。',
    none: '还没有其他渠道的反馈',
    noneText:
      '可让 Zapier、Make 或 IFTTT 在新评价出现时发送（POST /api/feedback，需密钥），或导入文件：solodesk import feedback FILE。',
    nothing: '没有此类反馈。',
    filter: '情绪',
    all: '全部',
    mood: { negative: '负面', neutral: '中性', positive: '正面' },
    count: (n, negative, days) => `${days} 天内 ${n} 条，其中负面 ${negative} 条`,
    source: '来源',
    category: '内容',
    categories: {
      quality: '质量',
      delivery: '物流',
      price: '价格',
      service: '服务',
      usability: '易用性',
      refund: '退款',
      praise: '好评',
      other: '其他',
    },
    anonymous: '未署名',
    rated: (rating) => `${rating} 分（满分 10）`,
    gone: '文字已超过保留期限。',
    open: '查看出处',
    contact: '打开客户资料',
    more: '显示更早的',
  },
};

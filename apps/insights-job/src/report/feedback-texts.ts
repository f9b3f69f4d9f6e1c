import type { Locale } from '@solodesk/core';

interface FeedbackTexts {
  title: string;
  text(n: number, negative: number): string;
  about: string;
  category: string;
  count: string;
  before: string;
  source(source: string, n: number): string;
  rated(mean: string): string;
  categories: Readonly<Record<string, string>>;
}

export const FEEDBACK_TEXTS: Readonly<Record<Locale, FeedbackTexts>> = {
  en: {
    title: 'Feedback from elsewhere',
    text: (n, negative) => `${n === 1 ? '1 review or post' : `${n} reviews and posts`}, ${negative} of them negative`,
    about: 'What it is about, and how its writers feel (reviews and posts)',
    category: 'About',
    count: 'All',
    before: 'Before',
    source: (source, n) => `${source}: ${n}`,
    rated: (mean) => `rating (1 to 10): ${mean}`,
    categories: {
      ...{ quality: 'Quality', delivery: 'Delivery', price: 'Price', service: 'Service', usability: 'Usability' },
      ...{ refund: 'Refund', praise: 'Praise', other: 'Other' },
    },
  },
  zh: {
    title: '其他渠道的反馈',
    text: (n, negative) => `${n} 条评价和帖子，其中 ${negative} 条是负面的`,
    about: '内容及作者的感受（评价和帖子数）',
    category: '内容',
    count: '合计',
    before: '上一期',
    source: (source, n) => `${source}：${n} 条`,
    rated: (mean) => `评分（1 到 10）：${mean}`,
    categories: {
      ...{ quality: '质量', delivery: '物流', price: '价格', service: '服务', usability: '易用性' },
      ...{ refund: '退款', praise: '好评', other: '其他' },
    },
  },
};

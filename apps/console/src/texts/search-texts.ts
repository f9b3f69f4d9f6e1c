import type { SearchKind } from '../state/api/search-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface SearchTexts {
  title: string;
  label: string;
  placeholder: string;
  hint: string;
  /** For who has keys. */
  keysHint: string;
  all: string;
  kinds: Record<SearchKind, string>;
  from: Record<'visitor' | 'bot' | 'owner', string>;
  none(question: string): string;
  noneText: string;
  more: string;
  filter: string;
  filters: string;
  when: string;
  lastDays(days: 7 | 30 | 365): string;
  state: string;
  open: string;
  done: string;
  language: string;
  /** Where filters are set. */
  noneFiltered: string;
  backlog: string;
}

export const searchTexts: Record<Locale, SearchTexts> = {
  en: {
    title: 'Search',
    label: 'Search everything of this site',
    placeholder: 'Name, e-mail, order, ticket or words',
    hint: 'Finds people, tickets, orders, FAQs and every message.',
    keysHint: 'Arrow keys choose, Enter opens.',
    all: 'All',
    kinds: { contacts: 'People', tickets: 'Tickets', orders: 'Orders', faqs: 'FAQs', messages: 'Messages' },
    from: { visitor: 'Visitor', bot: 'Bot', owner: 'You' },
    none: (question) => `Nothing found for “${question}”`,
    noneText: 'Try fewer words, or only the beginning of one.',
    more: 'Show more',
    filter: 'Search in',
    filters: 'Narrow down',
    when: 'When',
    lastDays: (days) => (days === 365 ? 'Last year' : `Last ${days} days`),
    state: 'State',
    open: 'Open',
    done: 'Done',
    language: 'Language',
    noneFiltered: 'Try without the filters, or with fewer words.',
    backlog: 'Older messages are still being indexed, and are found a little later.',
  },
  zh: {
    title: '搜索',
    label: '搜索本站点的所有内容',
    placeholder: '姓名、邮箱、订单号、工单号或关键词',
    hint: '可搜索客户、工单、订单、常见问题和所有消息。',
    keysHint: '方向键选择，回车打开。',
    all: '全部',
    kinds: { contacts: '客户', tickets: '工单', orders: '订单', faqs: '常见问题', messages: '消息' },
    from: { visitor: '访客', bot: '机器人', owner: '您' },
    none: (question) => `没有找到“${question}”`,
    noneText: '请减少关键词，或只输入词的开头。',
    more: '显示更多',
    filter: '搜索范围',
    filters: '筛选',
    when: '时间',
    lastDays: (days) => (days === 365 ? '最近一年' : `最近 ${days} 天`),
    state: '状态',
    open: '未完成',
    done: '已完成',
    language: '语言',
    noneFiltered: '请取消筛选，或减少关键词。',
    backlog: '较早的消息仍在建立索引，稍后即可搜到。',
  },
};

import type { Locale } from '@solodesk/core';

export interface ArchiveTexts {
  language: string;
  title(name: string): string;
  nameless: string;
  made(site: string, when: string): string;
  parts: string;
  profile: string;
  conversations: string;
  tickets: string;
  orders: string;
  appointments: string;
  scores: string;
  pages: string;
  files: string;
  none: string;
  from: Record<'visitor' | 'bot' | 'owner', string>;
  happened: string;
  labels: Record<string, string>;
}

export const archiveTexts: Record<Locale, ArchiveTexts> = {
  en: {
    language: 'en',
    title: (name) => `What is known of ${name}`,
    nameless: 'a visitor without a name',
    made: (site, when) => `From ${site}, ${when}. Times are in UTC.`,
    parts: 'This page shows it for people. data.json holds the same and every stored row for programs.',
    profile: 'Profile',
    conversations: 'Conversations',
    tickets: 'Requests',
    orders: 'Orders',
    appointments: 'Appointments',
    scores: 'Scores and answers',
    pages: 'Pages and events',
    files: 'Files',
    none: 'Nothing.',
    from: { visitor: 'Visitor', bot: 'Bot', owner: 'Person at the desk' },
    happened: 'What happened',
    labels: {
      name: 'Name',
      email: 'E-mail',
      phone: 'Telephone',
      id: 'Id',
      language: 'Language',
      verified: 'Verified',
      since: 'Known since',
      customerSince: 'Customer since',
      source: 'Came from',
      timeZone: 'Time zone',
      attributes: 'What the page said of them',
      consent: 'Consent',
      page: 'Last page',
      referrer: 'Page before the first visit',
    },
  },
  zh: {
    language: 'zh-CN',
    title: (name) => `关于${name}的数据`,
    nameless: '一位未留姓名的访客',
    made: (site, when) => `来自 ${site}，${when}。时间均为 UTC。`,
    parts: '本页供人阅读；data.json 含有相同内容及每一行存储的数据，供程序使用。',
    profile: '资料',
    conversations: '对话',
    tickets: '请求（工单）',
    orders: '订单',
    appointments: '预约',
    scores: '评分与回答',
    pages: '页面与事件',
    files: '文件',
    none: '无。',
    from: { visitor: '访客', bot: '机器人', owner: '客服人员' },
    happened: '经过',
    labels: {
      name: '姓名',
      email: '邮箱',
      phone: '电话',
      id: '编号',
      language: '语言',
      verified: '已验证',
      since: '首次记录',
      customerSince: '成为客户',
      source: '来源',
      timeZone: '时区',
      attributes: '页面提供的信息',
      consent: '同意',
      page: '最近页面',
      referrer: '首次访问前的页面',
    },
  },
};

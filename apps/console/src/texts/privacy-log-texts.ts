import type { ViewLine } from '../state/api/privacy-api.ts';
import type { Locale } from '../state/wire-types.ts';

type RetentionClass =
  'messages' | 'tickets' | 'scores' | 'feedback' | 'pageEvents' | 'mails' | 'accessLog' | 'receipts' | 'backups';

export interface PrivacyLogTexts {
  retention: string;
  retentionText: string;
  changeRetention: string;
  classes: Record<RetentionClass, string>;
  what: string;
  kept: string;
  now: string;
  days(count: number): string;
  forever: string;
  lastRun(day: string): string;
  noRun: string;
  views: string;
  viewsText: string;
  noViews: string;
  looked: Record<ViewLine['kind'], string>;
  somebody: string;
  gone: string;
  more: string;
  consents: string;
  consentsText: string;
  noConsents: string;
  version(version: string, since: string): string;
  current: string;
  agreedText: string;
  notKept: string;
}

export const privacyLogTexts: Record<Locale, PrivacyLogTexts> = {
  en: {
    retention: 'How long data are kept',
    retentionText: 'In days from the last change. Once a day what is older is taken out.',
    changeRetention: 'Change how long',
    classes: {
      messages: 'Closed conversations',
      tickets: 'Closed tickets (they become figures)',
      scores: 'Words and names with scores',
      feedback: 'Words and names of feedback from elsewhere',
      pageEvents: 'Page views and events',
      mails: 'Mails and calls that failed for good',
      accessLog: 'Who saw whom',
      receipts: 'Receipts of erasures',
      backups: 'Backups made by Solodesk',
    },
    what: 'What',
    kept: 'Kept',
    now: 'Would go now',
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    forever: 'until you erase it',
    lastRun: (day) => `Last done on ${day}.`,
    noRun: 'Not done yet.',
    views: 'Who saw whom',
    viewsText:
      'Each time somebody of your desk opens a person or takes data along. The same look within ten minutes counts once.',
    noViews: 'Nobody has looked at anybody yet.',
    looked: {
      contact: 'opened the profile of',
      conversation: 'opened the conversation with',
      person_export: 'took along the data of',
      table_export: 'exported',
    },
    somebody: 'somebody without a name',
    gone: 'somebody who was erased',
    more: 'Show earlier ones',
    consents: 'Consent texts',
    consentsText: 'Every text that visitors were ever asked to agree to.',
    noConsents: 'No consent text was ever set.',
    version: (version, since) => `Version ${version}, since ${since}`,
    current: 'now in force',
    agreedText: 'What they agreed to',
    notKept: 'The text of this version is not known.',
  },
  zh: {
    retention: '数据保留期限',
    retentionText: '以最后一次变动起的天数计算。每天清理一次超期的数据。',
    changeRetention: '修改保留期限',
    classes: {
      messages: '已结束的对话',
      tickets: '已关闭的工单（仅保留为数字）',
      scores: '评分附带的文字和姓名',
      feedback: '其他渠道反馈的文字和姓名',
      pageEvents: '页面浏览与事件',
      mails: '最终发送失败的邮件与通知',
      accessLog: '谁查看过谁',
      receipts: '清除回执',
      backups: 'Solodesk 生成的备份',
    },
    what: '内容',
    kept: '保留',
    now: '现在会清理',
    days: (count) => `${count} 天`,
    forever: '直到您清除',
    lastRun: (day) => `上次执行：${day}。`,
    noRun: '尚未执行过。',
    views: '谁查看过谁',
    viewsText: '每当有人打开客户资料或导出数据时记录一条。十分钟内的重复查看只记一次。',
    noViews: '还没有人查看过任何人。',
    looked: {
      contact: '打开了以下资料：',
      conversation: '打开了与以下访客的对话：',
      person_export: '导出了此人的数据：',
      table_export: '导出了表格：',
    },
    somebody: '未留姓名者',
    gone: '已被清除者',
    more: '显示更早的记录',
    consents: '同意书文本',
    consentsText: '访客曾被要求同意的所有文本。',
    noConsents: '从未设置过同意书。',
    version: (version, since) => `版本 ${version}，自 ${since} 起`,
    current: '当前使用',
    agreedText: '对方同意的内容',
    notKept: '没有此版本的文本。',
  },
};

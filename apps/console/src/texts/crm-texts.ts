import type { TimelineItem } from '../state/api/crm-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface CrmTexts {
  undo: string;
  undone: string;
  notSaved: string;
  tags: string;
  noTags: string;
  addTag: string;
  tagHint: string;
  add: string;
  removeTag(tag: string): string;
  tagAdded(tag: string): string;
  tagRemoved(tag: string): string;
  attributes: string;
  noAttributes: string;
  addAttribute: string;
  attributeName: string;
  attributeValue: string;
  removeAttribute(name: string): string;
  attributeSaved(name: string): string;
  attributeRemoved(name: string): string;
  questions: string;
  questionsText: string;
  /** By the owner. */
  questionsOffSince(day: string): string;
  questionsOn: string;
  questionsOff: string;
  /** By a mail's link. */
  noQuestions(day: string): string;
  marketing: string;
  marketingText: string;
  allowed(day: string): string;
  /** How it was said; a way that is not named here is not told. */
  allowedHow: Record<string, string>;
  allowedText(version: string): string;
  marketingOn: string;
  marketingOff: string;
  browsers: string;
  noBrowsers: string;
  browserSince(day: string): string;
  consent(version: string, day: string): string;
  noConsent: string;
  blocked: string;
  block: string;
  unblock: string;
  blockedNow: string;
  unblockedNow: string;
  claims: string;
  /** The heading above what they might like to buy. */
  offers: string;
  timeline: string;
  noTimeline: string;
  more: string;
  kind: Record<TimelineItem['kind'], string>;
  order(number: string): string;
  appointment(service: string): string;
  cancelled: string;
  score(score: number): string;
  asked: string;
  skipped: string;
  mailTo(address: string): string;
  page(name: string): string;
}

export const crmTexts: Record<Locale, CrmTexts> = {
  en: {
    undo: 'Undo',
    undone: 'It is as it was.',
    notSaved: 'Not saved; it is as it was.',
    tags: 'Tags',
    noTags: 'No tags yet.',
    addTag: 'Add a tag',
    tagHint: 'Such as “wholesale”',
    add: 'Add',
    removeTag: (tag) => `Remove the tag ${tag}`,
    tagAdded: (tag) => `Tag “${tag}” added.`,
    tagRemoved: (tag) => `Tag “${tag}” removed.`,
    attributes: 'Attributes',
    noAttributes: 'Nothing noted yet: a size, a birthday, where they know you from.',
    addAttribute: 'Note an attribute',
    attributeName: 'What',
    attributeValue: 'Value',
    removeAttribute: (name) => `Remove ${name}`,
    attributeSaved: (name) => `“${name}” noted.`,
    attributeRemoved: (name) => `“${name}” removed.`,
    questions: 'May be asked by mail how it was',
    questionsText: 'Surveys, and “how was it?” after a conversation or a ticket. In the chat they are still asked.',
    questionsOffSince: (day) => `turned off on ${day}`,
    questionsOn: 'They may be asked by mail again.',
    questionsOff: 'No more surveys, and no more questions by mail of how it was.',
    noQuestions: (day) =>
      `Said on ${day}, by the link in a mail, that they want no more surveys, nor to be asked by mail how it was. Only they can take that back.`,
    marketing: 'May get marketing mails',
    marketingText: 'Only with their consent.',
    allowed: (day) => `allowed since ${day}`,
    allowedHow: {
      ...{ owner: 'told to you', form: 'said in the chat' },
      ...{ import: 'by an import', api: 'sent by your shop' },
    },
    allowedText: (version) => `text of version ${version}`,
    marketingOn: 'Marketing mails are allowed.',
    marketingOff: 'No more marketing mails.',
    browsers: 'Browsers',
    noBrowsers: 'Has not visited yet, or did not say who they are.',
    browserSince: (day) => `first seen ${day}`,
    consent: (version, day) => `agreed to “${version}” on ${day}`,
    noConsent: 'no consent recorded',
    blocked: 'blocked',
    block: 'Block this person',
    unblock: 'Unblock',
    blockedNow: 'Blocked. Their messages are refused.',
    unblockedNow: 'Unblocked.',
    claims: 'What the page says of them, unchecked',
    offers: 'Might like',
    timeline: 'Timeline',
    noTimeline: 'Nothing has happened yet.',
    more: 'Show earlier',
    kind: {
      conversation: 'Conversation',
      ticket: 'Ticket',
      order: 'Order',
      appointment: 'Appointment',
      score: 'Score',
      mail: 'Mail',
      page: 'Page',
    },
    order: (number) => `No. ${number}`,
    appointment: (service) => service,
    cancelled: 'cancelled',
    score: (score) => `${score} of 10`,
    asked: 'asked, no answer yet',
    skipped: 'asked, would rather not say',
    mailTo: (address) => `to ${address}`,
    page: (name) => (name === 'page_view' ? 'Looked at' : name),
  },
  zh: {
    undo: '撤销',
    undone: '已恢复原样。',
    notSaved: '未能保存，已恢复原样。',
    tags: '标签',
    noTags: '还没有标签。',
    addTag: '添加标签',
    tagHint: '例如“批发”',
    add: '添加',
    removeTag: (tag) => `移除标签 ${tag}`,
    tagAdded: (tag) => `已添加标签“${tag}”。`,
    tagRemoved: (tag) => `已移除标签“${tag}”。`,
    attributes: '属性',
    noAttributes: '还没有记录：例如尺码、生日、从哪里认识您。',
    addAttribute: '记录一项属性',
    attributeName: '名称',
    attributeValue: '内容',
    removeAttribute: (name) => `移除 ${name}`,
    attributeSaved: (name) => `已记录“${name}”。`,
    attributeRemoved: (name) => `已移除“${name}”。`,
    questions: '可以通过邮件询问是否满意',
    questionsText: '包括问卷，以及对话或工单结束后的“是否满意”。聊天中仍会询问。',
    questionsOffSince: (day) => `${day} 已关闭`,
    questionsOn: '可以再次通过邮件询问。',
    questionsOff: '不再发送问卷，也不再通过邮件询问是否满意。',
    noQuestions: (day) => `本人于 ${day} 通过邮件中的链接要求不再接收问卷和满意度询问，只有本人可以恢复。`,
    marketing: '可以接收营销邮件',
    marketingText: '须经本人同意。',
    allowed: (day) => `自 ${day} 起同意`,
    allowedHow: {
      ...{ owner: '当面或另行告知您', form: '在聊天中同意' },
      ...{ import: '随导入文件', api: '由商店系统发来' },
    },
    allowedText: (version) => `文本版本 ${version}`,
    marketingOn: '已允许营销邮件。',
    marketingOff: '不再发送营销邮件。',
    browsers: '浏览器',
    noBrowsers: '尚未来访，或没有表明身份。',
    browserSince: (day) => `首次来访 ${day}`,
    consent: (version, day) => `${day} 同意了“${version}”`,
    noConsent: '没有同意记录',
    blocked: '已屏蔽',
    block: '屏蔽此人',
    unblock: '解除屏蔽',
    blockedNow: '已屏蔽，其消息会被拒收。',
    unblockedNow: '已解除屏蔽。',
    claims: '网页对其的描述，未经核实',
    offers: '可能喜欢',
    timeline: '时间线',
    noTimeline: '还没有任何记录。',
    more: '显示更早的',
    kind: {
      conversation: '对话',
      ticket: '工单',
      order: '订单',
      appointment: '预约',
      score: '评分',
      mail: '邮件',
      page: '浏览',
    },
    order: (number) => `${number} 号`,
    appointment: (service) => service,
    cancelled: '已取消',
    score: (score) => `${score} 分（满分 10 分）`,
    asked: '已询问，尚未回答',
    skipped: '已询问，不愿回答',
    mailTo: (address) => `发往 ${address}`,
    page: (name) => (name === 'page_view' ? '看了' : name),
  },
};

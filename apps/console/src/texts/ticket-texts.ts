import type { Locale } from '../state/wire-types.ts';

type State = 'new' | 'open' | 'waiting' | 'solved' | 'closed';
type Filter = 'open' | 'waiting' | 'solved' | 'all';

export interface TicketTexts {
  title: string;
  text: string;
  searchLabel: string;
  search: string;
  filters: Record<Filter, string>;
  states: Record<State | 'withdrawn', string>;
  empty: string;
  emptyText: string;
  notFound(search: string): string;
  notFoundText: string;
  more: string;
  back: string;
  details: string;
  noDetails: string;
  sensitive: string;
  missing(slots: string): string;
  /** Between the names of a list. */
  comma: string;
  contact: string;
  priority: string;
  state: string;
  category: string;
  assignee: string;
  owner: string;
  action(name: string): string;
  somebody: string;
  name: string;
  mail: string;
  give: string;
  why(reason: string): string;
  byHand: string;
  noRule: string;
  on: Record<'category' | 'locale' | 'level' | 'priority', (was: string) => string> & { open: string; closed: string };
  due(when: string): string;
  late(when: string): string;
  created(when: string): string;
  conversation: string;
  toConversation: string;
  reply: string;
  replyLabel: string;
  replyHint: string;
  replySent: string;
  noConversation: string;
  solvedToast(name: string): string;
  notSolved(name: string): string;
  hands: string;
  send: string;
  note: string;
  noteHint: string;
  addNote: string;
  history: string;
  by: Record<'visitor' | 'bot' | 'time' | 'api', string>;
  /** Beside a ticket's name in the conversation. */
  takenBack: string;
  happened: {
    made: string;
    state(from: string, to: string): string;
    reopened: string;
    added: string;
    withdrawn: string;
    answered: string;
    completed(slots: string): string;
    category(from: string, to: string): string;
    routed(to: string): string;
    priority(from: number, to: number): string;
    proposed(text: string): string;
    /** What was taken; null where it is not known. */
    accepted(text: string | null): string;
    declined: string;
    warned: string;
    note: string;
  };
  solve: string;
  reopen: string;
  wait: string;
  closedForGood: string;
  event(name: string, state: string): string;
  ofConversation: string;
  moreOfConversation: (count: number) => string;
  noneOfContact: string;
}

const en: TicketTexts = {
  title: 'Tickets',
  text: 'What somebody asked for and you have to settle; the most pressing first.',
  searchLabel: 'Search tickets',
  search: 'Number or words',
  filters: { open: 'Open', waiting: 'Waiting for the customer', solved: 'Solved', all: 'All' },
  states: {
    new: 'New',
    open: 'Open',
    waiting: 'Waiting for the customer',
    solved: 'Solved',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  empty: 'Nothing here',
  emptyText: 'Requests appear here as soon as a form is sent, or when somebody writes while you are away.',
  notFound: (search) => `Nothing found for “${search}”`,
  notFoundText: 'A ticket is found by its number, or by words of its subject, details and contact.',
  more: 'More',
  back: 'All tickets',
  details: 'Details',
  noDetails: 'Nothing was told yet.',
  sensitive: 'Sensitive: shown here only',
  missing: (slots) => `Still missing: ${slots}`,
  comma: ', ',
  contact: 'Contact',
  priority: 'Priority',
  state: 'State',
  category: 'Category',
  assignee: 'Settled by',
  owner: 'You',
  action: (name) => `Action ${name}`,
  somebody: 'Somebody else …',
  name: 'Name',
  mail: 'Mail address',
  give: 'Give to them',
  why: (reason) => `Reason: ${reason}`,
  byHand: 'chosen by hand',
  noRule: 'no rule fits',
  on: {
    category: (was) => `category ${was}`,
    locale: (was) => `language ${was}`,
    level: (was) => `level ${was}`,
    priority: (was) => `priority ${was}`,
    open: 'during opening hours',
    closed: 'outside opening hours',
  },
  due: (when) => `Answer by ${when}`,
  late: (when) => `The answer was due ${when}`,
  created: (when) => `Received ${when}`,
  conversation: 'Conversation',
  toConversation: 'Open the conversation',
  reply: 'Reply',
  replyLabel: 'Your reply',
  replyHint: 'It goes to the conversation, and this ticket then waits for the customer.',
  replySent: 'Your reply is in the conversation.',
  noConversation: 'This ticket has no conversation, so it cannot be answered here.',
  solvedToast: (name) => `Solved: ${name}`,
  notSolved: (name) => `${name} could not be marked as solved.`,
  hands: 'Who settles it',
  send: 'Send reply',
  note: 'Note',
  noteHint: 'Only you see it.',
  addNote: 'Add note',
  history: 'History',
  by: { visitor: 'Customer', bot: 'Bot', time: 'Time', api: 'API' },
  takenBack: 'taken back by the visitor',
  happened: {
    made: 'opened the ticket',
    state: (from, to) => `${from} → ${to}`,
    reopened: 'opened again',
    added: 'wrote on',
    withdrawn: 'took it back',
    answered: 'answered',
    completed: (slots) => `added ${slots}`,
    category: (from, to) => `category ${from} → ${to}`,
    routed: (to) => `sent to ${to}`,
    priority: (from, to) => `priority ${from} → ${to}`,
    proposed: (text) => `offered: ${text}`,
    accepted: (text) => (text === null ? 'accepted the offer' : `accepted: ${text}`),
    declined: 'declined the offer',
    warned: 'reminded you of the deadline',
    note: 'noted',
  },
  solve: 'Mark as solved',
  reopen: 'Open again',
  wait: 'Wait for the customer',
  closedForGood: 'This ticket is closed for good. A new request makes a new one.',
  event: (name, state) => `${name} · ${state}`,
  ofConversation: 'Tickets of this conversation',
  moreOfConversation: (count) => `Show ${count} more`,
  noneOfContact: 'No tickets.',
};

const zh: TicketTexts = {
  title: '工单',
  text: '客户提出、需要处理的请求，最紧急的排在最前。',
  searchLabel: '搜索工单',
  search: '编号或关键词',
  filters: { open: '待处理', waiting: '等待客户', solved: '已解决', all: '全部' },
  states: { new: '新建', open: '处理中', waiting: '等待客户', solved: '已解决', closed: '已关闭', withdrawn: '已撤回' },
  empty: '这里没有工单',
  emptyText: '客户提交表单，或在您离开时留言，工单就会出现在这里。',
  notFound: (search) => `没有找到“${search}”`,
  notFoundText: '可按编号，或按主题、详情和联系方式中的词搜索。',
  more: '更多',
  back: '全部工单',
  details: '详情',
  noDetails: '还没有内容。',
  sensitive: '敏感信息，仅在此显示',
  missing: (slots) => `还缺：${slots}`,
  comma: '、',
  contact: '联系方式',
  priority: '优先级',
  state: '状态',
  category: '类别',
  assignee: '处理人',
  owner: '您',
  action: (name) => `操作 ${name}`,
  somebody: '其他人……',
  name: '姓名',
  mail: '邮箱',
  give: '转交',
  why: (reason) => `原因：${reason}`,
  byHand: '手动指定',
  noRule: '没有匹配的规则',
  on: {
    category: (was) => `类别 ${was}`,
    locale: (was) => `语言 ${was}`,
    level: (was) => `级别 ${was}`,
    priority: (was) => `优先级 ${was}`,
    open: '营业时间内',
    closed: '营业时间外',
  },
  due: (when) => `请在 ${when} 前答复`,
  late: (when) => `本应在 ${when} 前答复`,
  created: (when) => `收到时间 ${when}`,
  conversation: '对话',
  toConversation: '打开对话',
  reply: '回复',
  replyLabel: '您的回复',
  replyHint: '回复会发到对话中，此工单随后等待客户。',
  replySent: '回复已发到对话中。',
  noConversation: '此工单没有对话，无法在这里回复。',
  solvedToast: (name) => `已解决：${name}`,
  notSolved: (name) => `${name} 未能标为已解决。`,
  hands: '由谁处理',
  send: '发送回复',
  note: '备注',
  noteHint: '只有您能看到。',
  addNote: '添加备注',
  history: '历史',
  by: { visitor: '客户', bot: '机器人', time: '时间', api: 'API' },
  takenBack: '访客已撤回',
  happened: {
    made: '创建了工单',
    state: (from, to) => `${from} → ${to}`,
    reopened: '重新打开',
    added: '补充了消息',
    withdrawn: '撤回了请求',
    answered: '答复',
    completed: (slots) => `补充了 ${slots}`,
    category: (from, to) => `类别 ${from} → ${to}`,
    routed: (to) => `转给 ${to}`,
    priority: (from, to) => `优先级 ${from} → ${to}`,
    proposed: (text) => `提出：${text}`,
    accepted: (text) => (text === null ? '接受了方案' : `接受了方案：${text}`),
    declined: '拒绝了方案',
    warned: '提醒您期限将至',
    note: '备注',
  },
  solve: '标为已解决',
  reopen: '重新打开',
  wait: '等待客户',
  closedForGood: '此工单已永久关闭，新的请求会另建一张。',
  event: (name, state) => `${name} · ${state}`,
  ofConversation: '此对话的工单',
  moreOfConversation: (count) => `再显示 ${count} 个`,
  noneOfContact: '没有工单。',
};

export const ticketTexts: Record<Locale, TicketTexts> = { en, zh };

import type { Locale } from '../state/wire-types.ts';

export type ExportKind =
  | 'customers'
  | 'orders'
  | 'products'
  | 'conversations'
  | 'messages'
  | 'notes'
  | 'files'
  | 'page_views'
  | 'tickets'
  | 'ticket_history'
  | 'appointments'
  | 'scores'
  | 'mails'
  | 'promises'
  | 'answer_times'
  | 'moves'
  | 'unanswered'
  | 'feedback'
  | 'spend'
  | 'faqs'
  | 'canned_replies'
  | 'known_problems'
  | 'figures'
  | 'page_votes'
  | 'consents'
  | 'looks'
  | 'erasures'
  | 'imports';

export interface PrivacyTexts {
  title: string;
  titleOf(site: string): string;
  open: string;
  settingsText: string;
  intro: string;
  everything: string;
  everythingText: string;
  kinds: Record<ExportKind, string>;
  /** All of these at once. */
  allKinds: string;
  kind: string;
  format: string;
  formats: { excel: string; csv: string; jsonl: string };
  download: string;
  downloadPerson: string;
  theirs: string;
  theirsText: string;
  erase: string;
  eraseTitle(name: string): string;
  eraseText: string;
  nobody: string;
  goes: string;
  stays: string;
  staysOrders: string;
  staysFigures: string;
  tables: Readonly<Record<string, string>>;
  files: string;
  alike: string;
  alikeText: string;
  backups: string;
  typeToErase(word: string): string;
  eraseNow: string;
  wrongName: string;
  erased(name: string): string;
  erasedToast: string;
  receipt: string;
  receiptOf(id: string, by: string, time: string): string;
  receipts: string;
  receiptsText: string;
  noReceipts: string;
  sum(erased: number, anonymised: number, files: number): string;
}

const EN_TABLES = {
  event: 'Messages and events',
  conversation: 'Conversations',
  visitor: 'Browsers',
  contact: 'Profiles',
  visitor_contact: 'Links between browser and profile',
  tracked: 'Page views and events',
  unanswered: 'Unanswered questions',
  job: 'Mails and calls that wait',
  api_request: 'Kept API answers',
  conversation_note: 'Your notes in conversations',
  upload: 'Files in conversations',
  queue_mark: 'What you put away in the queue',
  problem_waiter: 'Wishes to hear of a fix',
  guess_level: 'Counters of guesses',
  survey_request: 'Scores, survey answers, and who wants no surveys',
  promise: 'Promises',
  reply_time: 'Answer times',
  ticket_event: 'Ticket history and notes',
  ticket: 'Tickets',
  appointment: 'Appointments',
  batch_row: 'What imports remembered',
  shop_order: 'Orders',
  contact_tag: 'Tags',
  contact_profile: 'Your notes and attributes',
  view_log: 'Notes of who looked at them',
  contact_merge: 'Notes of merged profiles',
  feedback: 'What they said elsewhere',
  life_stage: 'Where they stand as a customer',
  life_move: 'How they moved as a customer',
  life_mail: 'Which messages they got',
  delivery: 'When orders were delivered',
  sent_mail: 'Notes of mails that went out',
};

const ZH_TABLES: typeof EN_TABLES = {
  event: '消息与事件',
  conversation: '对话',
  visitor: '浏览器',
  contact: '客户资料',
  visitor_contact: '浏览器与资料的关联',
  tracked: '页面浏览与事件',
  unanswered: '未回答的问题',
  job: '待发送的邮件与通知',
  api_request: '保留的 API 应答',
  conversation_note: '对话中的备注',
  upload: '对话中的文件',
  queue_mark: '待办中搁置的事项',
  problem_waiter: '等待修复通知的登记',
  guess_level: '猜测次数的计数',
  survey_request: '评分、问卷回答，以及不再接收问卷的意愿',
  promise: '回复承诺',
  reply_time: '回复用时',
  ticket_event: '工单历史与备注',
  ticket: '工单',
  appointment: '预约',
  batch_row: '导入时记下的旧值',
  shop_order: '订单',
  contact_tag: '标签',
  contact_profile: '您的备注与属性',
  view_log: '查看记录',
  contact_merge: '资料合并记录',
  feedback: '在别处留下的评价',
  life_stage: '客户所处的阶段',
  life_move: '客户阶段的变化',
  life_mail: '收到过的自动邮件',
  delivery: '订单送达时间',
  sent_mail: '已发邮件的记录',
};

export const privacyTexts: Record<Locale, PrivacyTexts> = {
  en: {
    title: 'Privacy',
    titleOf: (site) => `Privacy: ${site}`,
    open: 'Open privacy',
    settingsText: 'Export everything, receipts of erasures, how long data are kept, and who looked at whom.',
    intro: 'To erase or export one person, open them under Contacts, or beside their conversation.',
    everything: 'Export of everything',
    everythingText:
      "All that is stored of this site: as one zip with the files that were sent, or one kind at a time. Texts that a spreadsheet would take for a formula begin with a ' there.",
    kinds: {
      customers: 'Contacts',
      orders: 'Orders',
      products: 'Products',
      conversations: 'Conversations',
      messages: 'Messages',
      tickets: 'Tickets',
      appointments: 'Appointments',
      scores: 'Scores and surveys',
      feedback: 'Feedback from elsewhere',
      spend: 'Marketing spend',
      faqs: 'FAQs',
      notes: 'Notes beside conversations',
      files: 'Files that were sent (a list)',
      page_views: 'Page views',
      ticket_history: 'History of tickets',
      mails: 'Mails to customers',
      promises: 'Promises',
      answer_times: 'How long you took to answer',
      moves: 'Moves in the life cycle',
      unanswered: 'Unanswered questions',
      canned_replies: 'Canned replies',
      known_problems: 'Known problems',
      figures: 'Figures of the business',
      page_votes: 'Votes on help pages',
      consents: 'Consent texts',
      looks: 'Who saw whom',
      erasures: 'Receipts of erasures',
      imports: 'Imports',
    },
    allKinds: 'Everything (zip)',
    kind: 'What',
    format: 'As',
    formats: { excel: 'CSV for Excel', csv: 'CSV', jsonl: 'JSON lines' },
    download: 'Download',
    downloadPerson: 'Download their data',
    theirs: 'Their data',
    theirsText: 'What you know of this person, and their right to have a copy of it and to have it erased.',
    erase: 'Erase this person …',
    eraseTitle: (name) => `Erase ${name}?`,
    eraseText: 'This cannot be undone. If they are chatting just now, their chat ends.',
    nobody: 'this person',
    goes: 'This goes for good',
    stays: 'This stays, and leads to nobody',
    staysOrders: 'Orders keep number, day, goods and amounts, because the law wants invoices kept.',
    staysFigures: 'Tickets, scores, promises and answer times stay as bare figures in your reports.',
    tables: EN_TABLES,
    files: 'Files that they sent',
    alike: 'Not erased with them',
    alikeText:
      'These have the same address or number. Nobody proved that they are the same person; erase them by themselves if they are.',
    backups: 'Backups that were made before still hold it, until they expire.',
    typeToErase: (word) => `To erase, type: ${word}`,
    eraseNow: 'Erase for good',
    wrongName: 'That is not what stands above.',
    erased: (name) => `${name} was erased`,
    erasedToast: 'Erased. The receipt is under Settings → Privacy.',
    receipt: 'Receipt',
    receiptOf: (id, by, time) => `No. ${id} · ${by} · ${time}`,
    receipts: 'Receipts of erasures',
    receiptsText: 'They say what was done and when, and nothing of whom.',
    noReceipts: 'Nobody was erased yet.',
    sum: (erased, anonymised, files) => `${erased} rows erased, ${anonymised} made anonymous, ${files} files removed`,
  },
  zh: {
    title: '隐私',
    titleOf: (site) => `隐私：${site}`,
    open: '打开隐私',
    settingsText: '导出全部数据、清除回执、数据保留期限，以及谁查看过谁。',
    intro: '如需清除或导出某个人的数据，请在“联系人”中或对话旁打开此人。',
    everything: '导出全部数据',
    everythingText:
      "本站点存储的全部数据：打包成一个 zip（含收发的文件），或每次导出一类。表格软件可能当作公式的文字，前面会加上 ' 号。",
    kinds: {
      customers: '联系人',
      orders: '订单',
      products: '商品',
      conversations: '对话',
      messages: '消息',
      tickets: '工单',
      appointments: '预约',
      scores: '评分和问卷',
      feedback: '其他渠道的反馈',
      spend: '营销支出',
      faqs: '常见问题',
      notes: '对话备注',
      files: '收发的文件（清单）',
      page_views: '页面浏览',
      ticket_history: '工单历史',
      mails: '发给客户的邮件',
      promises: '承诺',
      answer_times: '您的回复用时',
      moves: '生命周期变化',
      unanswered: '未能回答的问题',
      canned_replies: '快捷回复',
      known_problems: '已知问题',
      figures: '经营指标',
      page_votes: '帮助页面投票',
      consents: '同意文本',
      looks: '查看记录',
      erasures: '清除回执',
      imports: '导入记录',
    },
    allKinds: '全部（zip）',
    kind: '内容',
    format: '格式',
    formats: { excel: '适用于 Excel 的 CSV', csv: 'CSV', jsonl: 'JSON 行' },
    download: '下载',
    downloadPerson: '下载此人的数据',
    theirs: '个人数据',
    theirsText: '您掌握的此人的数据，以及对方要求获得副本和删除的权利。',
    erase: '清除此人的数据…',
    eraseTitle: (name) => `清除“${name}”的数据？`,
    eraseText: '此操作无法撤销。如果对方正在聊天，对话会立即结束。',
    nobody: '此人',
    goes: '以下内容将永久清除',
    stays: '以下内容保留，但不再指向任何人',
    staysOrders: '订单保留编号、日期、商品和金额，因为法律要求保存账单。',
    staysFigures: '工单、评分、承诺和回复用时仅作为报表中的数字保留。',
    tables: ZH_TABLES,
    files: '对方发送的文件',
    alike: '不会一并清除',
    alikeText: '以下资料有相同的邮箱或电话，但没有证据表明是同一个人；如果是，请分别清除。',
    backups: '此前的备份中仍有这些数据，直到备份过期。',
    typeToErase: (word) => `如需清除，请输入：${word}`,
    eraseNow: '永久清除',
    wrongName: '与上方显示的不一致。',
    erased: (name) => `“${name}”的数据已清除`,
    erasedToast: '已清除。回执见 设置 → 隐私。',
    receipt: '回执',
    receiptOf: (id, by, time) => `编号 ${id} · ${by} · ${time}`,
    receipts: '清除回执',
    receiptsText: '回执记录做了什么、何时做的，不记录是谁。',
    noReceipts: '尚未清除过任何人的数据。',
    sum: (erased, anonymised, files) => `清除 ${erased} 行，匿名化 ${anonymised} 行，移除 ${files} 个文件`,
  },
};

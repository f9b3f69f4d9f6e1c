import type { Locale } from '../state/wire-types.ts';

type Said = readonly [label: string, hint?: string];

export const ACTION_KINDS = [
  'order-status',
  'order-request',
  'return-label',
  'book',
  'change-booking',
  'call',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Of an action: it asks for no files. */
export const SLOT_TYPES = ['text', 'choice', 'email', 'phone', 'date', 'order', 'amount', 'product'] as const;
export type SlotType = (typeof SLOT_TYPES)[number];

/** What the form of the actions says. */
export interface ActionFormTexts {
  none: string;
  kinds: Record<ActionKind, string>;
  what: Record<ActionKind, string>;
  fields: Record<'title' | 'intents' | 'offeredUnder' | 'fallback' | 'name', Said>;
  category: Said;
  label: Record<'text' | 'link', Said>;
  book: Record<'service' | 'where' | 'resource' | 'minutes' | 'every' | 'days' | 'noticeMinutes' | 'most', Said>;
  remind: string;
  remindMinutes: Said;
  call: Record<'url' | 'secret' | 'timeoutSeconds' | 'retries' | 'ticket', Said>;
  confirm: string;
  makesTicket: string;
  begunBy(names: string): string;
  offered(names: string): string;
  byForm: string;
  slots: string;
  slotsUsual: string;
  slotsNone: string;
  addSlot: string;
  slot: Record<
    'label' | 'type' | 'prompt' | 'purpose' | 'invalid' | 'minLength' | 'maxLength' | 'from' | 'to' | 'name',
    Said
  >;
  types: Record<SlotType, string>;
  required: string;
  sensitive: string;
  time: string;
  isName: string;
  isBirth: string;
  fromOpening: Said;
  optional: string;
  /** It is asked for only after some answers. */
  sometimes: string;
  condition: { when: Said; always: string; after(detail: string): string; answers: Said };
  choices: string;
  choicesNone: string;
  addChoice: string;
  choice: Record<'label' | 'value' | 'en' | 'zh', Said>;
}

const en: ActionFormTexts = {
  none: 'None yet: visitors ask, and you answer.',
  kinds: {
    'order-status': 'Where an order is',
    'order-request': 'Request about an order',
    'return-label': 'Return label',
    book: 'Book a time',
    'change-booking': 'Change a booking',
    call: 'Ask your own system',
  },
  what: {
    'order-status': 'Built in: looks the order up and says where it is.',
    'order-request': 'Built in: finds the order and makes a request of it for you.',
    'return-label': 'Built in: says how to send it back, with a link to the label, and makes a request.',
    book: 'Built in: offers free times and books one.',
    'change-booking': 'Built in: moves or cancels a time that was booked.',
    call: 'Calls your system over HTTPS with the details as signed JSON, and says what it answers.',
  },
  fields: {
    title: ['What people call it', 'Such as “Where is my order?”.'],
    intents: ['Questions that begin it', 'FAQs. None: a form of its own ends in it.'],
    offeredUnder: ['Answers that have a button for it', 'FAQs.'],
    fallback: ['What to say when it comes to nothing', 'Left empty: a usual text.'],
    name: ['Name', 'Forms call it so: lower-case letters, digits and hyphens.'],
  },
  category: ['Category of the request'],
  label: {
    text: ['How it is sent back'],
    link: ['Address of the label', 'https only; {{order}} is the number of the order. Left empty: no link.'],
  },
  book: {
    service: ['What is booked', 'As it stands in the calendar, such as “First visit”.'],
    where: ['Where it is'],
    resource: ['Room or person', 'Times of one never overlap. Left empty: there is only one.'],
    minutes: ['Minutes that it takes'],
    every: ['Minutes from one beginning to the next', 'Left empty: as long as it takes.'],
    days: ['Days ahead that can be booked'],
    noticeMinutes: ['Minutes of notice, at least'],
    most: ['Coming times of one person, at most'],
  },
  remind: 'Send a reminder',
  remindMinutes: ['Minutes before it'],
  call: {
    url: ['Address of your system', 'https only.'],
    secret: ['Name of the secret', 'It signs the calls. It is made on the server, in the folder secrets, not here.'],
    timeoutSeconds: ['Seconds to wait for an answer', '1 to 20.'],
    retries: ['Times it is tried again', '0 to 4.'],
    ticket: ['Category of that request', 'Left empty: the name of the action.'],
  },
  confirm: 'Ask for a last yes (not needed where it only looks something up)',
  makesTicket: 'Make a request for you when your system does not answer',
  begunBy: (names) => `begun by ${names}`,
  offered: (names) => `offered under ${names}`,
  byForm: 'a form ends in it',
  slots: 'What is asked for before',
  slotsUsual: 'The usual: what it needs.',
  slotsNone: 'Nothing is asked.',
  addSlot: 'Detail',
  slot: {
    label: ['What it is called', 'In the summary and in your request.'],
    type: ['What belongs in it'],
    prompt: ['The question'],
    purpose: ['Why you ask', 'Visitors read it. Begin with “to …”.'],
    invalid: ['What to say when the answer is not valid', 'Left empty: a usual text.'],
    minLength: ['Characters, at least'],
    maxLength: ['Characters, at most'],
    from: ['First day, from today', '0 is today, 1 tomorrow.'],
    to: ['Last day, from today'],
    name: ['Name', 'Your system gets it under this name.'],
  },
  types: {
    text: 'Text',
    choice: 'One of a few',
    email: 'E-mail address',
    phone: 'Phone number',
    date: 'Day',
    order: 'Order number',
    amount: 'Amount of money',
    product: 'Product',
  },
  required: 'It must be answered',
  sensitive: 'Sensitive: never in logs, reports or webhooks',
  time: 'With a time of day',
  isName: 'It is the person’s name',
  isBirth: 'It is a date of birth',
  fromOpening: [
    'The first words may be the answer',
    'Whoever has said it when they began is not asked again, such as “my oven stays cold”.',
  ],
  optional: 'may be skipped',
  sometimes: 'asked after some answers',
  condition: {
    when: ['When it is asked'],
    always: 'Always',
    after: (detail) => `After some answers to “${detail}”`,
    answers: ['After these answers', 'Then it must be answered.'],
  },
  choices: 'What there is to choose from',
  choicesNone: 'Two at least.',
  addChoice: 'Choice',
  choice: {
    label: ['What the button says'],
    value: ['Name', 'Your system gets it: lower-case letters, digits and hyphens.'],
    en: ['Other words for it (English)', 'One a line.'],
    zh: ['Other words for it (Chinese)', 'One a line.'],
  },
};

const zh: ActionFormTexts = {
  none: '还没有：访客提问，由您来答。',
  kinds: {
    'order-status': '查订单',
    'order-request': '订单相关请求',
    'return-label': '退货标签',
    book: '预约时间',
    'change-booking': '更改预约',
    call: '询问您自己的系统',
  },
  what: {
    'order-status': '内置：查询订单并告知进度。',
    'order-request': '内置：找到订单，为您生成一个请求。',
    'return-label': '内置：说明如何寄回，附上标签链接，并生成一个请求。',
    book: '内置：列出空闲时间并完成预约。',
    'change-booking': '内置：更改或取消已预约的时间。',
    call: '通过 HTTPS 把内容以签名的 JSON 发给您的系统，并转述它的答复。',
  },
  fields: {
    title: ['显示名称', '例如“我的订单到哪了？”。'],
    intents: ['由哪些问题开始', '常见问题。不填：由专门的表单结束时执行。'],
    offeredUnder: ['在哪些回答下提供按钮', '常见问题。'],
    fallback: ['没有结果时说什么', '不填：使用通用说法。'],
    name: ['代号', '表单用它来指这个操作：小写字母、数字和连字符。'],
  },
  category: ['请求的类别'],
  label: {
    text: ['如何寄回'],
    link: ['标签地址', '仅限 https；{{order}} 代表订单号。不填：没有链接。'],
  },
  book: {
    service: ['预约什么', '显示在日历中，例如“初次到访”。'],
    where: ['地点'],
    resource: ['房间或人员', '同一个的时间不会重叠。不填：只有一个。'],
    minutes: ['需要多少分钟'],
    every: ['两个开始时间相隔多少分钟', '不填：与时长相同。'],
    days: ['可提前多少天预约'],
    noticeMinutes: ['至少提前多少分钟'],
    most: ['一人最多持有几个预约'],
  },
  remind: '发送提醒',
  remindMinutes: ['提前多少分钟'],
  call: {
    url: ['您系统的地址', '仅限 https。'],
    secret: ['密钥的名称', '用来为请求签名。密钥本身在服务器的 secrets 文件夹中生成，不在这里。'],
    timeoutSeconds: ['等待答复的秒数', '1 到 20。'],
    retries: ['重试次数', '0 到 4。'],
    ticket: ['该请求的类别', '不填：操作的代号。'],
  },
  confirm: '执行前再确认一次（仅查询时不需要）',
  makesTicket: '您的系统没有答复时，为您生成一个请求',
  begunBy: (names) => `由 ${names} 开始`,
  offered: (names) => `在 ${names} 下提供`,
  byForm: '由表单结束时执行',
  slots: '事先询问的内容',
  slotsUsual: '通用：所需的内容。',
  slotsNone: '不询问任何内容。',
  addSlot: '内容',
  slot: {
    label: ['名称', '用于摘要和您的请求。'],
    type: ['填写什么'],
    prompt: ['问题'],
    purpose: ['为什么询问', '访客会看到。以“用于……”开头。'],
    invalid: ['回答无效时说什么', '不填：使用通用说法。'],
    minLength: ['至少多少字'],
    maxLength: ['至多多少字'],
    from: ['最早的日期，从今天算起', '0 是今天，1 是明天。'],
    to: ['最晚的日期，从今天算起'],
    name: ['代号', '您的系统以此名称收到它。'],
  },
  types: {
    text: '文字',
    choice: '选项之一',
    email: '邮箱地址',
    phone: '电话号码',
    date: '日期',
    order: '订单号',
    amount: '金额',
    product: '商品',
  },
  required: '必须回答',
  sensitive: '敏感内容：不会出现在日志、报告和 webhook 中',
  time: '包含具体时间',
  isName: '这是对方的姓名',
  isBirth: '这是出生日期',
  fromOpening: ['开头说的话可以算作回答', '一开始就说清楚的人不会再被问一遍，例如“烤箱不热了”。'],
  optional: '可以跳过',
  sometimes: '视回答而问',
  condition: {
    when: ['什么时候询问'],
    always: '总是询问',
    after: (detail) => `仅在“${detail}”的某些回答之后`,
    answers: ['在这些回答之后', '届时必须回答。'],
  },
  choices: '可选的内容',
  choicesNone: '至少两个。',
  addChoice: '选项',
  choice: {
    label: ['按钮上的文字'],
    value: ['代号', '您的系统会收到它：小写字母、数字和连字符。'],
    en: ['其他说法（英文）', '每行一个。'],
    zh: ['其他说法（中文）', '每行一个。'],
  },
};

export const actionFormTexts: Readonly<Record<Locale, ActionFormTexts>> = { en, zh };

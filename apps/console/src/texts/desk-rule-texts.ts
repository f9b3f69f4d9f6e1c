import type { Locale } from '../state/wire-types.ts';

type Said = readonly [label: string, hint?: string];

/** What the forms of priorities, complaints and messages beside the bubble say. */
export interface DeskRuleTexts {
  priority: {
    levels: Record<'urgent' | 'high' | 'normal', Said>;
    usualTitle: string;
    usualHint: string;
    /** After what the points are for. */
    perHour: string;
    rest(changed: string): string;
    ownTitle: string;
    none: string;
    add: string;
    fields: Record<'name' | 'text' | 'points' | 'perHour' | 'most', Said>;
    when: Record<
      | 'en'
      | 'zh'
      | 'category'
      | 'mood'
      | 'messagesToday'
      | 'customer'
      | 'orderTotal'
      | 'complaint'
      | 'language'
      | 'verified',
      Said
    >;
    any: string;
    moods: Record<string, string>;
    customers: Record<string, string>;
    either: Record<'true' | 'false', string>;
    points(points: string): string;
    hourly(points: string): string;
    turnedOff: string;
  };
  complaints: {
    fields: Record<'deadlineHours' | 'warnHours', Said>;
    title: string;
    usual(names: string): string;
    change: string;
    backToUsual: string;
    none: string;
    add: string;
    remedy: Record<'text' | 'label' | 'atOnce' | 'needs' | 'en' | 'zh' | 'name', Said>;
    byBot: string;
    byYou: string;
  };
  emergency: {
    on: string;
    number: Said;
    flags: string;
    none: string;
    add: string;
    en: Said;
    zh: Said;
    unlessEn: Said;
    unlessZh: Said;
    firstAid: Said;
    name: Said;
  };
  proactive: {
    none: string;
    add: string;
    fields: Record<'page' | 'after' | 'scrolled' | 'onLeaving' | 'text', Said>;
    on(pages: string, seconds: string): string;
    scrolled(part: string): string;
    leaving: string;
  };
}

const en: DeskRuleTexts = {
  priority: {
    levels: {
      urgent: ['Urgent from', 'Of 100 points.'],
      high: ['High from'],
      normal: ['Normal from', 'Below it is low.'],
    },
    usualTitle: 'What counts',
    usualHint: 'Points that each reason gives; all that hold are added up. 0 turns one off.',
    perHour: ' (an hour)',
    rest: (changed) => `changed besides: ${changed}`,
    ownTitle: 'Your own reasons',
    none: 'None yet, such as: a big order, a certain category, a word.',
    add: 'Reason',
    fields: {
      name: ['Name', 'For you only, in lower-case letters and hyphens.'],
      text: ['Reason', 'You read it beside the points, such as “big order”.'],
      points: ['Points', '-100 to 100.'],
      perHour: ['Points for each hour of waiting', 'Instead of points once.'],
      most: ['At most', '30 when left empty.'],
    },
    when: {
      en: ['One of these is said (English)', 'One a line. refund* is what begins so; … leaves room for a few words.'],
      zh: ['One of these is said (Chinese)', 'One a line.'],
      category: ['Category'],
      mood: ['Mood'],
      messagesToday: ['Messages on one day, at least'],
      customer: ['Who writes'],
      orderTotal: ['All orders come to at least', 'In your currency.'],
      complaint: ['A complaint'],
      language: ['Language'],
      verified: ['Signed in on your site'],
    },
    any: 'any',
    moods: { angry: 'angry', unhappy: 'unhappy or angry', pleased: 'pleased' },
    customers: { contact: 'somebody we can reach', customer: 'a customer', paying: 'a paying customer' },
    either: { true: 'yes', false: 'no' },
    points: (points) => `${points} points`,
    hourly: (points) => `${points} points for each hour of waiting`,
    turnedOff: 'turned off',
  },
  complaints: {
    fields: {
      deadlineHours: ['Business hours until you must have answered'],
      warnHours: ['Reminder so many business hours before', 'By mail; usually 4.'],
    },
    title: 'What you may offer to make good',
    usual: (names) => `At present the usual offers: ${names}.`,
    change: 'Write my own',
    backToUsual: 'Back to the usual offers',
    none: 'None: nothing is offered.',
    add: 'Offer',
    remedy: {
      text: ['What the customer reads', 'A sentence, such as “We refund the full price.”'],
      label: ['On its button', 'In few words; empty: the sentence itself.'],
      atOnce: ['The bot offers it by itself once a complaint is complete', 'Without this it waits for you.'],
      needs: ['Only when these details are known', 'Such as order.'],
      en: ['Only when one of these is said (English)', 'One a line; none: always.'],
      zh: ['Only when one of these is said (Chinese)', 'One a line.'],
      name: ['Name', 'For you only, in lower-case letters and hyphens.'],
    },
    byBot: 'offered by the bot',
    byYou: 'waits for you',
  },
  emergency: {
    on: 'Look out for danger in what visitors write',
    number: ['Number to call', 'As people dial it, such as 112.'],
    flags: 'Signs of danger',
    none: 'None yet: add at least one.',
    add: 'Sign',
    en: [
      'Words (English)',
      'One a line; all words of a line must be said. burn* is what begins so, pain|hurts one of the two.',
    ],
    zh: ['Words (Chinese)', 'One a line; parts with blanks between them must all be said.'],
    unlessEn: [
      'Harmless all the same (English)',
      'One a line, in this order: website|page not responding. Other danger beside it counts.',
    ],
    unlessZh: ['Harmless all the same (Chinese)', 'One a line, in this order.'],
    firstAid: ['What to do until help comes', 'Only steps that you have approved. Empty: none are given.'],
    name: ['Name', 'For you only, in lower-case letters and hyphens, such as chest-pain.'],
  },
  proactive: {
    none: 'None: the bubble says nothing by itself.',
    add: 'Message',
    fields: {
      page: ['On these pages', 'Paths such as /cart; /products/* is every page below.'],
      after: ['After so many seconds on the page', '1 to 3600.'],
      scrolled: ['And this far down the page, in %', '0: from the top.'],
      onLeaving: ['Sooner, when the pointer leaves at the top of the page'],
      text: ['What it says'],
    },
    on: (pages, seconds) => `On ${pages}, after ${seconds} s`,
    scrolled: (part) => `${part} % down`,
    leaving: 'or on leaving',
  },
};

const zh: DeskRuleTexts = {
  priority: {
    levels: { urgent: ['紧急从', '满分 100 分。'], high: ['高从'], normal: ['普通从', '再低就是“低”。'] },
    usualTitle: '计分项',
    usualHint: '每条原因给的分数，符合的都加起来。填 0 即关闭。',
    perHour: '（每小时）',
    rest: (changed) => `另有修改：${changed}`,
    ownTitle: '您自己的原因',
    none: '还没有，例如：大额订单、某个类别、某个词。',
    add: '原因',
    fields: {
      name: ['名称', '只有您看得到，用小写字母和连字符。'],
      text: ['原因', '显示在分数旁，例如“大额订单”。'],
      points: ['分数', '-100 到 100。'],
      perHour: ['每等待一小时的分数', '代替一次性的分数。'],
      most: ['最多', '不填为 30。'],
    },
    when: {
      en: ['说到其中之一（英语）', '每行一个。refund* 表示以此开头；… 可隔几个词。'],
      zh: ['说到其中之一（中文）', '每行一个。'],
      category: ['类别'],
      mood: ['情绪'],
      messagesToday: ['一天内的消息数至少'],
      customer: ['谁写来的'],
      orderTotal: ['订单总额至少', '以您的货币计。'],
      complaint: ['是投诉'],
      language: ['语言'],
      verified: ['已在您的网站登录'],
    },
    any: '不限',
    moods: { angry: '生气', unhappy: '不满或生气', pleased: '满意' },
    customers: { contact: '能联系到的人', customer: '客户', paying: '付费客户' },
    either: { true: '是', false: '否' },
    points: (points) => `${points} 分`,
    hourly: (points) => `每等待一小时 ${points} 分`,
    turnedOff: '已关闭',
  },
  complaints: {
    fields: {
      deadlineHours: ['多少营业小时内必须答复'],
      warnHours: ['提前多少营业小时提醒', '发邮件；通常为 4。'],
    },
    title: '可以提供的补偿',
    usual: (names) => `目前为通常的补偿：${names}。`,
    change: '自己编写',
    backToUsual: '恢复通常的补偿',
    none: '没有：不提供任何补偿。',
    add: '补偿',
    remedy: {
      text: ['客户读到的内容', '一句话，例如“我们全额退款。”'],
      label: ['按钮上的文字', '尽量短；不填则用整句。'],
      atOnce: ['投诉填写完整后由机器人自动提供', '否则等您决定。'],
      needs: ['仅当已知这些信息', '例如 order。'],
      en: ['仅当说到其中之一（英语）', '每行一个；不填：总是。'],
      zh: ['仅当说到其中之一（中文）', '每行一个。'],
      name: ['名称', '只有您看得到，用小写字母和连字符。'],
    },
    byBot: '由机器人提供',
    byYou: '等您决定',
  },
  emergency: {
    on: '留意访客话里的危险',
    number: ['求助电话', '按人们拨打的写法，例如 120。'],
    flags: '危险的迹象',
    none: '还没有：请至少添加一项。',
    add: '迹象',
    en: ['词语（英语）', '每行一组；一行里的词都说到才算。burn* 表示以此开头，pain|hurts 表示说到一个就算。'],
    zh: ['词语（中文）', '每行一组；用空格隔开的各部分都说到才算，例如 胸|心口 痛|疼。'],
    unlessEn: ['这样说没有危险（英语）', '每行一组，按说的顺序：website|page not responding。同时说到别的危险仍然算。'],
    unlessZh: ['这样说没有危险（中文）', '每行一组，按说的顺序，例如 网页|电话 没反应。'],
    firstAid: ['救援到来之前怎么做', '只写您认可的步骤。不填：不给出。'],
    name: ['名称', '只有您看得到，用小写字母和连字符，例如 chest-pain。'],
  },
  proactive: {
    none: '没有：气泡不会主动说话。',
    add: '消息',
    fields: {
      page: ['在这些页面', '路径，例如 /cart；/products/* 表示其下所有页面。'],
      after: ['停留多少秒之后', '1 到 3600。'],
      scrolled: ['并且向下滚动到多少 %', '0：不要求滚动。'],
      onLeaving: ['指针从页面顶部离开时提前显示'],
      text: ['说什么'],
    },
    on: (pages, seconds) => `在 ${pages}，${seconds} 秒后`,
    scrolled: (part) => `滚动到 ${part} %`,
    leaving: '或离开时',
  },
};

export const deskRuleTexts: Record<Locale, DeskRuleTexts> = { en, zh };

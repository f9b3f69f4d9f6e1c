import type { Locale } from '@solodesk/core';
import type { ChangeName, Reason, Todo } from './changes.ts';

export interface ReportTexts {
  lang: string;
  title(site: string, period: string): string;
  span(first: string, through: string): string;
  changed: string;
  nothingChanged: string;
  noBefore: string;
  change(name: string, now: string, before: string): string;
  /** Between parts of a sentence, between things of a list, and around what is said besides. */
  comma: string;
  and: string;
  aside(text: string): string;
  /** Before a bracket. */
  gap: string;
  sure: string;
  chance: string;
  better: string;
  worse: string;
  why: string;
  whyNothing: string;
  reason(reason: Reason): string;
  todo: string;
  todoNothing: string;
  todos: Record<Todo['kind'], string>;
  figures: string;
  few(n: number): string;
  /** Before the names of figures. */
  nothing: string;
  interval(low: string, high: string): string;
  names: Record<ChangeName | 'churn' | 'csat', string>;
  charts: string;
  csiTrend: string;
  containmentTrend: string;
  funnel: string;
  /** Where more ended than began. */
  endedBefore: string;
  steps: Record<'visitors' | 'started' | 'answered' | 'ended' | 'solved', string>;
  load: string;
  cohorts: string;
  theme: string;
  themesOverTime: string;
  moodByTheme: string;
  themesNote(first: string, through: string): string;
  byCategory: string;
  repeated(of: number): string;
  times(n: number, text: string): string;
  moods: Record<'negative' | 'neutral' | 'positive', string>;
  themeDoubled(name: string, size: number, before: number): string;
  themeBack(name: string): string;
  themeUnhappy(name: string, negative: number, size: number): string;
  themeTodo(name: string): string;
  numbers: string;
  period: string;
  value: string;
  month: string;
  customers: string;
  foot(version: string, rule: number): string;
  units: readonly [day: string, hour: string, minute: string, second: string];
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

export const REPORT_TEXTS: Record<Locale, ReportTexts> = {
  en: {
    lang: 'en',
    title: (site, period) => `${site}: ${period}`,
    span: (first, through) => (first === through ? first : `${first} to ${through}`),
    changed: 'What changed',
    nothingChanged: 'Nothing that can be told from chance.',
    noBefore: 'There is no time before to compare with yet.',
    change: (name, now, before) => `${name}: ${now}, before ${before}`,
    comma: ', ',
    and: ', ',
    aside: (text) => `(${text})`,
    gap: ' ',
    sure: 'more than chance',
    chance: 'may be chance',
    better: 'better',
    worse: 'worse',
    why: 'Why it seems so',
    whyNothing: 'The figures do not speak for a reason.',
    reason(reason) {
      switch (reason.kind) {
        case 'slow_owner':
          return `Half of the waiting for your first word lies outside business hours: within them you are ${percent(reason.share)} faster.`;
        case 'more_talks':
          return `More people wrote: ${reason.now} conversations, before ${reason.before}.`;
        case 'fewer_by_bot':
          return `The bot settled fewer by itself: ${percent(reason.now)}, before ${percent(reason.before)}.`;
        case 'unanswered':
          return `${reason.count} conversations had no answer on the day on which they began.`;
        case 'lost':
          return `More customers were lost (${reason.count}) than won (${reason.won}).`;
      }
    },
    todo: 'What to do',
    todoNothing: 'Nothing is pressing.',
    todos: {
      promises: 'A promise was broken. Look at who still waits',
      handoffs: 'Conversations were passed to you. Teach the bot what it did not know',
      scores: 'Satisfaction is under 8. Read what people said',
      unanswered: 'Somebody got no answer on the same day. Open the queue',
      lost: 'Customers were lost. See who they are, and write to them',
      spend: 'No marketing spend is known, so no cost of a customer: solodesk import spend FILE',
    },
    figures: 'The figures',
    few: (n) => `too few to say (${n} of at least 5)`,
    nothing: 'Nothing to go by yet: ',
    interval: (low, high) => `95 %: ${low} to ${high}`,
    names: {
      csi: 'Satisfaction (CSI, 1 to 10)',
      csat: 'Satisfied (CSAT)',
      crr: 'Customers kept (CRR)',
      churn: 'Customers lost (churn)',
      cac: 'Cost of a new customer (CAC)',
      resolutionRate: 'Conversations settled',
      containment: 'Settled without a person',
      handoffRate: 'Passed to a person',
      promiseKept: 'Promises kept',
      ownerFirstMedian: 'Your first word, half within',
      botFirstMedian: 'First answer of the bot, half within',
    },
    charts: 'Charts',
    csiTrend: 'Satisfaction over time, with its 95 % interval',
    containmentTrend: 'Settled without a person over time, with its 95 % interval (%)',
    funnel: 'From visit to solved',
    endedBefore: 'Of the conversations that ended some had begun before.',
    steps: { visitors: 'new visitors', started: 'began', answered: 'answered', ended: 'ended', solved: 'settled' },
    load: 'Messages to expect in the coming week, by weekday and hour',
    cohorts: 'Who comes back: of each month’s new customers, % who ordered again so many months later',
    theme: 'Theme',
    themesOverTime: 'What people talk about, over time: messages in the four weeks up to each day',
    moodByTheme: 'How those feel who wrote about it (messages)',
    themesNote: (first, through) => `Themes of the messages from ${first} to ${through}, as you named and merged them.`,
    byCategory: 'What is in no theme, by the usual categories (messages)',
    repeated: (of) => `In the same words again and again (of ${of} messages)`,
    times: (n, text) => `${n} times: “${text}”`,
    moods: { negative: 'negative', neutral: 'neutral', positive: 'positive' },
    themeDoubled: (name, size, before) =>
      `“${name}” is spoken of much more: ${size} messages in four weeks, before ${before}`,
    themeBack: (name) => `“${name}” was marked as fixed and came back`,
    themeUnhappy: (name, negative, size) => `${negative} of ${size} messages about “${name}” are negative.`,
    themeTodo: (name) => `Read what is typical of “${name}”; when it is fixed, tell everyone who raised it`,
    numbers: 'The numbers',
    period: 'Time',
    value: 'Value',
    month: 'First order',
    customers: 'Customers',
    foot: (version, rule) =>
      `Made by ${version}. CSI is the mean of the scores; CRR = (E − N) / S; CAC = spend / customers won; a customer is lost after ${rule} days without a sign. Under five observations nothing is said.`,
    units: ['d', 'h', 'min', 's'],
  },
  zh: {
    lang: 'zh-CN',
    title: (site, period) => `${site}：${period}`,
    span: (first, through) => (first === through ? first : `${first} 至 ${through}`),
    changed: '发生了什么变化',
    nothingChanged: '没有能与偶然波动区分开的变化。',
    noBefore: '还没有上一期可以比较。',
    change: (name, now, before) => `${name}：${now}，上一期 ${before}`,
    comma: '，',
    and: '、',
    aside: (text) => `（${text}）`,
    gap: '',
    sure: '不只是偶然',
    chance: '可能是偶然',
    better: '变好',
    worse: '变差',
    why: '可能的原因',
    whyNothing: '数字没有指向任何原因。',
    reason(reason) {
      switch (reason.kind) {
        case 'slow_owner':
          return `等待您首次回复的时间多半在营业时间之外：营业时间内要快 ${percent(reason.share)}。`;
        case 'more_talks':
          return `来询问的人更多了：${reason.now} 个对话，上一期 ${reason.before} 个。`;
        case 'fewer_by_bot':
          return `机器人独立解决的变少了：${percent(reason.now)}，上一期 ${percent(reason.before)}。`;
        case 'unanswered':
          return `有 ${reason.count} 个对话在开始的当天没有得到回答。`;
        case 'lost':
          return `流失的客户（${reason.count}）多于新客户（${reason.won}）。`;
      }
    },
    todo: '可以做什么',
    todoNothing: '没有紧急的事。',
    todos: {
      promises: '有承诺没有兑现。看看谁还在等',
      handoffs: '有对话转给了您。教会机器人它不懂的内容',
      scores: '满意度低于 8。看看客户说了什么',
      unanswered: '有人当天没有得到回答。打开队列',
      lost: '有客户流失。看看是谁，联系他们',
      spend: '没有营销花费数据，因此没有获客成本：solodesk import spend FILE',
    },
    figures: '数字',
    few: (n) => `数据太少，无法判断（${n} 个，至少需要 5 个）`,
    nothing: '还没有可计算的数据：',
    interval: (low, high) => `95%：${low} 至 ${high}`,
    names: {
      csi: '满意度（CSI，1 到 10）',
      csat: '满意的比例（CSAT）',
      crr: '客户保留率（CRR）',
      churn: '客户流失率',
      cac: '获客成本（CAC）',
      resolutionRate: '对话解决率',
      containment: '无需人工的比例',
      handoffRate: '转人工的比例',
      promiseKept: '承诺兑现率',
      ownerFirstMedian: '您的首次回复，一半不超过',
      botFirstMedian: '机器人首次回答，一半不超过',
    },
    charts: '图表',
    csiTrend: '满意度走势及 95% 区间',
    containmentTrend: '无需人工的比例走势及 95% 区间（%）',
    funnel: '从访问到解决',
    endedBefore: '结束的对话中，有些在此之前就已开始。',
    steps: { visitors: '新访客', started: '开始', answered: '得到回答', ended: '结束', solved: '解决' },
    load: '未来一周预计的消息数，按星期与小时',
    cohorts: '谁会回来：每月新客户中，若干个月后再次下单的百分比',
    theme: '主题',
    themesOverTime: '大家在说什么：截至每天的四周内的消息数',
    moodByTheme: '提到的人感受如何（消息数）',
    themesNote: (first, through) => `主题来自 ${first} 至 ${through} 的消息，按您的命名与合并显示。`,
    byCategory: '不属于任何主题的消息，按常用类别',
    repeated: (of) => `反复出现的同一句话（共 ${of} 条消息）`,
    times: (n, text) => `${n} 次：“${text}”`,
    moods: { negative: '负面', neutral: '中性', positive: '正面' },
    themeDoubled: (name, size, before) => `“${name}”被提到的次数明显增加：四周内 ${size} 条，之前 ${before} 条`,
    themeBack: (name) => `“${name}”曾标记为已解决，又再次出现`,
    themeUnhappy: (name, negative, size) => `关于“${name}”的 ${size} 条消息中有 ${negative} 条是负面的。`,
    themeTodo: (name) => `看看“${name}”的典型消息；解决后通知所有提到过的人`,
    numbers: '具体数字',
    period: '时间',
    value: '数值',
    month: '首单月份',
    customers: '客户',
    foot: (version, rule) =>
      `由 ${version} 生成。CSI 为评分的平均值；CRR = (E − N) / S；CAC = 花费 / 新客户；${rule} 天没有任何动静的客户算作流失。少于五个观测时不下结论。`,
    units: ['天', '小时', '分钟', '秒'],
  },
};

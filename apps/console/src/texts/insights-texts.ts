import type { InsightPeriodKind } from '../state/api/insights-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface InsightsTexts {
  title: string;
  text: string;
  period: string;
  kinds: Record<InsightPeriodKind, string>;
  earlier: string;
  later: string;
  through(day: string, last: string): string;
  whole(first: string, last: string): string;
  none: string;
  noneText: string;
  /** What came in by an import and is not in the figures yet. */
  pending: Record<'waits' | 'working', string>;
  runNow: string;
  running: string;
  failed: string;
  upTo(day: string): string;
  report: string;
  groups: { feel: string; kept: string; fast: string; solved: string };
  names: Record<string, string>;
  ofChannel(channel: string): string;
  few(n: number): string;
  nothing: string;
  nothingYet: string;
  nothingYetText: string;
  lacking(n: number): string;
  /** What figures need that have nothing to go by. */
  needs: Record<'scores' | 'customers' | 'spend' | 'bot' | 'owner' | 'ended' | 'promises', string>;
  interval(low: string, high: string): string;
  before(value: string): string;
  formula: string;
  inputs: string;
  count(n: number): string;
  methods: Record<'t' | 'wilson' | 'poisson' | 'order', string>;
  letters: Record<string, string>;
  caveat: Record<string, (count: number) => string>;
  rule(days: number): string;
  ruleGaps(gaps: number): string;
  ruleOwn: string;
  rows: string;
  showRows: string;
  noRows: string;
  erased: string;
  yes: string;
  no: string;
  csiTrend: string;
  containmentTrend: string;
  /** Opens what a chart shows, in numbers. */
  numbers: string;
  trendValue: string;
  loadChart: string;
  cohortsChart: string;
  funnelChart: string;
  funnel: string;
  steps: Record<'visitors' | 'started' | 'answered' | 'ended' | 'solved', string>;
  load: string;
  loadText(weeks: number): string;
  loadFew: string;
  hour(day: string, hour: number, expected: string, low: string, high: string): string;
  cohorts: string;
  cohortsText: string;
  cohortMonth: string;
  cohortSize: string;
  after(months: number): string;
  cell(month: string, months: number, active: number, size: number): string;
  segments: string;
  segmentsText: string;
  segment: Record<string, string>;
  people(n: number): string;
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const insightsTexts: Record<Locale, InsightsTexts> = {
  en: {
    title: 'Insights',
    text: 'What your customers feel, what it costs to win and keep them, and how well they are served. Each figure opens into what it is made of.',
    period: 'Time',
    kinds: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter' },
    earlier: 'Earlier',
    later: 'Later',
    through: (day, last) => `so far, up to ${day}; it ends on ${last}`,
    whole: (first, last) => (first === last ? first : `${first} to ${last}`),
    none: 'No figures yet',
    noneText:
      'Every morning the day before is worked through, beside the chats. As soon as there is a conversation, an order or a score, its figures stand here.',
    pending: {
      waits:
        'An import has changed what these figures are made of. It is worked through by itself within a minute or two of its end.',
      working: 'New data is being worked through. The figures below may not be whole yet; they change by themselves.',
    },
    runNow: 'Work it through now',
    running: 'It is being worked through …',
    failed: 'That failed; the server’s log says why.',
    upTo: (day) => `Worked through up to ${day}.`,
    report: 'Open the report',
    groups: { feel: 'What they feel', kept: 'Won and kept', fast: 'How fast', solved: 'How well' },
    names: {
      csi: 'Satisfaction (CSI)',
      csat: 'Satisfied (CSAT)',
      crr: 'Customers kept (CRR)',
      churn: 'Customers lost (churn)',
      cac: 'Cost of a new customer (CAC)',
      botFirstMedian: 'First answer of the bot, half within',
      botFirstP90: 'First answer of the bot, nine of ten within',
      ownerFirstMedian: 'Your first word, half within',
      ownerFirstP90: 'Your first word, nine of ten within',
      ownerFirstOpenMedian: 'Your first word in business hours, half within',
      ownerFirstOpenP90: 'Your first word in business hours, nine of ten within',
      botResolvedMedian: 'Settled by the bot, half within',
      botResolvedP90: 'Settled by the bot, nine of ten within',
      ownerResolvedMedian: 'Settled by you, half within',
      ownerResolvedP90: 'Settled by you, nine of ten within',
      ownerResolvedOpenMedian: 'Settled by you in business hours, half within',
      ownerResolvedOpenP90: 'Settled by you in business hours, nine of ten within',
      resolutionRate: 'Conversations settled',
      containment: 'Settled without a person',
      handoffRate: 'Passed to a person',
      promiseKept: 'Promises kept',
    },
    ofChannel: (channel) => `Cost of a new customer by ${channel}`,
    few: (n) => `too few to say (${n} of at least 5)`,
    nothing: 'nothing to go by',
    nothingYet: 'Nothing to go by yet',
    nothingYetText:
      'Figures come by themselves as people write, score and buy. Below is what each of them needs; the first ones stand here the morning after.',
    lacking: (n) => (n === 1 ? 'One figure has nothing to go by yet' : `${n} figures have nothing to go by yet`),
    needs: {
      scores: 'Scores: after a conversation ends, people are asked how it was',
      customers:
        'Customers of the time before: from orders (import them, or by the API), or contacts that you mark as customers',
      spend: 'Marketing spend by month and channel (solodesk import spend), and customers won',
      bot: 'Conversations that the bot answers',
      owner: 'Conversations in which you answer',
      ended: 'Conversations that ended: closed by you or the visitor, or after a day of silence',
      promises: 'Promised answers: made when nobody is at the desk',
    },
    interval: (low, high) => `95 % interval ${low} to ${high}`,
    before: (value) => `before: ${value}`,
    formula: 'Formula',
    inputs: 'With',
    count: (n) => `n = ${n}`,
    methods: { t: 'Student’s t', wilson: 'Wilson', poisson: 'exact Poisson', order: 'order statistics' },
    letters: {
      S: 'customers at the start',
      E: 'customers at the end',
      N: 'customers won',
      spend: 'spent',
      sum: 'sum of the scores',
      n: 'observations',
      hits: 'of them',
      p: 'share below',
    },
    caveat: {
      orders_before_customer: (n) =>
        `${count(n, 'customer', 'customers')} ordered before they were known here: the first order counts.`,
      negative_amounts: (n) => `${count(n, 'amount', 'amounts')} below zero left out.`,
      spend_without_customers: () => 'Money was spent and nobody was won: that cannot be divided.',
      several_currencies: (n) =>
        `There is spend in ${n} currencies, which are never added up: each figure covers one of them alone.`,
      gap_unknown: () => 'Nobody ordered twice yet, so 90 days are taken for the usual gap.',
      came_back: (n) => `${count(n, 'customer', 'customers')} came back after being lost: neither kept nor won.`,
      nobodys_rows: (n) => `${count(n, 'order leads', 'orders lead')} to nobody, and is not counted.`,
      wrong_scores: (n) => `${count(n, 'score is', 'scores are')} not from 1 to 10, and left out.`,
      negative_times: (n) => `${count(n, 'time ends', 'times end')} before the beginning, and is left out.`,
    },
    rule: (days) => `A customer is lost after ${days} days without an order or a chat`,
    ruleGaps: (gaps) => `three times the usual gap, from ${gaps} gaps between orders`,
    ruleOwn: 'as site.json says',
    rows: 'Rows behind it',
    showRows: 'Show the rows behind it',
    noRows: 'There are none.',
    erased: 'Somebody who was erased',
    yes: 'yes',
    no: 'no',
    csiTrend: 'Satisfaction (CSI, 1 to 10) with its 95 % interval',
    containmentTrend: 'Solved by the bot alone (%) with its 95 % interval',
    numbers: 'In numbers',
    trendValue: 'Value',
    loadChart: 'Messages expected by weekday and hour',
    funnelChart: 'People and conversations, step by step',
    cohortsChart: 'Customers who ordered again, by month of the first order (%)',
    funnel: 'From visit to solved',
    steps: {
      visitors: 'new visitors in the chat',
      started: 'conversations began',
      answered: 'got an answer',
      ended: 'ended',
      solved: 'settled',
    },
    load: 'What to expect in the coming two weeks',
    loadText: (weeks) =>
      `Messages by hour, from the last ${weeks} weeks. The darker, the more; each hour says its interval.`,
    loadFew: 'Too few to say: two whole weeks with messages are needed.',
    hour: (day, hour, expected, low, high) => `${day}, ${hour}:00: ${expected} messages expected (${low} to ${high})`,
    cohorts: 'Who comes back',
    cohortsText: 'Of the customers who first ordered in a month, how many ordered again so many months later.',
    cohortMonth: 'First order',
    cohortSize: 'Customers',
    after: (months) => `+${months}`,
    cell: (month, months, active, size) => `Of ${size} of ${month}, ${active} ordered ${months} months later`,
    segments: 'Kinds of customers',
    segmentsText: 'By how long ago, how often and how much they ordered, each in fifths (RFM).',
    segment: {
      champions: 'Champions',
      loyal: 'Loyal',
      new: 'New',
      promising: 'Promising',
      at_risk: 'At risk',
      cannot_lose: 'Not to be lost',
      lost: 'Lost',
    },
    people: (n) => count(n, 'customer', 'customers'),
  },
  zh: {
    title: '洞察',
    text: '客户的感受、获得和留住客户的成本，以及服务得怎么样。每个数字都可以展开，看它由什么算出。',
    period: '时间',
    kinds: { day: '日', week: '周', month: '月', quarter: '季度' },
    earlier: '更早',
    later: '更晚',
    through: (day, last) => `截至 ${day}（本期到 ${last}）`,
    whole: (first, last) => (first === last ? first : `${first} 至 ${last}`),
    none: '还没有数字',
    noneText: '每天早晨会在不影响聊天的情况下计算前一天的数据。一有对话、订单或评分，这里就会出现数字。',
    pending: {
      waits: '导入的数据会改变这些数字。导入结束后一两分钟内会自动计算。',
      working: '正在计算新数据。下面的数字可能还不完整，完成后会自动更新。',
    },
    runNow: '现在计算',
    running: '正在计算……',
    failed: '计算失败，原因见服务器日志。',
    upTo: (day) => `已计算到 ${day}。`,
    report: '打开报告',
    groups: { feel: '客户的感受', kept: '获得与留住', fast: '有多快', solved: '有多好' },
    names: {
      csi: '满意度（CSI）',
      csat: '满意的比例（CSAT）',
      crr: '客户保留率（CRR）',
      churn: '客户流失率',
      cac: '获客成本（CAC）',
      botFirstMedian: '机器人首次回答，一半不超过',
      botFirstP90: '机器人首次回答，九成不超过',
      ownerFirstMedian: '您的首次回复，一半不超过',
      ownerFirstP90: '您的首次回复，九成不超过',
      ownerFirstOpenMedian: '您的首次回复（营业时间内），一半不超过',
      ownerFirstOpenP90: '您的首次回复（营业时间内），九成不超过',
      botResolvedMedian: '机器人解决，一半不超过',
      botResolvedP90: '机器人解决，九成不超过',
      ownerResolvedMedian: '您解决，一半不超过',
      ownerResolvedP90: '您解决，九成不超过',
      ownerResolvedOpenMedian: '您解决（营业时间内），一半不超过',
      ownerResolvedOpenP90: '您解决（营业时间内），九成不超过',
      resolutionRate: '对话解决率',
      containment: '无需人工的比例',
      handoffRate: '转人工的比例',
      promiseKept: '承诺兑现率',
    },
    ofChannel: (channel) => `获客成本：${channel}`,
    few: (n) => `数据太少，无法判断（${n} 个，至少需要 5 个）`,
    nothing: '没有可计算的数据',
    nothingYet: '还没有可计算的数据',
    nothingYetText: '有人来询问、评分和购买后，数字会自动出现。下面列出每个数字需要什么；最早第二天早上就能看到。',
    lacking: (n) => `${n} 项数字还没有数据`,
    needs: {
      scores: '评分：对话结束后会请客户打分',
      customers: '上一期的客户：来自订单（导入或通过 API），或由您标记为客户的联系人',
      spend: '按月份和渠道的营销花费（solodesk import spend），以及新客户',
      bot: '由机器人回答的对话',
      owner: '由您回答的对话',
      ended: '已结束的对话：由您或访客关闭，或一天没有动静',
      promises: '承诺的回复：无人值守时作出',
    },
    interval: (low, high) => `95% 区间 ${low} 至 ${high}`,
    before: (value) => `上一期：${value}`,
    formula: '公式',
    inputs: '其中',
    count: (n) => `n = ${n}`,
    methods: { t: '学生 t 分布', wilson: 'Wilson 区间', poisson: '精确泊松区间', order: '次序统计量' },
    letters: {
      S: '期初客户',
      E: '期末客户',
      N: '新获客户',
      spend: '花费',
      sum: '评分之和',
      n: '观测数',
      hits: '其中',
      p: '分位',
    },
    caveat: {
      orders_before_customer: (n) => `${n} 位客户在这里有记录之前就下过单：以首单为准。`,
      negative_amounts: (n) => `${n} 笔负数金额未计入。`,
      spend_without_customers: () => '有花费，但没有新客户：无法相除。',
      several_currencies: (n) => `花费有 ${n} 种货币，绝不相加：每个数字只对应其中一种。`,
      gap_unknown: () => '还没有人下过第二单，暂以 90 天为准。',
      came_back: (n) => `${n} 位流失的客户又回来了：既不算保留，也不算新获。`,
      nobodys_rows: (n) => `${n} 个订单找不到客户，未计入。`,
      wrong_scores: (n) => `${n} 个评分不在 1 到 10 之间，未计入。`,
      negative_times: (n) => `${n} 个时长的结束早于开始，未计入。`,
    },
    rule: (days) => `${days} 天没有订单或聊天的客户算作流失`,
    ruleGaps: (gaps) => `下单间隔中位数的三倍，来自 ${gaps} 个间隔`,
    ruleOwn: '由 site.json 规定',
    rows: '背后的记录',
    showRows: '查看背后的记录',
    noRows: '没有记录。',
    erased: '已删除的人',
    yes: '是',
    no: '否',
    csiTrend: '满意度（CSI，1 到 10）及 95 % 区间',
    containmentTrend: '机器人独立解决的比例（%）及 95 % 区间',
    numbers: '查看数字',
    trendValue: '数值',
    loadChart: '按星期和小时预计的消息数',
    funnelChart: '各步骤的人数与对话数',
    cohortsChart: '按首单月份，再次下单的客户（%）',
    funnel: '从访问到解决',
    steps: {
      visitors: '聊天新访客',
      started: '开始的对话',
      answered: '得到回答',
      ended: '结束',
      solved: '解决',
    },
    load: '未来两周的预期',
    loadText: (weeks) => `按小时的消息数，依据最近 ${weeks} 周。颜色越深越多；每个小时都带区间。`,
    loadFew: '数据太少，无法判断：需要两个有消息的完整星期。',
    hour: (day, hour, expected, low, high) => `${day} ${hour}:00：预计 ${expected} 条消息（${low} 至 ${high}）`,
    cohorts: '谁会回来',
    cohortsText: '某个月首次下单的客户中，若干个月后再次下单的有多少。',
    cohortMonth: '首单月份',
    cohortSize: '客户',
    after: (months) => `+${months}`,
    cell: (month, months, active, size) => `${month} 的 ${size} 位客户中，${months} 个月后有 ${active} 位再次下单`,
    segments: '客户类型',
    segmentsText: '按最近一次、次数和金额，各分五档（RFM）。',
    segment: {
      champions: '最佳客户',
      loyal: '忠实客户',
      new: '新客户',
      promising: '有潜力',
      at_risk: '有流失风险',
      cannot_lose: '不能失去',
      lost: '已流失',
    },
    people: (n) => `${n} 位客户`,
  },
};

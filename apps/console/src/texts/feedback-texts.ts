import type { SurveySending } from '../state/api/feedback-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface FeedbackTexts {
  title: string;
  text: string;
  open: string;
  satisfaction: string;
  figure(mean: string, low: string, high: string): string;
  few(n: number): string;
  formula(formula: string, sum: number, n: number, days: number): string;
  count(asked: number, answered: number, skipped: number): string;
  latest: string;
  nothing: string;
  nothingText: string;
  noWord: string;
  outOf(score: number): string;
  channel: Record<'chat' | 'mail', string>;
  ofTicket(score: number): string;
  surveys: string;
  noSurveys: string;
  everyDays(days: number): string;
  byHand: string;
  back: string;
  answers: string;
  nobody: string;
  nobodyText: string;
  answered(n: number): string;
  erased: string;
  send: string;
  /** @param sending how many would get it now */
  sendText(sending: SurveySending, restDays: number): string;
  really: string;
  sent(sending: SurveySending): string;
  noMail: string;
}

const leftOut = (left: number) =>
  left === 0 ? '' : ` Left out, as they asked for no more questions by mail: ${left}.`;
const leftOutZh = (left: number) => (left === 0 ? '' : `${left} 人已要求不再通过邮件询问，不会发送。`);

export const feedbackTexts: Record<Locale, FeedbackTexts> = {
  en: {
    title: 'Feedback',
    text: 'How people found it when something was settled, and what they answered to your surveys.',
    open: 'What they said, and surveys',
    satisfaction: 'Satisfaction (CSI)',
    figure: (mean, low, high) => `${mean} of 10 (95 % interval ${low} to ${high}, Student’s t)`,
    few: (n) => `too few to say (${n} of at least 5 scores)`,
    formula: (formula, sum, n, days) => `${formula} = ${sum} / ${n}, of the last ${days} days`,
    count: (asked, answered, skipped) => `asked ${asked} · answered ${answered} · skipped ${skipped}`,
    latest: 'What they said',
    nothing: 'No scores yet',
    nothingText:
      'When a conversation with an answer is closed or a ticket is solved, the customer is asked how it was, from 1 to 10. At most once a week.',
    noWord: 'without a word',
    outOf: (score) => `${score} of 10`,
    channel: { chat: 'in the chat', mail: 'by mail' },
    ofTicket: (score) => `The customer gave ${score} of 10`,
    surveys: 'Surveys',
    noSurveys:
      'None yet. A survey is a file, surveys/NAME.json, in the folder of your site; docs/reception.md shows one.',
    everyDays: (days) => `sent by itself every ${days} days`,
    byHand: 'sent when you say so',
    back: 'Feedback',
    answers: 'Who answered what',
    nobody: 'Nobody has answered yet',
    nobodyText: 'As soon as somebody does, their answers are counted here, question by question.',
    answered: (n) => (n === 1 ? '1 answer' : `${n} answers`),
    erased: 'Somebody who was erased',
    send: 'Send this survey',
    sendText: ({ sent, rested, left }, restDays) => {
      const goes =
        sent === 0
          ? 'There is nobody to send it to now.'
          : `It goes by mail to ${sent === 1 ? '1 person' : `${sent} people`} now.`;
      const rests = rested === 0 ? '' : ` Left out, as they got a survey in the last ${restDays} days: ${rested}.`;
      return goes + rests + leftOut(left);
    },
    really: 'Send it now',
    sent: ({ sent, rested, left }) => {
      const went =
        sent === 0 ? 'No mail went out.' : sent === 1 ? '1 mail is on the way.' : `${sent} mails are on the way.`;
      return went + (rested === 0 ? '' : ` Left out, as they got a survey lately: ${rested}.`) + leftOut(left);
    },
    noMail: 'No mail can be sent: the server has no mail server (SMTP_URL).',
  },
  zh: {
    title: '反馈',
    text: '问题解决后客户的评价，以及他们对问卷的回答。',
    open: '客户评价与问卷',
    satisfaction: '满意度（CSI）',
    figure: (mean, low, high) => `${mean} / 10（95% 区间 ${low} 至 ${high}，学生 t 分布）`,
    few: (n) => `数据太少，无法判断（${n} 个评分，至少需要 5 个）`,
    formula: (formula, sum, n, days) => `${formula} = ${sum} / ${n}，最近 ${days} 天`,
    count: (asked, answered, skipped) => `已询问 ${asked} · 已回答 ${answered} · 已跳过 ${skipped}`,
    latest: '客户说了什么',
    nothing: '还没有评分',
    nothingText: '对话得到答复并关闭、或工单解决之后，会请客户打 1 到 10 分，每周最多一次。',
    noWord: '没有留言',
    outOf: (score) => `${score} 分（满分 10）`,
    channel: { chat: '聊天', mail: '邮件' },
    ofTicket: (score) => `客户评分 ${score}（满分 10）`,
    surveys: '问卷',
    noSurveys: '还没有。问卷是网站文件夹中的 surveys/NAME.json，docs/reception.md 中有示例。',
    everyDays: (days) => `每 ${days} 天自动发送`,
    byHand: '由您发送',
    back: '反馈',
    answers: '谁回答了什么',
    nobody: '还没有人回答',
    nobodyText: '一有回答，就会在这里逐题统计。',
    answered: (n) => `${n} 个回答`,
    erased: '已删除的联系人',
    send: '发送这份问卷',
    sendText: ({ sent, rested, left }, restDays) => {
      const goes = sent === 0 ? '现在没有可以发送的人。' : `现在会通过邮件发给 ${sent} 人。`;
      const rests = rested === 0 ? '' : `另有 ${rested} 人最近 ${restDays} 天内收到过问卷，不再发送。`;
      return goes + rests + leftOutZh(left);
    },
    really: '现在发送',
    sent: ({ sent, rested, left }) => {
      const went = sent === 0 ? '没有发出邮件。' : `${sent} 封邮件正在发出。`;
      return went + (rested === 0 ? '' : `${rested} 人最近收到过问卷，未再发送。`) + leftOutZh(left);
    },
    noMail: '无法发送邮件：服务器没有配置邮件服务器（SMTP_URL）。',
  },
};

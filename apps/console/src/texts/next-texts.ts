import type { Locale } from '../state/wire-types.ts';

export interface NextTexts {
  tabs: { next: string; later: string; open: string; closed: string };
  lists: { next: string; later: string };
  summary(count: number): string;
  overdue(count: number): string;
  promise(time: string): string;
  actions: { reply: string; ticket: string; call: string; customer: string; questions: string };
  snooze: string;
  done: string;
  back: string;
  choices: { title: string; hour: string; tomorrow: string; monday: string };
  doneToast(name: string): string;
  laterToast(name: string, time: string): string;
  backToast(name: string): string;
  untilNews: string;
  returns(time: string): string;
  due(time: string): string;
  questions(count: number): string;
  appointment: string;
  complaint: string;
  allDone: string;
  allDoneText(later: number): string;
  /** Nothing to do for this site, though there is for another. */
  doneHere(site: string): string;
  doneHereText: string;
  nothingLater: string;
  nothingLaterText: string;
  choose: string;
  chooseText: string;
  /** The queue could not be read. */
  unread: string;
  why: string;
  more(count: number): string;
  keys: { jk: string; enter: string; s: string; d: string; u: string };
}

export const nextTexts: Record<Locale, NextTexts> = {
  en: {
    tabs: { next: 'To do', later: 'Later', open: 'Live', closed: 'Closed' },
    lists: { next: 'To do', later: 'Put away' },
    summary: (count) => (count === 0 ? 'Nothing to do' : `${count} to do`),
    overdue: (count) => (count === 1 ? '1 promise is overdue' : `${count} promises are overdue`),
    promise: (time) => `next promise ${time}`,
    actions: {
      reply: 'Reply',
      ticket: 'Open ticket',
      call: 'Call',
      customer: 'Open customer',
      questions: 'Answer',
    },
    snooze: 'Later',
    done: 'Done',
    back: 'Bring back',
    choices: {
      title: 'When should it come back?',
      hour: 'In an hour',
      tomorrow: 'Tomorrow morning',
      monday: 'Monday morning',
    },
    doneToast: (name) => `Done: ${name}`,
    laterToast: (name, time) => `${name} comes back ${time}`,
    backToast: (name) => `Back in the queue: ${name}`,
    untilNews: 'done, until something happens',
    returns: (time) => `back ${time}`,
    due: (time) => `due ${time}`,
    questions: (count) =>
      count === 1 ? '1 question the bot could not answer' : `${count} questions the bot could not answer`,
    appointment: 'Appointment',
    complaint: 'Complaint',
    allDone: 'All done',
    allDoneText: (later) =>
      later === 0
        ? 'Nobody needs you right now. The bot looks after everyone who writes.'
        : `Nobody needs you right now. ${later === 1 ? 'One thing that you put away comes' : `${later} things that you put away come`} back in time.`,
    doneHere: (site) => `Nothing to do for ${site}`,
    doneHereText: 'On another of your sites there is:',
    nothingLater: 'Nothing is put away',
    nothingLaterText:
      'What you put off or tick off rests here, and comes back when it is due or when something happens.',
    choose: 'Choose something to do',
    chooseText: 'It opens here, with the reasons why it is where it is.',
    unread: 'What there is to do could not be read.',
    why: 'Why it is here',
    more: (count) => `and ${count} more`,
    keys: {
      jk: 'Next and previous in the queue',
      enter: 'Open what is chosen',
      s: 'Put it off',
      d: 'Tick it off',
      u: 'Undo the last one',
    },
  },
  zh: {
    tabs: { next: '待办', later: '稍后', open: '进行中', closed: '已关闭' },
    lists: { next: '待办', later: '已搁置' },
    summary: (count) => (count === 0 ? '没有待办' : `${count} 项待办`),
    overdue: (count) => `${count} 项承诺已超时`,
    promise: (time) => `最近的承诺 ${time}`,
    actions: { reply: '回复', ticket: '打开工单', call: '打电话', customer: '打开客户', questions: '去回答' },
    snooze: '稍后',
    done: '完成',
    back: '放回待办',
    choices: { title: '什么时候再提醒？', hour: '一小时后', tomorrow: '明天早上', monday: '周一早上' },
    doneToast: (name) => `已完成：${name}`,
    laterToast: (name, time) => `${name} 将在 ${time} 再次出现`,
    backToast: (name) => `已放回待办：${name}`,
    untilNews: '已完成，有新情况时再出现',
    returns: (time) => `${time} 再出现`,
    due: (time) => `${time} 到期`,
    questions: (count) => `${count} 个机器人答不上来的问题`,
    appointment: '预约',
    complaint: '投诉',
    allDone: '全部完成',
    allDoneText: (later) =>
      later === 0 ? '现在没有人需要您。来访者由机器人照看。' : `现在没有人需要您。您搁置的 ${later} 件事会按时回来。`,
    doneHere: (site) => `“${site}”没有待办事项`,
    doneHereText: '您的其他网站还有待办：',
    nothingLater: '没有搁置的事',
    nothingLaterText: '推后或完成的事放在这里，到时间或有新情况时会回到待办。',
    choose: '请选择一项待办',
    chooseText: '它会在这里打开，并说明排在这个位置的原因。',
    unread: '无法读取待办事项。',
    why: '为什么在这里',
    more: (count) => `还有 ${count} 项`,
    keys: { jk: '下一项、上一项', enter: '打开选中的一项', s: '推后', d: '完成', u: '撤销上一步' },
  },
};

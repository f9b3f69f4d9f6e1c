import type { Locale } from '@solodesk/core';

/** What mails to customers, and to those who settle their requests, say. */
export interface CustomerTexts {
  language: string;
  received: { subject: (ticket: string, site: string) => string; lead: (ticket: string) => string };
  about: string;
  understood: string;
  /** In place of a value that stays at home. */
  kept: string;
  missing: string;
  /** How what is missing can be given by answering. */
  missingByMail: string;
  promise: (when: string) => string;
  addByMail: string;
  addByChat: string;
  answer: { subject: (site: string) => string; lead: (site: string) => string; toMail: (site: string) => string };
  solved: { subject: (ticket: string, site: string) => string; lead: (ticket: string) => string; reopen: string };
  satisfaction: {
    subject: (site: string) => string;
    lead: (about: string | null, site: string) => string;
    low: string;
    high: string;
    once: string;
  };
  survey: {
    subject: (title: string, site: string) => string;
    lead: (site: string, title: string) => string;
    open: string;
    once: string;
  };
  /** Under mails that ask. */
  notAgain: { why: string; leave: string };
  remedy: {
    subject: (ticket: string, site: string) => string;
    lead: (ticket: string, site: string) => string;
    byMail: string;
    byChat: string;
    /** Where there is more than one thing to take. */
    choiceByMail: string;
    choiceByChat: string;
  };
  complaint: {
    subject: (ticket: string, by: string) => string;
    lead: (ticket: string, by: string) => string;
    open: string;
  };
  /** Under what the desk's own people are told at once. */
  alertWhy: string;
  doubled: {
    subject: (site: string) => string;
    lead: string;
    theme: (name: string, size: number, before: number) => string;
    typical: string;
    open: string;
  };
  appointment: Record<'booked' | 'moved' | 'cancelled' | 'reminder', (title: string) => string> & {
    when: string;
    where: string;
    attached: string;
    attachedCancel: string;
    change: string;
    what: string;
  };
  message: { why: (site: string) => string; leave: string };
  fixed: { subject: (site: string) => string; lead: (problem: string) => string };
  routed: {
    subject: (ticket: string, site: string) => string;
    lead: (ticket: string, site: string) => string;
    reason: (reason: string) => string;
    details: string;
    contact: string;
    files: string;
    noReply: string;
  };
}

export const CUSTOMER_TEXTS: Record<Locale, CustomerTexts> = {
  en: {
    language: 'en',
    received: {
      subject: (ticket, site) => `[${ticket}] ${site} has received your request`,
      lead: (ticket) => `We have received your request. Its number is ${ticket}.`,
    },
    about: 'What it is about',
    understood: 'What we have understood:',
    kept: '(received, not repeated here)',
    missing: 'What we still need:',
    missingByMail: 'Just answer this mail with it.',
    promise: (when) => `You will have an answer by ${when}.`,
    addByMail: 'Something to add, or something wrong? Answer this mail, and it joins your request.',
    addByChat:
      'Something to add, or something wrong? Write to us in the chat on our site: answers to this mail do not reach us.',
    answer: {
      subject: (site) => `${site} has answered you`,
      lead: (site) => `You had left before our answer came, so here it is. It is from ${site}:`,
      toMail: (site) => `${site} answers your mail:`,
    },
    solved: {
      subject: (ticket, site) => `[${ticket}] ${site} has settled your request`,
      lead: (ticket) => `Your request ${ticket} is settled.`,
      reopen: 'If it is not, say so, and it is open again.',
    },
    satisfaction: {
      subject: (site) => `How was it with ${site}?`,
      lead: (about, site) =>
        about === null ? `How was the help that you got from ${site}?` : `How did ${site} settle ${about}?`,
      low: 'very bad',
      high: 'very good',
      once: 'One tap is enough, and it can be changed for a day.',
    },
    survey: {
      subject: (title, site) => `${title}: a few questions from ${site}`,
      lead: (site, title) => `${site} would like to know what you think: ${title}.`,
      open: 'Answer',
      once: 'It takes a few minutes at most. Your answers can be changed for a day.',
    },
    notAgain: { why: 'Would you rather not get such mails?', leave: 'Don’t ask me again' },
    remedy: {
      subject: (ticket, site) => `[${ticket}] What ${site} offers to make it right`,
      lead: (ticket, site) => `You complained (${ticket}), and ${site} would like to make it right:`,
      byMail: 'Is that all right with you? Accept or decline in the chat on our site, or just answer this mail.',
      byChat:
        'Is that all right with you? Accept or decline in the chat on our site: answers to this mail do not reach us.',
      choiceByMail: 'What suits you best? Choose in the chat on our site, or just answer this mail with its number.',
      choiceByChat: 'What suits you best? Choose in the chat on our site: answers to this mail do not reach us.',
    },
    complaint: {
      subject: (ticket, by) => `[${ticket}] This complaint is due ${by}`,
      lead: (ticket, by) => `The complaint ${ticket} waits for your answer, and the deadline is ${by}.`,
      open: 'Open it in the console',
    },
    alertWhy: 'Console → Settings → Notifications says which of these you want.',
    doubled: {
      subject: (site) => `Much more is said about something: ${site}`,
      lead: 'In the last four weeks at least twice as many messages as in the four before were about:',
      theme: (name, size, before) => `${name}: ${size} messages, before ${before}`,
      typical: 'Open a typical one',
      open: 'See all of it',
    },
    appointment: {
      booked: (title) => `Your appointment is booked: ${title}`,
      moved: (title) => `Your appointment has moved: ${title}`,
      cancelled: (title) => `Your appointment is cancelled: ${title}`,
      reminder: (title) => `A reminder of your appointment: ${title}`,
      what: 'Your appointment:',
      when: 'When',
      where: 'Where',
      attached: 'The attached file puts it into your calendar.',
      attachedCancel: 'The attached file takes it out of your calendar.',
      change: 'Move or cancel it',
    },
    message: {
      why: (site) => `You get this because you allowed ${site} to write to you.`,
      leave: 'Unsubscribe',
    },
    fixed: {
      subject: (site) => `${site}: the problem is fixed`,
      lead: (problem) => `You told us about this, and it is fixed now: ${problem}`,
    },
    routed: {
      subject: (ticket, site) => `[${ticket}] A request for you from ${site}`,
      lead: (ticket, site) => `${site} passes the request ${ticket} on to you.`,
      reason: (reason) => `Why you: ${reason}`,
      details: 'What is known:',
      contact: 'Whom to answer:',
      files: 'See the files',
      noReply: 'An answer to this mail goes to nobody; please write to the customer.',
    },
  },
  zh: {
    language: 'zh-CN',
    received: {
      subject: (ticket, site) => `[${ticket}] ${site} 已收到您的请求`,
      lead: (ticket) => `我们已收到您的请求，编号为 ${ticket}。`,
    },
    about: '事由',
    understood: '我们的理解：',
    kept: '（已收到，此处不再重复）',
    missing: '还需要您提供：',
    missingByMail: '直接回复此邮件即可补充。',
    promise: (when) => `我们会在 ${when} 之前答复您。`,
    addByMail: '想补充或更正？直接回复此邮件，内容会加入您的请求。',
    addByChat: '想补充或更正？请在我们网站的聊天窗口留言：回复此邮件我们收不到。',
    answer: {
      subject: (site) => `${site} 已回复您`,
      lead: (site) => `您离开后我们才作出答复，现转发给您。来自 ${site}：`,
      toMail: (site) => `${site} 答复您的邮件：`,
    },
    solved: {
      subject: (ticket, site) => `[${ticket}] ${site} 已处理完您的请求`,
      lead: (ticket) => `您的请求 ${ticket} 已处理完毕。`,
      reopen: '如果问题仍在，请告诉我们，请求会重新打开。',
    },
    satisfaction: {
      subject: (site) => `您对 ${site} 的服务满意吗？`,
      lead: (about, site) =>
        about === null ? `您对 ${site} 的帮助满意吗？` : `您对 ${site} 处理 ${about} 的结果满意吗？`,
      low: '很不满意',
      high: '非常满意',
      once: '点一下即可，一天之内可以更改。',
    },
    survey: {
      subject: (title, site) => `${title}：${site} 想请教几个问题`,
      lead: (site, title) => `${site} 想听听您的意见：${title}。`,
      open: '去回答',
      once: '最多只需几分钟，一天之内可以更改。',
    },
    notAgain: { why: '不想再收到这类邮件？', leave: '不再询问' },
    remedy: {
      subject: (ticket, site) => `[${ticket}] ${site} 的处理方案`,
      lead: (ticket, site) => `关于您的投诉（${ticket}），${site} 提出以下处理方案：`,
      byMail: '您是否接受？请在我们网站的聊天窗口选择接受或拒绝，也可以直接回复此邮件。',
      byChat: '您是否接受？请在我们网站的聊天窗口选择接受或拒绝：回复此邮件我们收不到。',
      choiceByMail: '您看哪种方式合适？请在我们网站的聊天窗口选择，也可以直接回复此邮件，写上编号即可。',
      choiceByChat: '您看哪种方式合适？请在我们网站的聊天窗口选择：回复此邮件我们收不到。',
    },
    complaint: {
      subject: (ticket, by) => `[${ticket}] 此投诉须在 ${by} 前答复`,
      lead: (ticket, by) => `投诉 ${ticket} 在等您答复，期限是 ${by}。`,
      open: '在控制台打开',
    },
    alertWhy: '可在 控制台 → 设置 → 通知 中选择接收哪些提醒。',
    doubled: {
      subject: (site) => `有些话题明显增多：${site}`,
      lead: '最近四周，以下话题的消息至少是前四周的两倍：',
      theme: (name, size, before) => `${name}：${size} 条，之前 ${before} 条`,
      typical: '打开有代表性的一条',
      open: '查看全部',
    },
    appointment: {
      booked: (title) => `您的预约已确认：${title}`,
      moved: (title) => `您的预约时间已更改：${title}`,
      cancelled: (title) => `您的预约已取消：${title}`,
      reminder: (title) => `预约提醒：${title}`,
      what: '您的预约：',
      when: '时间',
      where: '地点',
      attached: '打开附件即可加入您的日历。',
      attachedCancel: '打开附件即可从日历中移除。',
      change: '改期或取消',
    },
    message: {
      why: (site) => `您曾同意 ${site} 给您写信，所以收到此邮件。`,
      leave: '退订',
    },
    fixed: {
      subject: (site) => `${site}：问题已解决`,
      lead: (problem) => `您向我们反映过的问题现在已解决：${problem}`,
    },
    routed: {
      subject: (ticket, site) => `[${ticket}] ${site} 转给您的请求`,
      lead: (ticket, site) => `${site} 将请求 ${ticket} 转给您处理。`,
      reason: (reason) => `转给您的原因：${reason}`,
      details: '已知信息：',
      contact: '联系对象：',
      files: '查看文件',
      noReply: '回复此邮件无人收到，请直接联系客户。',
    },
  },
};

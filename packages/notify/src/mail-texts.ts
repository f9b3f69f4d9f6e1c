import type { Locale } from '@solodesk/core';

/** What mails and pushes say, apart from what was said in the chat. */
export interface NoticeTexts {
  language: string;
  subject: (site: string) => string;
  waits: (site: string, since: string) => string;
  anonymous: string;
  verified: (userId: string) => string;
  unverified: (userId: string) => string;
  claims: (claims: string) => string;
  page: string;
  promised: (time: string) => string;
  said: string;
  cut: string;
  visitor: string;
  bot: string;
  asked: string;
  unsure: string;
  danger: string;
  resumed: string;
  answer: string;
  noReply: string;
  why: string;
  testSubject: string;
  test: string;
  pushTitle: (site: string) => string;
  testPush: string;
}

export const NOTICE_TEXTS: Record<Locale, NoticeTexts> = {
  en: {
    language: 'en',
    subject: (site) => `A visitor of ${site} is waiting for your answer`,
    waits: (site, since) => `A visitor of ${site} has been waiting for your answer since ${since}.`,
    anonymous: 'Visitor: has not said who they are',
    verified: (userId) => `Visitor: ${userId} (verified: your site has signed it)`,
    unverified: (userId) => `Visitor: ${userId} (unverified: nobody has proved it)`,
    claims: (claims) => `The page claims, unproven: ${claims}`,
    page: 'Page',
    promised: (time) => `They were promised an answer by ${time}.`,
    said: 'Since your last word:',
    cut: 'What was said before that is too long for a mail; you find it in the console.',
    visitor: 'Visitor',
    bot: 'Bot',
    asked: 'asked for a person',
    unsure: 'The bot was not sure and passed on',
    danger: 'Somebody may be in danger: the bot named the emergency number and passed on',
    resumed: 'went on with the bot for now',
    answer: 'Answer in the console',
    noReply: 'A reply to this mail does not reach the visitor.',
    why: 'You get this mail because a visitor waited and nobody answered. Console → Settings → Notifications turns it off.',
    testSubject: 'Test mail from your desk',
    test: 'Mails from your desk arrive here. You get one when a visitor waits and you have not answered.',
    pushTitle: (site) => `${site}: a visitor is waiting`,
    testPush: 'This is how a waiting visitor will reach you.',
  },
  zh: {
    language: 'zh-CN',
    subject: (site) => `${site} 有访客在等您回复`,
    waits: (site, since) => `${site} 的一位访客从 ${since} 起在等您回复。`,
    anonymous: '访客：没有说明自己是谁',
    verified: (userId) => `访客：${userId}（已验证：由您的网站签名）`,
    unverified: (userId) => `访客：${userId}（未验证：没有人证明过）`,
    claims: (claims) => `页面声称（未经证实）：${claims}`,
    page: '页面',
    promised: (time) => `已承诺在 ${time} 之前回复。`,
    said: '自您上次发言以来：',
    cut: '更早的内容太长，邮件放不下，请在控制台查看。',
    visitor: '访客',
    bot: '机器人',
    asked: '要求转人工',
    unsure: '机器人没有把握，已转交',
    danger: '可能有人处于危险之中：机器人已告知急救电话并转交',
    resumed: '暂时继续与机器人对话',
    answer: '到控制台回复',
    noReply: '直接回复此邮件，访客收不到。',
    why: '您收到此邮件，是因为有访客在等而无人回复。可在 控制台 → 设置 → 通知 中关闭。',
    testSubject: '客服台的测试邮件',
    test: '客服台的邮件能够送达此处。有访客在等而您尚未回复时，您会收到一封。',
    pushTitle: (site) => `${site}：有访客在等`,
    testPush: '有访客在等时，会这样通知您。',
  },
};

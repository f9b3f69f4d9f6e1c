import type { Locale } from '@solodesk/core';

/** What the pages of the help centre say by themselves. */
export interface HelpTexts {
  /** As the `lang` attribute wants it. */
  lang: string;
  /** As Open Graph wants it. */
  ogLocale: string;
  /** The language's own name. */
  language: string;
  helpCentre: string;
  skip: string;
  question: string;
  homeDescription(site: string): string;
  search: string;
  searchPlaceholder: string;
  searchTitle(query: string): string;
  searchEmpty: string;
  found(count: number): string;
  guessed: string;
  nothingFound: string;
  nothingFoundHint: string;
  topics: string;
  guides: string;
  questions: string;
  allOf(count: number): string;
  commonQuestions: string;
  onThisPage: string;
  moreOn(topic: string): string;
  readMore: string;
  seeAlso: string;
  updated: string;
  inOtherLanguage: string;
  breadcrumbs: string;
  languages: string;
  linkToThis(question: string): string;
  didThisHelp: string;
  yes: string;
  no: string;
  thanksYes: string;
  thanksNo: string;
  thanksTitle: string;
  backToPage: string;
  stillStuck: string;
  askInChat: string;
  chatHint(owner: string): string;
  chatNeedsScript: string;
  notFoundTitle: string;
  notFound: string;
  badRequestTitle: string;
  badRequest: string;
  tooManyTitle: string;
  tooMany: string;
  refusedTitle: string;
  refused: string;
  toHome: string;
  topicDescription(topic: string, site: string): string;
}

export const HELP_TEXTS: Record<Locale, HelpTexts> = {
  en: {
    lang: 'en',
    ogLocale: 'en_GB',
    language: 'English',
    helpCentre: 'Help centre',
    skip: 'Skip to content',
    question: 'How can we help?',
    homeDescription: (site) => `Answers and guides from ${site}: find what you need, or ask in the chat.`,
    search: 'Search',
    searchPlaceholder: 'Type your question',
    searchTitle: (query) => `Search: ${query}`,
    searchEmpty: 'Type a word or a question to search for.',
    found: (count) => (count === 1 ? '1 result' : `${count} results`),
    guessed: 'Nothing has these words. Perhaps this is meant:',
    nothingFound: 'Nothing was found.',
    nothingFoundHint: 'Try other or fewer words, or ask in the chat.',
    topics: 'Topics',
    guides: 'Guides',
    questions: 'Questions and answers',
    allOf: (count) => (count === 1 ? '1 answer' : `All ${count} answers`),
    commonQuestions: 'Common questions',
    onThisPage: 'On this page',
    moreOn: (topic) => `More on ${topic}`,
    readMore: 'Read more',
    seeAlso: 'See also',
    updated: 'Updated on',
    inOtherLanguage: 'in English',
    breadcrumbs: 'You are here',
    languages: 'Language',
    linkToThis: (question) => `Link to “${question}”`,
    didThisHelp: 'Did this help?',
    yes: 'Yes',
    no: 'No',
    thanksYes: 'Good to know, thank you.',
    thanksNo: 'Thank you for saying so. Ask in the chat, and we will help you further.',
    thanksTitle: 'Thank you',
    backToPage: 'Back to the page',
    stillStuck: 'Did not find it?',
    askInChat: 'Ask in the chat',
    chatHint: (owner) => `The chat is in the corner of this page. A bot answers at once, and ${owner} when it can't.`,
    chatNeedsScript: 'It needs JavaScript, which is switched off in your browser.',
    notFoundTitle: 'This page does not exist',
    notFound: 'It may have been moved or renamed. Search for it, or begin at the start.',
    badRequestTitle: 'This address cannot be read',
    badRequest: 'It holds something that no page of ours has, or a search that is too long. Nothing was changed.',
    tooManyTitle: 'That was a little too fast',
    tooMany: 'Please wait a minute and try again. If you already told us about this page, it is counted.',
    refusedTitle: 'This came from another site',
    refused: 'Votes are only taken from the help centre itself.',
    toHome: 'To the help centre',
    topicDescription: (topic, site) => `${topic}: questions, answers and guides from ${site}.`,
  },
  zh: {
    lang: 'zh-CN',
    ogLocale: 'zh_CN',
    language: '中文',
    helpCentre: '帮助中心',
    skip: '跳到正文',
    question: '有什么可以帮您？',
    homeDescription: (site) => `${site} 的常见问题和使用说明：查找答案，或在聊天窗口提问。`,
    search: '搜索',
    searchPlaceholder: '输入问题或关键词',
    searchTitle: (query) => `搜索：${query}`,
    searchEmpty: '请输入要搜索的问题或关键词。',
    found: (count) => `${count} 条结果`,
    guessed: '没有找到这些字词，您想问的也许是：',
    nothingFound: '没有找到相关内容。',
    nothingFoundHint: '换个说法或少用几个词试试，也可以在聊天窗口提问。',
    topics: '主题',
    guides: '使用说明',
    questions: '常见问题',
    allOf: (count) => `全部 ${count} 个问答`,
    commonQuestions: '大家常问',
    onThisPage: '本页内容',
    moreOn: (topic) => `更多“${topic}”内容`,
    readMore: '详细说明',
    seeAlso: '相关问题',
    updated: '更新于',
    inOtherLanguage: '中文',
    breadcrumbs: '当前位置',
    languages: '语言',
    linkToThis: (question) => `“${question}”的链接`,
    didThisHelp: '这对您有帮助吗？',
    yes: '有',
    no: '没有',
    thanksYes: '谢谢您告诉我们。',
    thanksNo: '谢谢您的反馈。请在聊天窗口提问，我们会继续帮您。',
    thanksTitle: '谢谢',
    backToPage: '返回页面',
    stillStuck: '没有找到答案？',
    askInChat: '在聊天窗口提问',
    chatHint: (owner) => `聊天窗口在页面角落。机器人马上回答，回答不了的由 ${owner} 来处理。`,
    chatNeedsScript: '聊天需要 JavaScript，您的浏览器已将它关闭。',
    notFoundTitle: '没有这个页面',
    notFound: '它可能已移动或改名。您可以搜索，或从首页开始。',
    badRequestTitle: '无法识别这个地址',
    badRequest: '地址里有我们没有的内容，或搜索内容太长。没有任何改动。',
    tooManyTitle: '操作有点快',
    tooMany: '请稍等一分钟再试。如果您已经评价过这个页面，它已计入。',
    refusedTitle: '请求来自其他网站',
    refused: '只接受来自帮助中心页面的评价。',
    toHome: '前往帮助中心',
    topicDescription: (topic, site) => `${site}：${topic}的常见问题和使用说明。`,
  },
};

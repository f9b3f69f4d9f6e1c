import type { Locale } from '../locale.ts';

/** What the bot says by itself. Short, warm, plain, and honest about being a bot. */
export interface BotTexts {
  didYouMean: string;
  noneOfThese: string;
  unsure: string;
  mayHelp(title: string): string;
  talkToPerson: string;
  goOnWithBot: string;
  resumed: string;
  greeting: string;
  thanks: string;
  goodbye: string;
  iAmABot: string;
  handoffHere(owner: string): string;
  handoffAway(owner: string, when: string): string;
  handoffUnsureHere(owner: string): string;
  handoffUnsureAway(owner: string, when: string): string;
  ownerSilent(owner: string, when: string): string;
  emergencyCall(number: string): string;
  emergencyTold(owner: string): string;
  emergencyButton(number: string): string;
}

export const BOT_TEXTS: Record<Locale, BotTexts> = {
  en: {
    didYouMean: 'I want to be sure. Did you mean:',
    noneOfThese: 'None of these',
    unsure: "I don't know the answer to that. Could you say it in other words? Or I can get a person for you.",
    mayHelp: (title) => `I'm not sure, but this may help: ${title}`,
    talkToPerson: 'Talk to a person',
    goOnWithBot: 'Go on with the bot',
    resumed: "I'm back. What else can I do for you? Your question to the team is kept.",
    greeting: 'Hello! What can I do for you?',
    thanks: "You're welcome! Is there anything else?",
    goodbye: 'Goodbye! Write again whenever you like.',
    iAmABot: "I'm a bot: I answer common questions at once, and get a person when I can't.",
    handoffHere: (owner) => `Of course. I'm calling ${owner}. You can go on writing; nothing gets lost.`,
    handoffAway: (owner, when) =>
      `${owner} is not at the desk right now. You'll have an answer by ${when}. You can go on writing; nothing gets lost.`,
    handoffUnsureHere: (owner) => `I can't answer that, so I'm calling ${owner}. You can go on writing.`,
    handoffUnsureAway: (owner, when) =>
      `I can't answer that, and ${owner} is not at the desk right now. You'll have an answer by ${when}. You can go on writing.`,
    ownerSilent: (owner, when) =>
      `I'm sorry that it takes so long. ${owner} will answer by ${when}. Meanwhile you can go on with me, the bot.`,
    emergencyCall: (number) =>
      `This may be an emergency. Call ${number} now, or have somebody near you call. I am a bot and cannot judge it.`,
    emergencyTold: (owner) => `I have passed this on to ${owner}, but do not wait for an answer here.`,
    emergencyButton: (number) => `Call ${number}`,
  },
  zh: {
    didYouMean: '我想确认一下，您是想问：',
    noneOfThese: '都不是',
    unsure: '这个问题我还不会回答。您可以换一种说法，或者我帮您转人工。',
    mayHelp: (title) => `我不太确定，不过这篇说明也许能帮到您：${title}`,
    talkToPerson: '转人工',
    goOnWithBot: '继续和机器人聊',
    resumed: '我回来了。还有什么可以帮您？您给人工客服的问题已为您保留。',
    greeting: '您好！请问有什么可以帮您？',
    thanks: '不客气！还有其他问题吗？',
    goodbye: '再见！有需要随时联系我们。',
    iAmABot: '我是机器人：常见问题我马上回答，回答不了的我会请人工来处理。',
    handoffHere: (owner) => `好的，我正在联系 ${owner}。您可以继续留言，内容不会丢失。`,
    handoffAway: (owner, when) => `${owner} 现在不在线，最晚会在${when}前回复您。您可以继续留言，内容不会丢失。`,
    handoffUnsureHere: (owner) => `这个问题我回答不了，我正在联系 ${owner}。您可以继续留言。`,
    handoffUnsureAway: (owner, when) =>
      `这个问题我回答不了，${owner} 现在也不在线，最晚会在${when}前回复您。您可以继续留言。`,
    ownerSilent: (owner, when) =>
      `抱歉让您久等了。${owner} 最晚会在${when}前回复您。这段时间您可以继续和我（机器人）聊。`,
    emergencyCall: (number) => `这可能是紧急情况。请马上拨打 ${number}，或请身边的人拨打。我是机器人，无法判断病情。`,
    emergencyTold: (owner) => `我已经通知${owner}，但请不要在这里等回复。`,
    emergencyButton: (number) => `拨打 ${number}`,
  },
};

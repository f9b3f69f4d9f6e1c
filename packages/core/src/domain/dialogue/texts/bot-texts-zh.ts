import type { Voice } from '../../voice.ts';
import type { BotTexts } from './bot-texts.ts';

/** The formal tone ends its sentences quietly; everything else is said alike. */
export function chineseTexts({ botName, address: you, tone }: Voice): BotTexts {
  const name = botName.zh;
  const mark = tone === 'formal' ? '。' : '！';
  return {
    didYouMean: `我想确认一下，${you}是想问下面的问题吗？如果不是，请换一种说法。`,
    noneOfThese: '都不是',
    unsureButNear: `这个问题我不太确定。${you}要问的是下面这些吗？如果不是，可以换一种说法，或者我帮${you}转人工。`,
    unsure: `这个问题我还不会回答。${you}可以换一种说法，或者我帮${you}转人工。`,
    mayHelp: (title) => `我不太确定，不过这篇说明也许能帮到${you}：${title}`,
    talkToPerson: '转人工',
    goOnWithBot: '继续和机器人聊',
    resumed: `我回来了。还有什么可以帮${you}？${you}给人工客服的问题已为${you}保留。`,
    greeting: `${you}好${mark}${name === undefined ? '' : `我是机器人${name}。`}请问有什么可以帮${you}？`,
    thanks: `不客气${mark}还有其他问题吗？`,
    thanksBetween: `不客气${mark}`,
    goodbye: `再见${mark}有需要随时联系我们。`,
    compliment: `谢谢${you}的夸奖${mark}还有什么可以帮${you}？`,
    insulted: `抱歉，刚才没能帮到${you}。请再说一次${you}的问题，或者我帮${you}转人工。`,
    annoyed: `很抱歉给${you}带来不好的体验。请告诉我发生了什么，或者我帮${you}转人工。`,
    noHelp: `抱歉，这没能解决${you}的问题，关于这个我只知道这些。我可以帮${you}转人工。`,
    toldAll: `关于这个，我知道的刚才都说了。更具体的情况，我可以帮${you}转人工了解。`,
    iAmABot: `我是机器人${name ?? ''}：常见问题我马上回答，回答不了的我会请人工来处理。`,
    abilities: '常见问题我可以马上回答，比如下面这些。回答不了的，我会转给人工。',
    maker: (business) => `我是一个程序，由${business}设置，我的回答也都是他们写的。`,
    offTopic: (business) => `这个我不会，我只了解${business}的事。请问有什么可以帮${you}？`,
    declined: `好的，${you}有其他问题随时问我。`,
    askBack: `我在的。请问${you}想了解什么？`,
    apologised: `没关系${mark}请问有什么可以帮${you}？`,
    apologisedBetween: `没关系${mark}`,
    fileCame: `谢谢，文件已收到。我自己看不了文件内容，请问是关于什么的？`,
    orderNamed: (order) => `订单 ${order}：需要我做什么？`,
    detailNamed: (detail) => `我记下了${/^[A-Za-z]/.test(detail) ? ` ${detail}` : detail}。请问是什么事？`,
    aboutBooking: `好的。${you}是想改动预约，还是想了解什么？`,
    languages: (spoken) => `${you}可以用${spoken}和我聊。`,
    handoffHere: (owner) => `好的，我正在联系 ${owner}。${you}可以继续留言，内容不会丢失。`,
    handoffAway: (owner, when) =>
      `${owner} 现在不在线，最晚会在${when}前回复${you}。${you}可以继续留言，内容不会丢失。`,
    handoffUnsureHere: (owner) => `这个问题我回答不了，我正在联系 ${owner}。${you}可以继续留言。`,
    handoffUnsureAway: (owner, when) =>
      `这个问题我回答不了，${owner} 现在也不在线，最晚会在${when}前回复${you}。${you}可以继续留言。`,
    closedFor: (holiday) => `今天是${holiday}，我们休息。`,
    ownerSilent: (owner, when) =>
      `抱歉让${you}久等了。${owner} 最晚会在${when}前回复${you}。这段时间${you}可以继续和我（机器人）聊。`,
    emergencyCall: (number) => `这可能是紧急情况。请马上拨打 ${number}，或请身边的人拨打。我是机器人，无法判断病情。`,
    emergencyAgain: (number) => `这个我无法判断。请现在就拨打 ${number}，接线员会一步步告诉${you}怎么做。`,
    emergencyTold: (owner) => `我已经通知 ${owner}，但请不要在这里等回复。`,
    emergencyButton: (number) => `拨打 ${number}`,
    inDanger: (number) => `如果有人有危险，请不要等待，马上拨打 ${number}。`,
  };
}

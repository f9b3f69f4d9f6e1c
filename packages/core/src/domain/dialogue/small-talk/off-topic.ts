import type { BotReply } from '../../conversation/bot-commands.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

const ENGLISH =
  /\b(?:jokes?|riddles?|horoscope|lottery|meaning of life|make me laugh|something funny|(?:tell|read) me a (?:story|poem)|write (?:me )?a (?:poem|song|story)|sing(?: me| us)? (?:a song|something)|sing for me|weather|how old are you|where do you live|what is the time|what time is it|i(?:['’]m| am) (?:so )?bored|(?:marry|kiss) me|love you|do you (?:love me|dream|sleep|eat|have (?:a (?:girlfriend|boyfriend|family)|feelings))|your favou?rite|(?:who|what) is the (?:president|capital) of|who (?:will|is going to) win)\b/i;
const CHINESE =
  /笑话|笑話|[讲講说說]个?(?:个|個)?故事|唱.{0,3}歌|跳.{0,2}舞|天[气氣]怎|天[气氣]好|你(?:今年)?(?:几岁|幾歲|多大)|你住(?:在)?哪|(?:你|我)[爱愛](?:我|你)|做我(?:女|男)朋友|嫁[给給]我|好[无無]聊|陪我聊|[聊谈談]{1,2}天吧?$|人生的意[义義]|星座|彩票|[猜谜謎]{2}|[脑腦]筋急[转轉]弯|[写寫]首?[诗詩]/u;

/**
 * What is asked of a bot for fun. It is declined kindly: no person is wanted for it, and it is no question that the bot
 * failed to answer, so the streak stands. Only where no FAQ comes near: a shop may sell riddles.
 */
export function offTopic(turn: Turn): BotReply | null {
  const { text, pressed, unsureStreak, thresholds, siteName } = turn.input;
  if (pressed !== undefined || (turn.guesses[0]?.confidence ?? 0) >= thresholds.suggest) return null;
  if (!ENGLISH.test(text) && !CHINESE.test(text)) return null;
  return { ...say(turn.texts.offTopic(siteName), { kind: 'small_talk', guesses: [] }), unsureStreak };
}

import type { BotReply } from '../../conversation/bot-commands.ts';
import { settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Turn } from '../turn.ts';

/** Longer texts are stories. UTF-16 units. */
const LONGEST = 120;
const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const CLOCK = String.raw`\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|o['’]?clock|h\b)|\d{1,2}:\d\d|noon|midday`;
const PART_OF_DAY = '(?:early |late )?(?:morning|afternoon|evening|night)';
const NUMBER_DAY = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th))`;
/** When, with the words that lead to it: "next Friday at 3", "on the day after tomorrow". */
const ENGLISH = new RegExp(
  String.raw`\b(?:(?:on|at|by|around|about|for|from|before|after|until|this|next|coming|in|the) )*(?:(?:the )?day after tomorrow|tomorrow|today|tonight|tmrw|${DAY}|${NUMBER_DAY}|${CLOCK}|${PART_OF_DAY}|(?:next|this) week(?:end)?|(?<=\bat )\d{1,2})(?![a-z\d])`,
  'gi',
);
const CHINESE =
  /(?:下+|这|這|本)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]|大?后天|大?後天|[今明]天|今晚|明早|明晚|\d{1,2}月\d{1,2}[号號日]|\d{1,2}[号號](?!线|線|楼|樓|店|门|門|码|碼)|(?:早上|上午|中午|下午|傍晚|晚上)|(?:\d{1,2}|[一二两兩三四五六七八九十]{1,3})[点點](?:钟|鐘|半|[\d一二三四五十]{1,3}分?)?/gu;
/** One of these is in every such text, and in few others. */
const MAY_BE = /\d|morrow|day|\bt(?:oday|onight|mrw)|noon|morning|evening|week|[天周週期拜号號点點]/i;
const SAYS = /[a-z]{2}.*\s.*[a-z]{2}|\p{Script=Han}{2}/iu;

/**
 * "I'd like an appointment next Friday at 3": when it shall be says nothing of what is wanted, and no phrasing has just that day in it. What
 * is left without it is answered if it is clear.
 */
export function besideMoment(turn: Turn): BotReply | null {
  const { text, pressed, form, locale, understand } = turn.input;
  if (pressed !== undefined || form || text.length > LONGEST || !MAY_BE.test(text)) return null;
  const moment = locale === 'zh' ? CHINESE : ENGLISH;
  const rest = text.replace(moment, ' ').replace(/\s+/g, ' ').trim();
  if (rest.length >= text.trim().length - 1 || !SAYS.test(rest)) return null;
  const { guesses } = understand(rest);
  const sure = turn.surest(guesses);
  return sure === null || isSmallTalk(sure.intent) ? null : settle(turn, sure.intent, guesses);
}

import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { localize } from '../../locale.ts';
import { afterAnswer, NOTHING_YET } from '../dialogue-context.ts';
import { dayAt } from '../forms/calendar-day.ts';
import { buttonIntent } from '../forms/form-button.ts';
import { asksSomewhere } from '../../words/asks.ts';
import { readInPassing } from '../forms/read-slot.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** No longer message names nothing but a time. UTF-16 units. */
const LONGEST = 60;
/** The quick question: a time of day has a number of one or two digits, or one of these. */
const MAY_BE = /(?<!\d)\d{1,2}(?!\d)|\bhalf\b|noon|midnight|[点點时時]/i;
/** A word of which times are made, or what may stand around them. */
const PART =
  /(?:[\s,.:;/!?+，。：！～~–-]|\d(?:st|nd|rd|th|-?ish)?|(?:hi|hello|ok(?:ay)?|yes|and|or|maybe|perhaps|at|on|by|around|about|before|after|from|until|till|to|past|half|quarter|the|in|of|this|next|coming|is|would|be|fine|good|best|works?|suits?|for|me|please|pls|thanks?|then|let['’]?s|say|a|an|am|pm|a\.m|p\.m|h|hrs?|hours?|min(?:ute)?s?|days?|weeks?|months?|o['’]?clock|noon|midnight|midday|morning|afternoon|evening|night|today|tonight|tomorrow|tmrw|tmr|tom|yesterday|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![a-z])|(?<=\d)p(?![a-z])|[今明后後昨前大上下这這本那就我天日周週星期礼禮拜〇零一二三四五六七八九十两兩半点點钟鐘时時分刻整早午中晚傍凌晨夜里裡间月号號年左右可以吧行好的是在请請谢謝概之约約到至或者])/;
/** Nothing but such words: to look for dates in every message would cost more than all else. */
const OF_TIME = new RegExp(`^${PART.source}+$`, 'i');
/** Words that only say that it is this time, or that it may be. */
const FRAME =
  /\b(?:hi|hello|ok|okay|yes|and|or|maybe|perhaps|at|on|by|around|about|before|after|from|the|in|this|next|is|would|be|fine|good|best|works?|suits?|for|me|please|pls|thanks?|then|let'?s|say)\b|那|就|吧|可以|左右|前|后|之|大概|我|行|好|的|是|在|请|谢谢|那天/giu;
/** "Can I come …", 那…行吗: it is asked for. */
const ASKS_FOR_IT =
  /\b(?:(?:can|could|may) (?:i|we) (?:come(?: in)?|visit|drop by|stop by)|(?:how|what) about|do you have (?:time|anything|a (?:slot|place))|(?:is|are) you free|are you free|is it possible|possible|available|free)\b|(?:有空|有时间|有时間|有位置|有号|有號|[能可]以?来|[能可]以?來|能看|能[约約]|过去|過去|方便|可以|行)[吗嗎不么麼]?/giu;
/** How such a message begins, with its first four parts or all that there are: nearly no other does. */
const BEGINS = ((part) => new RegExp(`^(?:${part}{4}|${part}{1,3}$)`, 'iu'))(
  `(?:${PART.source}|${ASKS_FOR_IT.source})`,
);
const SAYS = /[\p{L}\p{N}]/u;
const MOST_OFFERED = 4;

/**
 * "Tomorrow at 3pm", 明天下午三点, and nothing else, while nothing was asked: it means no question, whatever FAQ is near to it. It is kept
 * for a form that takes it, and what can be begun with it stands under the answer.
 */
export function bareTime(turn: Turn): BotReply | null {
  const { text, pressed, form, formBook, forms, locale, now } = turn.input;
  const bare = text.trim();
  if (pressed !== undefined || form || bare.length > LONGEST || !MAY_BE.test(bare) || !BEGINS.test(bare)) return null;
  const told = bare.replace(ASKS_FOR_IT, ' ');
  if (!OF_TIME.test(told)) return null;
  const asks = asksSomewhere(bare);
  // "Tomorrow half ten?" asks for it by its mark alone.
  if (asks && told === bare && asksSomewhere(bare.replace(/[?？\s]+$/, ''))) return null;
  const world = forms?.();
  const found = world?.find(bare, ['date']) ?? [];
  if (!world || !found.some((one) => one.kind === 'date' && one.timeIsCertain)) return null;
  const rest = found.reduce((left, one) => left.replace(one.text, ' '), told);
  if (SAYS.test(rest.replace(FRAME, ' '))) return null;
  const fitting = [...new Set(formBook?.byIntent.values() ?? [])].flatMap((one) => {
    const slot = one.slots.find(({ type, isBirth }) => type === 'date' && !isBirth);
    const reading = slot && readInPassing(slot, { words: bare, found, today: dayAt(now, world.timeZone) });
    return reading && 'value' in reading ? [{ one, value: reading.value.value }] : [];
  });
  // To who asks whether that time will do, a time alone is no answer.
  if (asks && fitting.length === 0) return null;
  const offered = fitting.slice(0, MOST_OFFERED).map(({ one: { title, name } }) => {
    return { label: localize(title, locale) ?? name, intent: buttonIntent('begin', name) };
  });
  // Kept by its kind alone: where one form wants a day and another the hour too, neither may get the other's.
  const [value, another] = new Set(fitting.map(({ value: read }) => read));
  const named = value === undefined || another !== undefined ? [] : [{ kind: 'date', value }];
  const { intents, words } = turn.context ?? NOTHING_YET;
  return {
    ...say(turn.texts.detailNamed(found.map((one) => one.text).join(' ')), { kind: 'small_talk', guesses: [] }),
    quickReplies: [...offered, { label: turn.texts.talkToPerson, intent: BUILT_IN.person }],
    context: afterAnswer(turn.context, { intents, words, named, at: now }),
    unsureStreak: turn.input.unsureStreak,
  };
}

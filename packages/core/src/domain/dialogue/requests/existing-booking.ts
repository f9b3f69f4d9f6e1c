import type { BotReply } from '../../conversation/bot-commands.ts';
import { localize } from '../../locale.ts';
import { afterAnswer } from '../dialogue-context.ts';
import { buttonIntent } from '../forms/form-button.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** Longer messages say what they want of it. UTF-16 units. */
const LONGEST = 90;
const BOOKED_EN =
  '(?:appointments?|bookings?|reservations?|check-?ups?|consultations?|visits?|slots?|sessions?|lessons?|level checks?)';
/** "I have an appointment on Thursday", "my booking is for Friday", "I'm booked in for 10". */
const HAS_EN = new RegExp(
  `(?<!\\b(?:can|could|may|might|should|shall|must|do|did|does|will|would|if|unless|once|to) )\\b(?:i|we|my \\w+)(?: already| still)?(?:['’]ve| have| has|['’]s)(?: already| still| just)*(?: got)? (?:an?|my|our|this|the|two) (?:(?!need|want|and|but|so|to|no|not|new|for)[\\w'’]+ ){0,3}${BOOKED_EN}\\b` +
    `|\\b(?:my|our) (?:\\w+ )?${BOOKED_EN}(?:['’]s| is)(?: (?:already|still))? (?:on|at|for|in|with|today|tomorrow|tonight|next|this)\\b` +
    "|\\b(?:i|we)(?:['’]m| am|['’]re| are|['’]ve| have)? (?:already )?booked (?:in )?(?:for|on|at|with|an? (?:\\w+ )?appointment)\\b",
  'i',
);
/** 我周四有个预约, 我约了周五, 我已经挂了号. */
const HAS_ZH =
  /(?:我|我们|孩子|我[妈爸]|老公|老婆).{0,10}(?<![没沒])有(?![没沒])(?:[一个個]|[了过過])*.{0,4}(?:预约|預約|约|約|預定|预定|(?:上午|下午|医生|醫生|专家|門診|门诊)的?[号號])|(?:我|我们|孩子|我[妈爸]).{0,8}(?:已经|已|都)?(?:预约|預約|约|挂|掛)(?:好|上|到)?[了过過]/u;
/** The quick question. */
const MAY_BE = /appoint|book|reserv|check|consult|visit|slot|session|lesson|[约約预預挂掛号號]/i;
/** Something is wanted besides: a new one, above all. */
const WANTS =
  /\b(?:another|also|too|second|new|more|need|want|wanna|would like|['’]d like|please|cancel|move|change|reschedul\w*|late|instead|want(?:ed)? to)\b|[想要帮幫请請再另]|还要|改|取消|退|迟到|遲到|换|換|没|沒/iu;

/**
 * "I have an appointment on Thursday" tells of one and asks for none: what to do about it is asked, with what can be done under it. Only
 * where the site books, and where the words are near to nothing but that.
 */
export function existingBooking(turn: Turn): BotReply | null {
  const { text, pressed, form, formBook, now, unsureStreak } = turn.input;
  if (pressed !== undefined || form || !formBook || text.length > LONGEST) return null;
  if (!MAY_BE.test(text) || !(HAS_EN.test(text) || HAS_ZH.test(text)) || WANTS.test(text) || turn.asks) return null;
  const { sure } = turn;
  const changes = [...formBook.byName.values()].filter(({ changesBooking }) => changesBooking);
  // Near to a question that has an answer, it is about that: "I have an appointment for a blood test".
  if (sure === null ? changes.length === 0 : !formBook.byIntent.has(sure.intent)) return null;
  const reply = say(turn.texts.aboutBooking, { kind: 'small_talk', guesses: turn.guesses });
  reply.quickReplies = changes.map((one) => ({
    label: localize(one.title, turn.input.locale) ?? one.name,
    intent: buttonIntent('begin', one.name),
  }));
  reply.context = afterAnswer(turn.context, { intents: [], words: text, named: turn.named, at: now });
  reply.unsureStreak = unsureStreak;
  return reply;
}

import type { BotReply } from '../../conversation/bot-commands.ts';
import { ACTION } from '../../faq.ts';
import { ticketTexts } from '../../ticket/ticket-words.ts';
import { withdrawsIn } from '../../words/withdraws.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { asksSomewhere } from '../../words/asks.ts';
import { say } from '../turn.ts';
import type { Guesses, Turn } from '../turn.ts';

/** Longer messages tell more than that. UTF-16 units. */
const LONGEST = 80;
const NAMES_REQUEST =
  /\b(?:cancel|withdraw|take back|drop|delete|undo|retract|scrap) (?:my|the|that|this) (?:\w+ )?(?:request|ticket|message|complaint|enquiry|inquiry|report)\b|\bi (?:don'?t|do not|no longer) (?:need|want) (?:it|this|that|an answer|a reply|any help|help)?(?: any ?more| any longer)?$|(?:取消|撤回|撤销|撤掉)(?:我|掉)?(?:的|这个|刚才的|刚刚的|上面的)?.{0,4}(?:请求|申请|工单|留言|投诉|反馈)|(?:不用|不需要)(?:再)?(?:处理|回复|联系我|回我)了/;

/**
 * "Never mind" soon after a request was sent, "cancel my request", 撤回申请: whether it is taken back is asked, as a person may be at work on it
 * and the words may be about something else.
 */
export function withdrawRequest(turn: Turn): BotReply | null {
  const { pressed, form, ticket, withdrawable, text, voice, locale, ownerName } = turn.input;
  if (withdrawable === undefined || ticket === null || pressed !== undefined || form || text.length > LONGEST)
    return null;
  const { plain } = turn;
  const named = NAMES_REQUEST.test(plain);
  if (!named && !(withdrawable.isFresh && withdrawsIn(plain))) return null;
  if (named && asksSomewhere(text) && !/^(?:please )?(?:can|could) (?:you|i) /i.test(plain)) return null;
  // Said once more, it answers the question: "take it back" stands on its button.
  if (turn.context?.offered.includes(ACTION.withdraw)) return withdrawal(turn, ACTION.withdraw, []);
  const texts = ticketTexts(voice, locale);
  const reply = say(texts.askWithdraw(ticket, ownerName), { kind: 'small_talk', guesses: [] });
  reply.quickReplies = [
    { label: texts.takeBack, intent: ACTION.withdraw },
    { label: texts.keep, intent: ACTION.keepRequest },
  ];
  reply.context = { ...(turn.context ?? NOTHING_YET), offered: [ACTION.withdraw], at: turn.input.now };
  reply.unsureStreak = turn.input.unsureStreak;
  return reply;
}

/** What the buttons under that question do, and "never mind" to a call for a person that says nothing else. Null: no such button. */
export function withdrawal(turn: Turn, intent: string, guesses: Guesses): BotReply | null {
  const { ticket, withdrawable, voice, locale, ownerName } = turn.input;
  const isCall = intent === ACTION.dropCall;
  if (intent === ACTION.keepRequest) {
    const text = ticket === null ? turn.texts.declined : ticketTexts(voice, locale).kept(ticket, ownerName);
    return say(text, { kind: 'small_talk', guesses });
  }
  if (!isCall && intent !== ACTION.withdraw) return null;
  // Who waits for a person, and sent a request before that, drops the call alone.
  if (ticket === null || withdrawable === undefined || (isCall && !withdrawable.isCall))
    return say(turn.texts.declined, { kind: 'small_talk', guesses });
  return say(ticketTexts(voice, locale).withdrawn(ticket), { kind: 'small_talk', guesses, withdraws: true });
}

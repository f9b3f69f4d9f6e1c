import type { BotReply } from '../../conversation/bot-commands.ts';
import { ACTION, BUILT_IN } from '../../faq.ts';
import type { Locale } from '../../locale.ts';
import type { Voice } from '../../voice.ts';
import { offering } from '../dialogue-context.ts';
import { botTexts } from '../texts/voiced-texts.ts';
import { startForm } from '../requests/form-reply.ts';
import { CONTACT } from '../forms/contact-form.ts';
import { formTexts } from '../forms/voiced-form-texts.ts';
import { say } from '../turn.ts';
import type { Guesses, Turn } from '../turn.ts';

/** How many times in a row the bot may not know before it calls a person by itself. */
const UNSURE_BEFORE_HANDOFF = 2;

/** Says that it does not know and offers a person; twice in a row it calls one. */
export function unsure(turn: Turn): BotReply {
  const streak = turn.input.unsureStreak + 1;
  if (streak >= UNSURE_BEFORE_HANDOFF) return callPerson(turn, 'unsure', turn.guesses);
  const reply = offeringPerson(turn, turn.texts.unsure, 'unsure', turn.guesses);
  reply.unsureStreak = streak;
  return reply;
}

/** A word of the bot with the way to a person under it; "yes" to it is then understood. */
export function offeringPerson(
  turn: Turn,
  text: string,
  kind: 'answered' | 'unsure' | 'small_talk',
  guesses: Guesses,
): BotReply {
  const reply = say(text, { kind, guesses });
  reply.quickReplies = [{ label: turn.texts.talkToPerson, intent: BUILT_IN.person }];
  reply.context = offering(turn.context, [BUILT_IN.person], turn.input.now);
  return reply;
}

/** To who wants none of what was offered. They would be surprised if their next question brought a person after all. */
export function declined(turn: Turn): BotReply {
  return say(turn.texts.declined, { kind: 'small_talk', guesses: [], declined: true });
}

export function callPerson(turn: Turn, why: 'asked' | 'unsure', guesses: Guesses): BotReply {
  const { texts } = turn;
  const { ownerName } = turn.input;
  const outlook = turn.input.outlook();
  const words = outlook.here
    ? (why === 'asked' ? texts.handoffHere : texts.handoffUnsureHere)(ownerName)
    : (why === 'asked' ? texts.handoffAway : texts.handoffUnsureAway)(ownerName, outlook.byText);
  const text = outlook.here || outlook.holiday === undefined ? words : `${texts.closedFor(outlook.holiday)} ${words}`;
  const promisedFor = outlook.here ? null : outlook.by;
  const contact = turn.input.form ? undefined : turn.input.formBook?.byName.get(CONTACT);
  const away = !outlook.here && contact !== undefined;
  // Nobody is there: what was typed becomes a request, and all that is still asked is where the answer goes.
  if (away && why === 'unsure') {
    const lead = [{ text, links: [] }];
    const begun = startForm(turn, contact, turn.input.text, lead, guesses);
    const { words = '' } = turn.context ?? {};
    // "I looked everywhere" says what it is about only with the question before.
    const isAsked = contact.slots.some(({ name, fromOpening }) => fromOpening && name === begun.form?.asking);
    const reply =
      isAsked && words !== '' ? startForm(turn, contact, `${words}\n${turn.input.text}`, lead, guesses) : begun;
    return { ...reply, handoff: why, promisedFor };
  }
  const leaveMessage = {
    label: formTexts(turn.input.locale, turn.input.voice.address).leaveMessage,
    intent: ACTION.contact,
  };
  return {
    ...say(text, { kind: 'handed_off', guesses }),
    quickReplies: [...(away ? [leaveMessage] : []), { label: texts.goOnWithBot, intent: ACTION.resumeBot }],
    handoff: why,
    promisedFor,
  };
}

/** What the bot says for an owner who is silent. @param holiday for what it is closed today */
export function silentOwnerReply(
  of: { voice: Voice; locale: Locale; ownerName: string },
  by: number,
  byText: string,
  holiday: string | null = null,
): BotReply {
  const texts = botTexts(of.voice, of.locale);
  const closed = holiday === null ? '' : `${texts.closedFor(holiday)} `;
  return {
    ...say(closed + texts.ownerSilent(of.ownerName, byText), { kind: 'promised', guesses: [] }),
    quickReplies: [{ label: texts.goOnWithBot, intent: ACTION.resumeBot }],
    promisedFor: by,
  };
}

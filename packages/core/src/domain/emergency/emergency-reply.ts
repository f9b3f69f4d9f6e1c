import type { BotReply } from '../conversation/bot-commands.ts';
import { ACTION } from '../faq.ts';
import { localize } from '../locale.ts';
import type { Locale } from '../locale.ts';
import type { BotTexts } from '../dialogue/texts/bot-texts.ts';
import { botTexts } from '../dialogue/texts/voiced-texts.ts';
import type { Voice } from '../voice.ts';
import type { EmergencyPlan, RedFlag } from './red-flags.ts';

/**
 * What is said at once to somebody who may be in danger: the number to call, the owner's approved steps if there are any, and that a
 * person is told. It names no illness and promises no time: nobody in danger should wait here.
 */
export function emergencyReply(
  plan: EmergencyPlan,
  flag: RedFlag,
  { voice, locale, ownerName }: { voice: Voice; locale: Locale; ownerName: string },
): BotReply {
  const texts = botTexts(voice, locale);
  const steps = localize(flag.firstAid, locale);
  const parts = [
    texts.emergencyCall(plan.number),
    ...(steps === undefined ? [] : [steps]),
    texts.emergencyTold(ownerName),
  ];
  return { ...callNow(parts.join('\n\n'), plan, texts), handoff: 'emergency' };
}

/** "What do I do", 要去医院吗 while nobody has come: who asks in danger is never left in silence, and hears the number, which knows. */
export function emergencyAgain(plan: EmergencyPlan, { voice, locale }: { voice: Voice; locale: Locale }): BotReply {
  const texts = botTexts(voice, locale);
  return callNow(texts.emergencyAgain(plan.number), plan, texts);
}

function callNow(text: string, plan: EmergencyPlan, texts: BotTexts): BotReply {
  return {
    text,
    quickReplies: [{ label: texts.goOnWithBot, intent: ACTION.resumeBot }],
    links: [{ label: texts.emergencyButton(plan.number), url: `tel:${plan.number.replace(/[^\d+*#]/g, '')}` }],
    reason: { kind: 'emergency', guesses: [] },
    handoff: null,
    promisedFor: null,
    unsureStreak: 0,
  };
}

/**
 * The words for danger that a plan knows are never all of them: on a site that has one, what the bot did not understand gets the number
 * under its answer, and raises no alarm.
 */
export function withNumberWhenUnsure(
  reply: BotReply,
  plan: EmergencyPlan,
  { voice, locale }: { voice: Voice; locale: Locale },
): BotReply {
  const isUnsure = reply.reason.kind === 'unsure' || reply.reason.kind === 'suggested' || reply.handoff === 'unsure';
  if (isUnsure) reply.text += `\n\n${botTexts(voice, locale).inDanger(plan.number)}`;
  return reply;
}

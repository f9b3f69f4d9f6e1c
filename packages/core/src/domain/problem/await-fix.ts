import type { BotReply } from '../conversation/bot-commands.ts';
import { NOTHING_YET } from '../dialogue/dialogue-context.ts';
import type { DialogueContext } from '../dialogue/dialogue-context.ts';
import { plainWords } from '../words/plain-words.ts';
import type { Locale } from '../locale.ts';
import type { KnownProblem } from './known-problem.ts';

/** Of the button under a known problem. */
const BUTTON = 'solodesk.problem.';

const LABEL: Record<Locale, string> = { en: 'Tell me when it is fixed', zh: '修好后通知我' };
const WAITS: Record<Locale, (email: string | null) => string> = {
  en: (email) =>
    email === null
      ? 'All right: you will hear it here when it is fixed. Write your e-mail address as well, if you will be gone by then.'
      : `All right: you will hear it here and at ${email} when it is fixed.`,
  zh: (email) =>
    email === null
      ? '好的，修好后会在这里通知您。如果届时不在，请再留个邮箱。'
      : `好的，修好后会在这里并发邮件到 ${email} 通知您。`,
};
/** To the offer to be told. */
const YES =
  /^(?:yes|yeah|yep|yup|y|ok(?:ay)?|sure|please|yes please|(?:please )?(?:tell|notify|inform|ping|mail|e-?mail) me\b.*|let me know\b.*|好的?|要的?|是的?|行|可以|嗯+|(?:请|麻烦)?(?:通知|告诉|告知)我.*|修好.*(?:通知|告诉).*)$/u;

/** What is offered with a known problem, for the next message. */
export function offersToTell(reply: BotReply, problem: KnownProblem, of: Asked): BotReply {
  return {
    ...reply,
    quickReplies: [{ label: LABEL[of.locale], intent: BUTTON + problem.id }],
    context: { ...(of.context ?? NOTHING_YET), offered: [BUTTON + problem.id], at: of.now },
  };
}

export interface Asked {
  readonly locale: Locale;
  readonly context: DialogueContext | null;
  /** UTC milliseconds. */
  readonly now: number;
}

/**
 * Whether somebody who has just been told of a known problem wants to hear of its end: they press the button, say yes or write where.
 * @param email the address in the words, if there is one
 * @returns id of the problem; null when the words are about something else
 */
export function fixAwaited(
  context: DialogueContext | null,
  { text, intent }: { text: string; intent?: string | undefined },
  email: string | null,
): string | null {
  if (intent !== undefined) return intent.startsWith(BUTTON) ? intent.slice(BUTTON.length) : null;
  const offered = context?.offered.find((one) => one.startsWith(BUTTON));
  if (offered === undefined) return null;
  return email !== null || YES.test(plainWords(text)) ? offered.slice(BUTTON.length) : null;
}

/** What the bot says to who waits for the end of a problem. */
export function waitsForFix(problem: KnownProblem, email: string | null, of: Asked): BotReply {
  const reply: BotReply = {
    ...{
      text: WAITS[of.locale](email),
      quickReplies: [],
      links: [],
      handoff: null,
      promisedFor: null,
      unsureStreak: 0,
    },
    reason: { kind: 'known_problem', guesses: [], problem: problem.id },
  };
  if (email !== null) return { ...reply, context: { ...(of.context ?? NOTHING_YET), offered: [], at: of.now } };
  return { ...offersToTell(reply, problem, of), quickReplies: [] };
}

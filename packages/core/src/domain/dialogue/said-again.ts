import type { BotReply } from '../conversation/bot-commands.ts';
import { NOTHING_YET } from './dialogue-context.ts';
import type { DialogueContext, SaidBefore } from './dialogue-context.ts';
import { UNSURE_BEFORE_HANDOFF, callPerson, offeringPerson, withPersonOffered } from './person.ts';
import type { Turn } from './turn.ts';

/** An answer that did not help twice does not help a third time. */
const MOST_TIMES = 2;

/**
 * The same answer word for word a third time in a row is none: the bot says so, and offers a person; once more, and it calls
 * one. Forms have their own way out, and small talk may repeat itself.
 */
export function notAThirdTime(turn: Turn, reply: BotReply): BotReply {
  const before = turn.context?.said;
  const isAnswer = reply.reason.kind === 'answered' && reply.form === undefined;
  if (!isAnswer && before === undefined) return reply;
  const after = reply.context === undefined ? turn.context : reply.context;
  if (!isAnswer) return after === null ? reply : { ...reply, context: withSaid(after, undefined) };
  const text = fingerprint(reply.text);
  const said = { text, times: before?.text === text ? before.times + 1 : 1 };
  if (said.times <= MOST_TIMES)
    return { ...reply, context: withSaid(after ?? { ...NOTHING_YET, at: turn.input.now }, said) };
  const { guesses } = reply.reason;
  const streak = turn.input.unsureStreak + 1;
  if (streak >= UNSURE_BEFORE_HANDOFF) return callPerson(turn, 'unsure', guesses);
  return {
    ...offeringPerson(turn, turn.texts.saidTwice, 'unsure', guesses),
    context: withSaid(withPersonOffered(turn, after), said),
    unsureStreak: streak,
  };
}

function withSaid({ said: _, ...context }: DialogueContext, said: SaidBefore | undefined): DialogueContext {
  return said === undefined ? context : { ...context, said };
}

/** FNV-1a, 32 bits: a text by which it is known again, and that nobody can read. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

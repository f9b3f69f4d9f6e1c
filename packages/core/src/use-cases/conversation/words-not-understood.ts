import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import type { BotReason } from '../../domain/conversation/log-event.ts';
import type { StoredEvent } from '../../ports/conversation-store.ts';

/** What was said so long before is another matter. Milliseconds. */
const BEFORE_MS = 30 * 60_000;
/** Longest text of a ticket, in UTF-16 units: that of a form's question. */
const LONGEST = 4_000;
const NOT_KNOWN: readonly BotReason['kind'][] = ['unsure', 'pointed', 'suggested'];

/**
 * What the visitor wrote just before and the bot did not know either, oldest first; where it knew an answer that was of no help, the
 * question that got it.
 * @param log without the message that is answered now, or with it: nothing replied to that
 */
export function notUnderstood(log: readonly StoredEvent[], now: number): string[] {
  const replies = new Map(
    log.flatMap(({ entry, reason }) =>
      entry.type === 'bot_message' && entry.replyTo !== undefined ? [[entry.replyTo, reason?.kind] as const] : [],
    ),
  );
  const words: string[] = [];
  for (const { entry, seq, at } of [...log].reverse()) {
    if (at < now - BEFORE_MS || entry.type === 'owner_message' || entry.type === 'handoff') break;
    const kind = replies.get(seq);
    // A greeting in between ends nothing, and is nothing to be answered.
    if (entry.type !== 'visitor_message' || kind === undefined || kind === 'small_talk') continue;
    const isOwn = entry.intent === undefined && entry.text !== '';
    if (isOwn && (NOT_KNOWN.includes(kind) || (kind === 'answered' && words.length === 0))) words.unshift(entry.text);
    if (!NOT_KNOWN.includes(kind)) break;
  }
  return words;
}

/** Whom the bot calls a person for as it does not know: what they wrote before stands with their last words. */
export function withWordsBefore(text: string, before: readonly string[]): string {
  return [...before, text]
    .join('\n')
    .slice(-LONGEST)
    .replace(/^[\udc00-\udfff]/, '');
}

/** The same in the form that has begun with these words, whose details are the ticket's in the end. */
export function withText(reply: BotReply, last: string, whole: string): BotReply {
  const { form } = reply;
  if (!form) return reply;
  const slots = Object.fromEntries(
    Object.entries(form.slots).map(([name, slot]) => [name, slot.value === last ? { ...slot, value: whole } : slot]),
  );
  return { ...reply, form: { ...form, slots } };
}

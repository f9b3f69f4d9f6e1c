import type { BotReply } from '../../conversation/bot-commands.ts';
import { ACTION, BUILT_IN } from '../../faq.ts';
import { LONGEST_YES, bareWord, saysYes } from '../../words/says-yes.ts';
import { declined, unsure } from '../person/person.ts';
import type { SlotType } from '../forms/form.ts';
import { settle } from './settled-answer.ts';
import type { Turn } from '../turn.ts';

const NO = /^(?:no|nope|nah|none|none of (?:these|them)|neither|不是|都不是|不对|没有)$/i;
/** Wants nothing of it, which is no "I meant something else". */
const REFUSES = /^(?:not now|no need|never ?mind|不用|不用了|不要|不必|不必了|不需要|不了|先不用|暂时不用|算了|没事)$/i;
const ORDINAL: readonly RegExp[] = [
  /^(?:1|(?:the )?first(?: one)?|第一个)$/i,
  /^(?:2|(?:the )?second(?: one)?|第二个)$/i,
  /^(?:3|(?:the )?third(?: one)?|第三个)$/i,
];
/** What "yes" is no answer to. */
const SHAPED: readonly SlotType[] = ['email', 'phone', 'date', 'order'];

/**
 * "Yes", "no" and "the second one" to what was offered ("did you mean", a person), typed instead of pressed. "Yes" to several
 * questions says nothing.
 */
export function choiceAmongOffered(turn: Turn): BotReply | null {
  const offered = turn.context?.offered ?? [];
  const { pressed, text } = turn.input;
  if (offered.length === 0 || pressed !== undefined || text.length > LONGEST_YES) return null;
  const { word, polite } = bareWord(text);
  if (offered.includes(ACTION.withdraw) && (NO.test(word) || REFUSES.test(word)))
    return settle(turn, ACTION.keepRequest, []);
  if (REFUSES.test(word)) return declined(turn);
  if (NO.test(word)) {
    if (polite || offered.includes(BUILT_IN.person)) return declined(turn);
    const reply = unsure(turn);
    return { ...reply, reason: { ...reply.reason, declined: true } };
  }
  const intent = meant(word, offered);
  return intent === undefined ? null : settle(turn, intent, [{ intent, confidence: 1 }]);
}

/**
 * The intent of what was offered that is meant while a form asks for something that "yes" and "the second one" are no answer to; "no" is one, to
 * the form.
 */
export function offeredInForm(turn: Turn): string | undefined {
  const offered = turn.context?.offered ?? [];
  const { form, formBook, pressed, text } = turn.input;
  if (offered.length === 0 || pressed !== undefined || text.length > LONGEST_YES) return undefined;
  // What was offered last is meant, not a time that stands below it: an answer too many does no harm.
  if (form?.run !== undefined) return meant(bareWord(text).word, offered);
  const slot = formBook?.byName.get(form?.form ?? '')?.slots.find(({ name }) => name === form?.asking);
  return slot !== undefined && SHAPED.includes(slot.type) ? meant(bareWord(text).word, offered) : undefined;
}

function meant(word: string, offered: readonly string[]): string | undefined {
  return offered[saysYes(word) && offered.length === 1 ? 0 : ORDINAL.findIndex((ordinal) => ordinal.test(word))];
}

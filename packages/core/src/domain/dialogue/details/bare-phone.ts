import type { BotReply } from '../../conversation/bot-commands.ts';
import { afterAnswer, NOTHING_YET } from '../dialogue-context.ts';
import { offeringPerson } from '../person/person.ts';
import type { Turn } from '../turn.ts';

/** Nine digits or more, and how they are set apart. */
const MAY_CALL = /^\s*[+(]?\d(?:[\s()/.-]{0,2}\d){8,14}[\s.!。！]*$/;

/**
 * A telephone's number alone: it means no question. It is kept for a form that asks for one, and a person who may call is offered. Who has a request
 * running adds it to that.
 */
export function barePhone(turn: Turn): BotReply | null {
  const { text, pressed, form, ticket, forms, now, unsureStreak } = turn.input;
  if (pressed !== undefined || form || ticket !== null || !MAY_CALL.test(text)) return null;
  const [found] = forms?.().find(text, ['order', 'phone']) ?? [];
  if (found?.kind !== 'phone') return null;
  const { intents, words } = turn.context ?? NOTHING_YET;
  const named = [{ kind: 'phone', value: found.value }];
  const context = afterAnswer(turn.context, { intents, words, named, at: now });
  const reply = offeringPerson(turn, turn.texts.detailNamed(found.text.trim()), 'small_talk', []);
  return { ...reply, unsureStreak, context };
}

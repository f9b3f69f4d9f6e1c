import type { BotReply } from '../../conversation/bot-commands.ts';
import { introOf, startForm } from './form-reply.ts';
import { isCommand } from '../../words/wants.ts';
import type { Form } from '../forms/form.ts';
import { faqAnswer } from '../answers/settled-answer.ts';
import type { Guesses, Turn } from '../turn.ts';

/** A command is short; what is longer tells a story. UTF-16 units. */
const LONGEST = 80;

/**
 * "Change the address", 换个地址: a command wants something done, so that of what it may mean only what can be done counts. A form begins
 * when it is the only one: it shows what it would send before it does.
 */
export function commandedForm(turn: Turn): BotReply | null {
  const { form: open, text } = turn.input;
  const commanded = open ? null : formCommanded(turn);
  if (commanded === null) return null;
  const { form, guess } = commanded;
  return startForm(turn, form, text, introOf(turn, form, faqAnswer(turn, guess.intent)), turn.guesses);
}

/** The one form that a command may be about; null when there is none, more than one, or the bot is sure what else is meant. */
export function formCommanded(turn: Turn): { form: Form; guess: Guesses[number] } | null {
  const { text, pressed, formBook, thresholds } = turn.input;
  if (!formBook || formBook.byIntent.size === 0 || pressed !== undefined || text.length > LONGEST) return null;
  if (!isCommand(text) || turn.sure !== null) return null;
  const likely = turn.guesses.flatMap((guess) => {
    const form = guess.confidence >= thresholds.suggest ? formBook.byIntent.get(guess.intent) : undefined;
    return form === undefined ? [] : [{ form, guess }];
  });
  const [first] = likely;
  return first !== undefined && likely.every(({ form }) => form === first.form) ? first : null;
}

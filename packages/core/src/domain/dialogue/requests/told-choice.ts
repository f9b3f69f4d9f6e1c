import type { BotReply } from '../../conversation/bot-commands.ts';
import { ACTION } from '../../faq.ts';
import { localize } from '../../locale.ts';
import { DONE } from './fitting-form.ts';
import { introOf, startForm, toldOf } from './form-reply.ts';
import { mayNameChoice } from '../forms/choice-glance.ts';
import { buttonIntent } from '../forms/form-button.ts';
import { isRequest } from '../../words/wants.ts';
import type { Form } from '../forms/form.ts';
import { mayChoose } from '../forms/read-slot-choice.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

const LONGEST = 200;
const TWO_DETAILS = 2;
const MOST_OFFERED = 2;
const NAMES = /\d/;

/**
 * "My cup is in pieces, order TL-20002" tells what is wrong with that order, and does not ask where it is; "it came torn, I want a
 * refund" does not ask when one comes: two details that one form alone has begin it. An FAQ that surely answers the words stands
 * before it, unless something is wanted.
 */
export function detailsTold(turn: Turn): BotReply | null {
  const { text, formBook } = turn.input;
  const names = NAMES.test(text);
  const wanted = isRequest(text) && !DONE.test(text);
  if (!names && !wanted) return null;
  const forms = turn.once(formsTold);
  const [best, second] = forms;
  if (best === undefined || best.count < TWO_DETAILS || best.count === second?.count) return null;
  const { sure } = turn;
  const meant = sure && formBook?.byIntent.get(sure.intent);
  if (sure !== null && (!meant ? !wanted : meant === best.form || !names)) return null;
  return startForm(turn, best.form, text, introOf(turn, best.form, null), turn.guesses);
}

/**
 * "The mug is broken" names something that no FAQ does, and the model rightly knows nothing of mugs; but "broken" is what a form
 * offers to choose from, so that one is asked about.
 */
export function choiceTold(turn: Turn): BotReply | null {
  const forms = turn.sure === null ? turn.once(formsTold) : [];
  if (forms.length === 0) return null;
  const buttons = forms.slice(0, MOST_OFFERED).map(({ form: { name, title } }) => ({
    label: localize(title, turn.input.locale) ?? name,
    intent: buttonIntent('begin', name),
  }));
  return {
    ...say(turn.texts.didYouMean, { kind: 'suggested', guesses: turn.guesses }),
    quickReplies: [...buttons, { label: turn.texts.noneOfThese, intent: ACTION.noneOfThese }],
    unsureStreak: turn.input.unsureStreak,
  };
}

/**
 * "I want my money back" is about refunds, and an FAQ knows when they come; but it is a wish that a form has among its choices: that
 * form is offered under the answer; so it is under advice on stains to "the shirt has a stain". Not to whoever has done it already, or
 * only asks.
 */
export function formsWished(turn: Turn): readonly Form[] {
  const { text } = turn.input;
  const told = turn.once(formsTold);
  if (told.length === 0 || DONE.test(text)) return [];
  return told.slice(0, MOST_OFFERED).map(({ form }) => form);
}

/** Whether the words tell one of the form's choices, and ask nothing: "oh great, another shirt with a hole in it". */
export function tellsChoiceOf(turn: Turn, form: Form): boolean {
  return turn.once(formsTold).some((told) => told.form === form);
}

/** The forms with a choice that the words name, and how many details of each they tell, most first. A question tells nothing. */
function formsTold(turn: Turn): readonly { form: Form; count: number }[] {
  const { text, pressed, form: open, formBook } = turn.input;
  if (!formBook || formBook.byIntent.size === 0 || open || pressed !== undefined || text.length > LONGEST) return [];
  if (!mayNameChoice(formBook, text) || turn.asks) return [];
  const { plain } = turn;
  return [...new Set(formBook.byIntent.values())]
    .flatMap((form) => {
      if (!form.slots.some((slot) => slot.type === 'choice' && mayChoose(slot, plain))) return [];
      const { count, chosen } = toldOf(turn, form);
      return chosen ? [{ form, count }] : [];
    })
    .sort((one, other) => other.count - one.count);
}

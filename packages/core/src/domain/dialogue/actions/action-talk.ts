import { ACTION_BUTTON, readActionButton } from '../../action/action-run.ts';
import type { ActionInput, ActionRun } from '../../action/action-run.ts';
import { actionTexts } from '../../action/voiced-action-texts.ts';
import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { offeredInForm } from '../answers/offered-choice.ts';
import { readButton } from '../forms/form-button.ts';
import type { FormState } from '../forms/form-state.ts';
import { ASKING } from '../forms/form-state.ts';
import { readCommand } from '../forms/form-command.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import type { Form } from '../forms/form.ts';
import { callPerson } from '../person/person.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { readChoice } from './read-choice.ts';

/** After so long without a result the step is asked for anew. Milliseconds. */
const LOST_AFTER_MS = 5 * 60_000;
/** Choices in a row that were none, after which the bot explains and offers a person. */
const EXPLAIN_AT = 3;

/** Whether a button belongs to an action. */
export function isActionButton(pressed: string | undefined): boolean {
  return pressed?.startsWith(ACTION_BUTTON) === true;
}

/**
 * Words of somebody whose form has come to its action: a choice among what it offers, a question in between, or enough of it.
 * @param goOn what leads from what is said in between to the choice that stands; empty: nothing
 */
export function talkInAction(
  turn: Turn,
  open: { state: FormState; run: ActionRun; form: Form },
  aside: BotReply | null,
  goOn = '',
): BotReply {
  const { state, run, form } = open;
  const { pressed, text, now } = turn.input;
  const texts = textsOf(turn);
  const isResting = state.asking === ASKING.resume;
  const chosen = pressed === undefined ? null : readActionButton(pressed);
  const command = pressed === undefined ? readCommand(text, form)?.verb : readButton(pressed)?.verb;
  const awaits = run.state === 'running' && !isResting && now - state.at < LOST_AFTER_MS;
  if (awaits) {
    const words = aside === null ? texts.stillAtIt : aside.text;
    return { ...word(turn, state, words), links: aside?.links ?? [] };
  }
  const isTyped = pressed === undefined && offeredInForm(turn) === undefined;
  const words = isTyped ? readChoice(run, text, datesIn(turn)) : null;
  const choice = chosen ?? (run.state === 'choosing' ? words : null);
  if (choice === 'stop' || (choice === null && command === 'cancel')) {
    return { ...word(turn, state, texts.stopped), form: null };
  }
  // What was under way when a person came in is done now.
  if (run.state === 'running') return nextStep(turn, state, run.input);
  if (choice !== null) return nextStep(turn, state, choice);
  if (isResting) return offerAgain(turn, state, run, run.question);
  if (aside !== null) return beside(turn, open, aside, goOn);
  return badChoice(turn, state, run);
}

/** Something in between, and the choice that stands. */
function beside(
  turn: Turn,
  { state, run }: { state: FormState; run: ActionRun },
  aside: BotReply,
  goOn: string,
): BotReply {
  const text = [aside.text, goOn, run.question].filter((part) => part !== '').join('\n\n');
  const reply = { ...offerAgain(turn, state, run, text), links: aside.links };
  if (aside.reason.kind !== 'suggested') return reply;
  return {
    ...reply,
    quickReplies: [...aside.quickReplies, ...reply.quickReplies],
    reason: { ...aside.reason, form: state.form },
    ...(aside.context !== undefined && { context: aside.context }),
  };
}

/** A button of an action that is over. */
export function nothingToChoose(turn: Turn): BotReply {
  return say(textsOf(turn).nothingToChoose, { kind: 'form', guesses: [] });
}

function nextStep(turn: Turn, state: FormState, input: ActionInput): BotReply {
  const { run, slots, form } = state;
  return {
    // Its result is the answer.
    ...word(turn, { ...state, asking: ASKING.action, bad: 0 }, ''),
    action: { name: run?.action ?? form, slots, input },
  };
}

function badChoice(turn: Turn, state: FormState, run: ActionRun): BotReply {
  const texts = textsOf(turn);
  const bad = state.bad + 1;
  if (bad > EXPLAIN_AT) return { ...callPerson(turn, 'unsure', turn.guesses), form: { ...state, bad: 0 } };
  const person = { label: texts.talkToPerson, intent: BUILT_IN.person };
  const explains = bad === EXPLAIN_AT;
  if (!explains && turn.input.pressed === undefined && looksLikeQuestion(turn.input.text)) {
    const reply = offerAgain(turn, { ...state, bad }, run, `${texts.notKnown}\n\n${run.question}`);
    return { ...reply, quickReplies: [...reply.quickReplies, person], reason: { ...reply.reason, kind: 'unsure' } };
  }
  const reply = offerAgain(turn, { ...state, bad }, run, explains ? texts.chooseExplained : texts.pleaseChoose);
  return explains ? { ...reply, quickReplies: [...reply.quickReplies, person] } : reply;
}

function offerAgain(turn: Turn, state: FormState, run: ActionRun, text: string): BotReply {
  return { ...word(turn, { ...state, asking: ASKING.action }, text), quickReplies: [...run.offered] };
}

function word(turn: Turn, state: FormState, text: string): BotReply {
  return {
    ...say(text, { kind: 'form', guesses: turn.input.pressed === undefined ? turn.guesses : [], form: state.form }),
    form: { ...state, at: turn.input.now },
  };
}

function datesIn(turn: Turn) {
  return turn.input.forms?.().find(turn.input.text, ['date']) ?? [];
}

function textsOf(turn: Turn) {
  return actionTexts(turn.input.locale, turn.input.voice.address);
}

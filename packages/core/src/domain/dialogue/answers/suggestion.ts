import type { BotReply } from '../../conversation/bot-commands.ts';
import { ACTION, BUILT_IN } from '../../faq.ts';
import type { QuickReply } from '../../faq.ts';
import { localize } from '../../locale.ts';
import { offering } from '../dialogue-context.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import { say } from '../turn.ts';
import type { Guesses, Turn } from '../turn.ts';

/** How many questions "did you mean" offers. */
const SUGGESTIONS = 3;
/** What part of the threshold is enough for one that stands beside a likelier one. */
const BESIDE = 0.25;

/** "Did you mean", with what the message may mean by itself. */
export function suggestion(turn: Turn): BotReply | null {
  return suggest(turn, turn.guesses);
}

/** The same while a form is open, whose own question is the way on for whoever meant none of them. */
export function suggestionInForm(turn: Turn): BotReply | null {
  const reply = suggestion(turn);
  if (reply === null) return null;
  const choices = reply.quickReplies.filter(({ intent }) => intent !== ACTION.noneOfThese);
  return { ...reply, quickReplies: [...choices, { label: turn.texts.talkToPerson, intent: BUILT_IN.person }] };
}

/** Null when none of the guesses is likely enough to be offered. */
export function suggest(turn: Turn, guesses: Guesses): BotReply | null {
  const choices = choicesOf(turn, guesses, turn.input.thresholds.suggest);
  if (choices.length === 0) return null;
  const reply = say(turn.texts.didYouMean, { kind: 'suggested', guesses });
  reply.quickReplies = [...choices, { label: turn.texts.noneOfThese, intent: ACTION.noneOfThese }];
  // Being asked back is not an answer yet, nor a failure: the streak stands.
  reply.unsureStreak = turn.input.unsureStreak;
  reply.context = offeringChoices(turn, choices);
  return reply;
}

/**
 * Says that it does not know, and names what comes nearest: of what is too unsure even to ask "did you mean", more than half is meant. It counts
 * as not knowing: who was told so before gets a person.
 */
export function nearestQuestions(turn: Turn): BotReply | null {
  if (turn.input.unsureStreak > 0 || turn.outOfScope) return null;
  const choices = choicesOf(turn, turn.guesses, turn.input.thresholds.hint);
  if (choices.length === 0) return null;
  const reply = say(turn.texts.unsureButNear, { kind: 'suggested', guesses: turn.guesses });
  reply.quickReplies = [...choices, { label: turn.texts.talkToPerson, intent: BUILT_IN.person }];
  reply.unsureStreak = 1;
  reply.context = offeringChoices(turn, choices);
  return reply;
}

type Choice = QuickReply & { intent: string };

/**
 * The questions that are named to whoever is asked back: with the likeliest, others of the guesses that are far less likely, as who reads one
 * button reads three as quickly.
 * @param least how sure the bot has to be of the likeliest
 */
export function namedGuesses(guesses: Guesses, least: number): Guesses {
  const likeliest = guesses[0]?.confidence ?? 0;
  if (likeliest < least) return [];
  return guesses.filter(({ confidence }) => confidence >= least * BESIDE).slice(0, SUGGESTIONS);
}

function choicesOf(turn: Turn, guesses: Guesses, least: number): Choice[] {
  const choices = new Map(guesses.map(({ intent }) => [intent, choice(turn, intent)]));
  const faqs = guesses.filter(({ intent }) => choices.get(intent) !== null);
  return namedGuesses(faqs, least).flatMap(({ intent }) => choices.get(intent) ?? []);
}

function offeringChoices(turn: Turn, choices: readonly Choice[]) {
  const offered = choices.map(({ intent }) => intent);
  return offering(turn.context, offered, turn.input.now);
}

/** The question of an FAQ as a button. */
export function choice(turn: Turn, intent: string): Choice | null {
  // The way to a person is a button of its own below the choices.
  if (intent === BUILT_IN.person || isSmallTalk(intent)) return null;
  const faq = turn.input.book?.faqs.get(intent);
  const label = faq && localize(faq.question, turn.input.locale);
  return label === undefined ? null : { label, intent };
}

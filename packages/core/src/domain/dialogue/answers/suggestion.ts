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
  const choices = guesses
    .filter((guess) => guess.confidence >= turn.input.thresholds.suggest)
    .map((guess) => choice(turn, guess.intent))
    .filter((reply) => reply !== null)
    .slice(0, SUGGESTIONS);
  if (choices.length === 0) return null;
  const reply = say(turn.texts.didYouMean, { kind: 'suggested', guesses });
  reply.quickReplies = [...choices, { label: turn.texts.noneOfThese, intent: ACTION.noneOfThese }];
  // Being asked back is not an answer yet, nor a failure: the streak stands.
  reply.unsureStreak = turn.input.unsureStreak;
  const offered = choices.map(({ intent }) => intent);
  reply.context = offering(turn.context, offered, turn.input.now);
  return reply;
}

/** The question of an FAQ as a button. */
export function choice(turn: Turn, intent: string): (QuickReply & { intent: string }) | null {
  // The way to a person is a button of its own below the choices.
  if (intent === BUILT_IN.person || isSmallTalk(intent)) return null;
  const faq = turn.input.book?.faqs.get(intent);
  const label = faq && localize(faq.question, turn.input.locale);
  return label === undefined ? null : { label, intent };
}

import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import type { Faq } from '../../faq.ts';
import { localize, writtenIn } from '../../locale.ts';
import type { DialogueContext } from '../dialogue-context.ts';
import { exchangePart, isMarked, readFollowUp, readTogether, readWithoutPointers } from './follow-up-words.ts';
import type { FollowUpWords } from './follow-up-words.ts';
import { settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import { suggest } from '../answers/suggestion.ts';
import type { Guesses, Turn } from '../turn.ts';

/** A message that is understood so well by itself needs nothing that went before. */
const CLEAR = 0.9;
/** "And returns?" leans by its own word on what went before, unless it was taught just so. */
const CLEAR_THOUGH_MARKED = 0.99;
/** The second likeliest may be this much as likely as the likeliest, at most, for the bot to choose. */
const RUNNER_UP = 0.7;

type Guess = Guesses[number];

/** A message that leans on what went before, understood with it in every way that there is. */
interface Leaning {
  turn: Turn;
  context: DialogueContext;
  said: FollowUpWords;
  readings: readonly { words: string; guesses: Guesses }[];
}

/**
 * "And to Canada?", "how much is it?", 那退货呢: a question that only means something with what went before. It is understood
 * together with the question before it, and answered only when that says more than the message by itself.
 */
export function followUpQuestion(turn: Turn): BotReply | null {
  const { context } = turn;
  if (context === null || context.intents.length === 0 || turn.input.pressed !== undefined) return null;
  // A clear new question is one, whatever went before; and who asks for a person, greets or thanks is heard.
  const { sure } = turn;
  if (sure !== null && isClear(sure, isMarked(turn.input.text, turn.input.locale) ? CLEAR_THOUGH_MARKED : CLEAR))
    return null;
  const said = readFollowUp(turn.input.text, turn.input.locale);
  if (said === null || (sure !== null && said.kind === 'short')) return null;
  const before = wordsBefore(turn, context);
  const same = sameOfAnotherPart(turn, { ...context, words: before }, said);
  if (same !== null) return same;
  const readings = readTogether(said, before).map((words) => ({
    words,
    guesses: turn.input.understand(words).guesses,
  }));
  const leaning = { turn, context, said, readings };
  const meant =
    sameAgain(leaning) ?? related(leaning) ?? withoutPointers(leaning) ?? parallel(leaning) ?? otherSubject(leaning);
  if (meant !== null) {
    const words = readings[0]?.words ?? turn.input.text;
    const reply = settle(turn, meant.intent, withFirst(meant, readings), words);
    if (reply !== null) return reply;
  }
  return sure === null ? ask(leaning) : null;
}

/** The question before; who goes on in another language asked it in that one, as the site puts it. */
function wordsBefore({ input }: Turn, { words, intents }: DialogueContext): string {
  if (writtenIn(words, input.locale) === input.locale) return words;
  const faq = input.book?.faqs.get(intents.at(-1) ?? '');
  return (faq && localize(faq.question, input.locale)) ?? words;
}

function isClear(sure: Guess, clear: number): boolean {
  return sure.confidence >= clear || sure.intent === BUILT_IN.person || isSmallTalk(sure.intent);
}

/**
 * "And to Canada?" after "how much is delivery to Germany?": the question before, word for word but for its last part. That is
 * what was asked even where the few words alone say something else ("to Canada": do you ship there).
 */
function sameOfAnotherPart(turn: Turn, context: DialogueContext, said: FollowUpWords): BotReply | null {
  const words = said.kind === 'marked' ? exchangePart(said, context.words) : null;
  if (words === null) return null;
  const guesses = turn.input.understand(words).guesses;
  const best = turn.surest(guesses);
  const faq = best && turn.input.book?.faqs.get(best.intent);
  if (!best || !faq || !context.intents.includes(best.intent) || !speaksOf(turn, faq, said)) return null;
  return settle(turn, best.intent, guesses, words);
}

/** The same answer once more is right only if it says something about what is asked now. */
function sameAgain({ turn, context, said, readings }: Leaning): Guess | null {
  if (turn.sure !== null && said.kind !== 'marked') return null;
  for (const { guesses } of readings) {
    const best = turn.surest(guesses);
    if (best === null || !context.intents.includes(best.intent) || !beatsAlone(turn, best)) continue;
    const faq = turn.input.book?.faqs.get(best.intent);
    if (faq !== undefined && speaksOf(turn, faq, said)) return best;
  }
  return null;
}

/** Another question of the same subject: what the message alone and together says of it adds up. */
function related({ turn, context, readings }: Leaning): Guess | null {
  const { sure } = turn;
  const all = sure === null ? [{ guesses: turn.guesses }, ...readings] : readings;
  const candidates = addedUp(all.map(({ guesses }) => guesses)).filter(({ intent }) => {
    const faq = turn.input.book?.faqs.get(intent);
    if (faq === undefined || context.intents.includes(intent) || !isRelated(turn, context, faq)) return false;
    // Who is clear enough alone says so at least in part of what it may mean together with what went before.
    return sure === null || confidenceOf(turn.guesses, intent) >= turn.input.thresholds.suggest / 2;
  });
  const [best, second] = candidates;
  if (best === undefined || best.confidence < turn.input.thresholds.answer || !beatsAlone(turn, best)) return null;
  return (second?.confidence ?? 0) <= best.confidence * RUNNER_UP ? best : null;
}

/** "Can I park there?" after the opening hours: what it is nearest to by itself is surely meant without what points back, and is near. */
function withoutPointers({ turn, context, said }: Leaning): Guess | null {
  const [likely] = turn.guesses;
  const faq = likely && turn.input.book?.faqs.get(likely.intent);
  if (turn.sure !== null || !faq || context.intents.includes(faq.intent) || !isRelated(turn, context, faq)) return null;
  for (const words of readWithoutPointers(said)) {
    const best = turn.surest(turn.input.understand(words).guesses);
    if (best?.intent === faq.intent) return best;
  }
  return null;
}

/**
 * "How much is delivery?", "and returns?": the new words name another subject, and that has a question of the same name
 * (`delivery.cost`, `returns.cost`).
 */
function parallel({ turn, context, said, readings }: Leaning): Guess | null {
  const { thresholds, book } = turn.input;
  if (said.kind !== 'marked') return null;
  const subjects = addedUp([turn.guesses.map(({ intent, confidence }) => ({ intent: subjectOf(intent), confidence }))]);
  const [subject] = subjects;
  if (subject === undefined || subject.confidence < thresholds.suggest) return null;
  // Who is sure of a question is asked for its subject alone: 那退货呢 after the price of delivery is the price of returns.
  if (turn.sure !== null && subjectOf(turn.sure.intent) !== subject.intent) return null;
  const likely = addedUp([turn.guesses, ...readings.map(({ guesses }) => guesses)]);
  for (const intent of context.intents) {
    const same = `${subject.intent}${intent.slice(subjectOf(intent).length)}`;
    const guess = likely.find((candidate) => candidate.intent === same);
    if (same !== intent && book?.faqs.has(same) && guess && guess.confidence >= thresholds.suggest) return guess;
  }
  return null;
}

function subjectOf(intent: string): string {
  return intent.slice(0, intent.lastIndexOf('.'));
}

/** Another subject: only when the message says that it goes on, and its words alone point there, too. */
function otherSubject({ turn, context, said, readings }: Leaning): Guess | null {
  if (said.kind !== 'marked') return null;
  for (const { guesses } of readings) {
    const best = turn.surest(guesses);
    if (best === null || context.intents.includes(best.intent) || !beatsAlone(turn, best)) continue;
    const alone = turn.guesses.find(({ intent }) => intent === best.intent)?.confidence ?? 0;
    if (alone >= turn.input.thresholds.suggest && turn.input.book?.faqs.has(best.intent)) return best;
  }
  return null;
}

function confidenceOf(guesses: Guesses, of: string): number {
  return guesses.find(({ intent }) => intent === of)?.confidence ?? 0;
}

function beatsAlone(turn: Turn, guess: Guess): boolean {
  return guess.confidence > (turn.sure?.confidence ?? 0);
}

/** Of the same category, or offered by what was answered. */
function isRelated(turn: Turn, context: DialogueContext, faq: Faq): boolean {
  return context.intents.some((intent) => {
    const last = turn.input.book?.faqs.get(intent);
    if (last === undefined) return false;
    if (last.category === faq.category || last.followUp === faq.intent) return true;
    const answer = localize(last.answer, turn.input.locale);
    return answer?.quickReplies.some((reply) => reply.intent === faq.intent) ?? false;
  });
}

function speaksOf(turn: Turn, faq: Faq, said: FollowUpWords): boolean {
  const { locale } = turn.input;
  const texts = [localize(faq.answer, locale)?.text ?? '', ...(faq.phrasings[locale] ?? [])].join('\n').toLowerCase();
  return said.content.some((word) => texts.includes(word));
}

/** Each intent's confidence over several readings, as of independent witnesses: 1 − Π (1 − p). Best first. */
function addedUp(readings: readonly Guesses[]): Guess[] {
  const doubts = new Map<string, number>();
  for (const guesses of readings) {
    for (const { intent, confidence } of guesses) doubts.set(intent, (doubts.get(intent) ?? 1) * (1 - confidence));
  }
  return [...doubts]
    .map(([intent, doubt]) => ({ intent, confidence: 1 - doubt }))
    .sort((first, second) => second.confidence - first.confidence);
}

function withFirst(meant: Guess, readings: Leaning['readings']): Guesses {
  const others = (readings[0]?.guesses ?? []).filter(({ intent }) => intent !== meant.intent);
  return [meant, ...others].slice(0, 3);
}

/**
 * It follows on something, but on what is not clear: the honest reply is to ask, with what it may be. Who does not say that
 * it goes on may as well ask something new, so only what is near the last answer is offered then.
 */
function ask({ turn, context, said, readings }: Leaning): BotReply | null {
  const { thresholds, book } = turn.input;
  const all = [turn.guesses, ...readings.map(({ guesses }) => guesses)];
  const likely = addedUp(all).filter(({ intent, confidence }) => {
    if (context.intents.includes(intent)) return false;
    if (said.kind === 'marked') return true;
    const faq = book?.faqs.get(intent);
    const near = faq !== undefined && isRelated(turn, context, faq);
    return near && confidence >= (thresholds.suggest + thresholds.answer) / 2;
  });
  // What the message offers by itself is not worse for having been asked in between.
  const worth = said.kind === 'marked' || (turn.guesses[0]?.confidence ?? 0) < thresholds.suggest;
  return worth ? suggest(turn, likely.slice(0, 3)) : null;
}

import type { BotReply } from '../conversation/bot-commands.ts';
import { BUILT_IN } from '../faq.ts';
import type { Faq } from '../faq.ts';
import { localize } from '../locale.ts';
import type { DialogueContext } from './dialogue-context.ts';
import { readFollowUp } from './follow-up-words.ts';
import type { FollowUpWords } from './follow-up-words.ts';
import { settle } from './settled-answer.ts';
import { isSmallTalk } from './small-talk.ts';
import { suggest } from './suggestion.ts';
import type { Guesses, Turn } from './turn.ts';

interface Reading {
  guesses: Guesses;
  /** What was understood together. */
  words: string;
}

/**
 * "And to Canada?", "how much is it?", 那退货呢: a question that only means something with what went before. It is understood
 * together with the question before it, and answered only when that says more than the message by itself.
 */
export function followUpQuestion(turn: Turn): BotReply | null {
  const { context } = turn;
  const { pressed, text, locale } = turn.input;
  if (context === null || context.intents.length === 0 || pressed !== undefined) return null;
  const said = readFollowUp(text, locale);
  if (said === null) return null;
  const { sure } = turn;
  // A clear new question is one, whatever went before; and who asks for a person, greets or thanks is heard.
  if (sure !== null && (said.kind === 'short' || sure.intent === BUILT_IN.person || isSmallTalk(sure.intent)))
    return null;
  const readings = together(said, context).map((words) => ({ guesses: turn.input.understand(words), words }));
  for (const reading of readings) {
    const meant = turn.surest(reading.guesses);
    if (meant === null || meant.confidence <= (sure?.confidence ?? 0)) continue;
    if (!isMeant(turn, context, said, meant.intent)) continue;
    const reply = settle(turn, meant.intent, reading.guesses, reading.words);
    if (reply !== null) return reply;
  }
  return sure === null && said.kind === 'marked' ? ask(turn, context, readings) : null;
}

/** The ways to read both as one question, the likelier first: the old frame around the new words, then all words. */
function together(said: FollowUpWords, context: DialogueContext): string[] {
  const joined = `${context.words} ${said.rest}`;
  return said.frame(context.words) === '' ? [joined] : [`${said.frame(context.words)} ${said.rest}`, joined];
}

function isMeant(turn: Turn, context: DialogueContext, said: FollowUpWords, intent: string): boolean {
  if (intent === BUILT_IN.person || isSmallTalk(intent)) return false;
  const faq = turn.input.book?.faqs.get(intent);
  if (faq === undefined) return false;
  // The same answer once more is right only if it says something about what is asked now.
  if (context.intents.includes(intent)) return said.kind === 'marked' && speaksOf(turn, faq, said);
  if (isRelated(turn, context, faq)) return true;
  // Another subject: only when the new words alone point there, too.
  return said.kind === 'marked' && turn.guesses.some((guess) => guess.intent === intent);
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
  return said.content.length > 0 && said.content.some((word) => texts.includes(word));
}

/** It follows on something, but on what is not clear: the honest reply is to ask, with what it may be. */
function ask(turn: Turn, context: DialogueContext, readings: readonly Reading[]): BotReply | null {
  const likely = new Map<string, number>();
  for (const { guesses } of [{ guesses: turn.guesses }, ...readings]) {
    for (const { intent, confidence } of guesses) {
      if (context.intents.includes(intent)) continue;
      likely.set(intent, Math.max(confidence, likely.get(intent) ?? 0));
    }
  }
  const guesses = [...likely]
    .map(([intent, confidence]) => ({ intent, confidence }))
    .sort((first, second) => second.confidence - first.confidence)
    .slice(0, 3);
  return suggest(turn, guesses);
}

import { learnTone } from '@solodesk/analytics';
import type { ScoredTalk, TextReader } from '@solodesk/analytics';
import type { Sentiment } from '@solodesk/core';
import type { SaidRow } from './said-rows.ts';

/** From here on what the company's own scores teach makes of a neutral message one that is not. */
const SPEAKS = 0.3;

/**
 * How messages are meant, with what a company's own satisfaction scores teach where there are enough. What people say outright stays as it
 * is read; a message that says neither is taken as those who used its words felt in the end.
 * @param rows what was said, some of it in conversations that were scored @param scores by the conversation's number
 */
export function ownSentiment(
  base: Sentiment,
  reader: Pick<TextReader, 'words'>,
  rows: readonly Pick<SaidRow, 'conversation' | 'text'>[],
  scores: readonly { readonly conversation: number | null; readonly score: number }[],
): Sentiment {
  const talks = new Map<number, { score: number; texts: string[] }>();
  for (const { conversation, score } of scores)
    if (conversation !== null) talks.set(conversation, { score, texts: [] });
  for (const { conversation, text } of rows) talks.get(conversation)?.texts.push(text);
  const scored: ScoredTalk[] = [...talks.values()].filter(({ texts }) => texts.length > 0);
  const tone = learnTone(scored, (text) => reader.words(text).map(({ stem }) => stem));
  if (tone === null) return base;
  return {
    read(text, locale) {
      const found = base.read(text, locale);
      if (found.label !== 'neutral') return found;
      const pull = tone(text);
      const score = Math.max(-1, Math.min(1, found.score + pull));
      if (Math.abs(pull) < SPEAKS || Math.sign(score) !== Math.sign(pull)) return { ...found, score };
      return { ...found, score, label: pull < 0 ? 'negative' : 'positive' };
    },
  };
}

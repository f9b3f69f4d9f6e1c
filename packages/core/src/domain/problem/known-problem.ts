import type { BotReply } from '../conversation/bot-commands.ts';
import { flagPhrase } from '../emergency/flag-phrase.ts';
import { raisedFlag } from '../emergency/red-flags.ts';
import type { Locale, Localized } from '../locale.ts';

/** Something that is broken and that the owner knows of, told to visitors before they ask. */
export interface KnownProblem {
  /** A UUID. */
  readonly id: string;
  readonly site: string;
  /** UTC milliseconds. */
  readonly createdAt: number;
  /** What is told; a language may be missing. */
  readonly text: Localized<string>;
  /** Words by which a question about it is known, as red flags are written: parts that must all be said. */
  readonly words: readonly string[];
  /** Null while it lasts. UTC milliseconds. */
  readonly fixedAt: number | null;
  /** What those who wait are told when it is fixed. */
  readonly fixedText: Localized<string>;
}

/** Somebody who wants to hear when a problem is fixed. */
export interface Waiter {
  readonly visitorKey: number;
  /** Lower case; null where the chat is enough. */
  readonly email: string | null;
  readonly locale: Locale;
}

const ASK_FOR_MAIL: Record<Locale, string> = {
  en: 'Leave your e-mail address, here or at the top of this chat, and you will hear when it is fixed.',
  zh: '请在这里或对话顶部留下邮箱，修好后会通知您。',
};

/** The problem that a message asks about, the newest first; null for none. */
export function problemAskedAbout(text: string, problems: readonly KnownProblem[]): KnownProblem | null {
  return (
    problems.find(({ words }) => {
      const phrases = words.map((phrase) => flagPhrase(phrase));
      return raisedFlag(text, { number: '', flags: [{ name: 'known-problem', phrases, firstAid: {} }] }) !== null;
    }) ?? null
  );
}

/** What is told in a language; the other one where it is missing, rather than nothing. */
export function toldIn(texts: Localized<string>, locale: Locale): string {
  return texts[locale] ?? texts.en ?? texts.zh ?? '';
}

/** What the bot says to somebody who asks about a known problem. */
export function knownProblemReply(problem: KnownProblem, locale: Locale): BotReply {
  return {
    text: `${toldIn(problem.text, locale)}\n${ASK_FOR_MAIL[locale]}`,
    quickReplies: [],
    links: [],
    reason: { kind: 'known_problem', guesses: [], problem: problem.id },
    handoff: null,
    promisedFor: null,
    unsureStreak: 0,
  };
}

import type { BotReply } from '../conversation/bot-commands.ts';
import { offeringPerson, unsure } from './person.ts';
import type { Turn } from './turn.ts';
import { OTHER_LANGUAGES } from './words-of-other-languages.ts';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Japanese is told before anything is answered: it has Chinese characters, and the model can be sure of what it misread in them. */
export function japanese(turn: Turn): BotReply | null {
  const { text, pressed, unsureStreak } = turn.input;
  if (pressed !== undefined || !KANA.test(text) || turn.input.languageOf(text) !== 'ja') return null;
  return unsureStreak > 0 ? unsure(turn) : spokenHere(turn, 'ja');
}

/** "Im in Hamburg" looks like German. */
const HURRIED_ENGLISH = /^\s*im (?:in|at|from|on|not|an?|the|so|very|still|just|\w+ing)\b/i;

/**
 * Whoever writes in a language that the site does not speak is told so: in that language where we can, else in the
 * site's. It is no failure to understand a question, but twice in a row somebody needs a person: the streak goes on.
 */
export function otherLanguage(turn: Turn): BotReply | null {
  const { text, pressed, thresholds, locales, unsureStreak } = turn.input;
  if (pressed !== undefined || unsureStreak > 0) return null;
  // What the model finds something in is in a language that it knows.
  if ((turn.guesses[0]?.confidence ?? 0) >= thresholds.suggest) return null;
  if (HURRIED_ENGLISH.test(text) && locales.includes('en')) return null;
  const language = turn.input.languageOf(text);
  if (language === null || (locales as readonly string[]).includes(language)) return null;
  return spokenHere(turn, language);
}

function spokenHere(turn: Turn, language: string): BotReply | null {
  const { locales, locale, unsureStreak } = turn.input;
  const words = OTHER_LANGUAGES[language] ?? OTHER_LANGUAGES[locale];
  if (words === undefined) return null;
  const you = turn.input.voice.address;
  const spoken = locales.map((each) => words.names[each]).join(words.and);
  const reply = offeringPerson(turn, words.say(spoken).replaceAll('您', you), 'unsure', turn.guesses);
  const quickReplies = reply.quickReplies.map((each) => ({ ...each, label: words.person }));
  return { ...reply, quickReplies, unsureStreak: unsureStreak + 1 };
}

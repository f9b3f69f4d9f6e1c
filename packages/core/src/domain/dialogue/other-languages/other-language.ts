import type { BotReply } from '../../conversation/bot-commands.ts';
import { offeringPerson, unsure } from '../person/person.ts';
import { asksElsewhere } from './questions-of-other-languages.ts';
import type { Turn } from '../turn.ts';
import { OTHER_LANGUAGES } from './words-of-other-languages.ts';
import type { OtherLanguageWords } from './words-of-other-languages.ts';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Japanese is told before anything is answered: it has Chinese characters, and the model can be sure of what it misread in them. */
export function japanese(turn: Turn): BotReply | null {
  if (!writesJapanese(turn)) return null;
  return turn.input.unsureStreak > 0 ? unsure(turn) : spokenHere(turn, 'ja');
}

export function writesJapanese({ input }: Turn): boolean {
  return input.pressed === undefined && KANA.test(input.text) && input.languageOf(input.text) === 'ja';
}

/**
 * Whoever writes in a language that the site does not speak is told so: in that language where we can, else in the
 * site's. It is no failure to understand a question, but twice in a row somebody needs a person: the streak goes on.
 */
export function otherLanguage(turn: Turn): BotReply | null {
  if (turn.input.unsureStreak > 0) return null;
  const language = languageElsewhere(turn);
  return language === null ? null : spokenHere(turn, language);
}

/** One or two words of Latin letters are a name, a brand or a slip: they tell no language to a form that has asked for something. */
const FEW_WORDS = /^\s*[\p{Script=Latin}\p{N}'’.,!-]+(?:\s+[\p{Script=Latin}\p{N}'’.,!-]+)?\s*$/u;
/** Nor do somebody's names, in whatever language they are: "Maria della Valle". */
const NAMES =
  /^\s*\p{Lu}[\p{L}'’.-]*(?:\s+(?:v[ao]n|de[rnls]?|d[aiou]|dos|das|della|l[ae]|el|bin|ben|al|y|e|zu|ter|\p{Lu}[\p{L}'’.-]*)){2,5}[.!]?\s*$/u;

/**
 * The same while a form is open, and whether something is asked: what is told may be an answer to the form, in whatever language. Null: it is in
 * a language that the bot speaks, as far as one can tell. `goOn` leads, in that language, to the question of the form that follows in another.
 */
export function otherLanguageInForm(turn: Turn): { reply: BotReply; asks: boolean; goOn: string } | null {
  const { text } = turn.input;
  if (FEW_WORDS.test(text) || NAMES.test(text)) return null;
  const language = writesJapanese(turn) ? 'ja' : languageElsewhere(turn);
  const reply = language === null ? null : spokenHere(turn, language);
  if (language === null || reply === null) return null;
  return {
    reply,
    asks: asksElsewhere(text, language),
    goOn: wordsOf(turn, language)?.goOn.replaceAll('您', turn.input.voice.address) ?? '',
  };
}

/** "Im in Hamburg" looks like German. */
const HURRIED_ENGLISH = /^\s*im (?:in|at|from|on|not|an?|the|so|very|still|just|\w+ing)\b/i;

/** The language of a message, where it is none that the site speaks. */
function languageElsewhere(turn: Turn): string | null {
  const { text, pressed, thresholds, locales } = turn.input;
  if (pressed !== undefined) return null;
  // What the model finds something in is in a language that it knows.
  if ((turn.guesses[0]?.confidence ?? 0) >= thresholds.suggest) return null;
  if (HURRIED_ENGLISH.test(text) && locales.includes('en')) return null;
  const language = turn.input.languageOf(text);
  return language === null || (locales as readonly string[]).includes(language) ? null : language;
}

/** In that language where we can, else in the site's. */
function wordsOf({ input }: Turn, language: string): OtherLanguageWords | undefined {
  return OTHER_LANGUAGES[language] ?? OTHER_LANGUAGES[input.locale];
}

function spokenHere(turn: Turn, language: string): BotReply | null {
  const { locales, unsureStreak } = turn.input;
  const words = wordsOf(turn, language);
  if (words === undefined) return null;
  const you = turn.input.voice.address;
  const spoken = locales.map((each) => words.names[each]).join(words.and);
  const reply = offeringPerson(turn, words.say(spoken).replaceAll('您', you), 'unsure', turn.guesses);
  const quickReplies = reply.quickReplies.map((each) => ({ ...each, label: words.person }));
  return { ...reply, quickReplies, unsureStreak: unsureStreak + 1 };
}

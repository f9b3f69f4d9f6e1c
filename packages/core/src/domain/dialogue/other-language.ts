import type { BotReply } from '../conversation/bot-commands.ts';
import type { Locale } from '../locale.ts';
import { offeringPerson, unsure } from './person.ts';
import type { Turn } from './turn.ts';

/** What each language calls ours. */
interface Words {
  names: Record<Locale, string>;
  and: string;
  say: (languages: string) => string;
}

/** "I speak … only. I can get a person for you." By ISO 639-1 code. */
const IN: Readonly<Record<string, Words>> = {
  en: {
    names: { en: 'English', zh: 'Chinese' },
    and: ' and ',
    say: (languages) => `Sorry, I only understand ${languages}. I can get a person for you.`,
  },
  zh: {
    names: { en: '英文', zh: '中文' },
    and: '和',
    say: (languages) => `抱歉，我只懂${languages}。我可以帮您转人工。`,
  },
  es: {
    names: { en: 'inglés', zh: 'chino' },
    and: ' y ',
    say: (languages) => `Lo siento, solo entiendo ${languages}. Puedo ponerle en contacto con una persona.`,
  },
  fr: {
    names: { en: "l'anglais", zh: 'le chinois' },
    and: ' et ',
    say: (languages) => `Désolé, je ne comprends que ${languages}. Je peux vous mettre en contact avec une personne.`,
  },
  de: {
    names: { en: 'Englisch', zh: 'Chinesisch' },
    and: ' und ',
    say: (languages) => `Leider verstehe ich nur ${languages}. Ich kann Sie mit einem Menschen verbinden.`,
  },
  pt: {
    names: { en: 'inglês', zh: 'chinês' },
    and: ' e ',
    say: (languages) => `Desculpe, só entendo ${languages}. Posso chamar uma pessoa para ajudar.`,
  },
  it: {
    names: { en: "l'inglese", zh: 'il cinese' },
    and: ' e ',
    say: (languages) => `Mi dispiace, capisco solo ${languages}. Posso metterla in contatto con una persona.`,
  },
  ru: {
    names: { en: 'по-английски', zh: 'по-китайски' },
    and: ' и ',
    say: (languages) => `Извините, я понимаю только ${languages}. Я могу позвать человека.`,
  },
  ja: {
    names: { en: '英語', zh: '中国語' },
    and: 'と',
    say: (languages) => `申し訳ありませんが、${languages}しか分かりません。担当者におつなぎできます。`,
  },
  ko: {
    names: { en: '영어', zh: '중국어' },
    and: ', ',
    say: (languages) => `죄송합니다. 저는 ${languages}만 이해합니다. 상담원을 연결해 드릴 수 있습니다.`,
  },
  ar: {
    names: { en: 'الإنجليزية', zh: 'الصينية' },
    and: ' و',
    say: (languages) => `عذرًا، أنا أفهم ${languages} فقط. يمكنني أن أوصلك بشخص.`,
  },
  nl: {
    names: { en: 'Engels', zh: 'Chinees' },
    and: ' en ',
    say: (languages) => `Sorry, ik begrijp alleen ${languages}. Ik kan u met een mens verbinden.`,
  },
};

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
  const words = IN[language] ?? IN[locale];
  if (words === undefined) return null;
  const you = turn.input.voice.address;
  const spoken = locales.map((each) => words.names[each]).join(words.and);
  return {
    ...offeringPerson(turn, words.say(spoken).replaceAll('您', you), 'unsure', turn.guesses),
    unsureStreak: unsureStreak + 1,
  };
}

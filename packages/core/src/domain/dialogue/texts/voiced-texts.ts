import type { Locale } from '../../locale.ts';
import type { Voice } from '../../voice.ts';
import { chineseTexts } from './bot-texts-zh.ts';
import { englishTexts } from './bot-texts-en.ts';
import type { BotTexts } from './bot-texts.ts';

const MADE: Record<Locale, (voice: Voice) => BotTexts> = { en: englishTexts, zh: chineseTexts };

/** Texts are made once for each voice: every message asks for them. */
const known = new WeakMap<Voice, Partial<Record<Locale, BotTexts>>>();

/** The built-in texts in a site's voice. */
export function botTexts(voice: Voice, locale: Locale): BotTexts {
  let ofVoice = known.get(voice);
  if (ofVoice === undefined) known.set(voice, (ofVoice = {}));
  return (ofVoice[locale] ??= signed(MADE[locale](voice), voice.signOff[locale]));
}

/** The sign-off stands under what may be the last word for a while. */
function signed(texts: BotTexts, signOff: string | undefined): BotTexts {
  if (signOff === undefined) return texts;
  const sign = (text: string) => `${text}\n${signOff}`;
  return {
    ...texts,
    goodbye: sign(texts.goodbye),
    handoffAway: (owner, when) => sign(texts.handoffAway(owner, when)),
    handoffUnsureAway: (owner, when) => sign(texts.handoffUnsureAway(owner, when)),
    ownerSilent: (owner, when) => sign(texts.ownerSilent(owner, when)),
  };
}

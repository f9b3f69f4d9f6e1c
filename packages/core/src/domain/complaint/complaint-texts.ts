import type { Locale } from '../locale.ts';
import type { Voice } from '../voice.ts';

/** What the bot says about complaints: plain regret, no excuse, no joke, no blame. */
export interface ComplaintTexts {
  /** At once, before anything is asked. */
  regret(owner: string, when: string): string;
  /** With buttons under it. */
  proposal(owner: string, texts: readonly string[]): string;
  accept: string;
  decline: string;
  declineAll: string;
  /** @param text what was taken, where there was more than one thing to take */
  accepted(owner: string, text: string | null): string;
  /** Somebody says yes, and not to what. */
  which: string;
  declined(owner: string, when: string): string;
  /** The offer is not open any more. */
  judged: string;
}

function english(tone: Voice['tone']): ComplaintTexts {
  const formal = tone === 'formal';
  return {
    regret: (owner, when) =>
      formal
        ? `I am very sorry about this. I have passed it on to ${owner} as a complaint; you will have an answer by ${when}.`
        : `I'm very sorry about this. I've passed it on to ${owner} as a complaint, and you'll have an answer by ${when}.`,
    proposal: (owner, [text = '', ...others]) =>
      others.length === 0
        ? `${owner} would like to put it right: ${text}`
        : `${owner} would like to put it right. What suits you best?\n${numbered([text, ...others])}`,
    accept: formal ? 'I accept' : 'Yes, I accept',
    decline: 'No, that is not enough',
    declineAll: 'None of these',
    accepted: (owner, text) => `Thank you. ${text === null ? '' : `${text} `}${owner} will see to it now.`,
    which: 'Gladly. Which of these suits you best?',
    declined: (owner, when) => `I understand, and I have told ${owner}, who will answer you by ${when}.`,
    judged: formal ? 'This offer is not open any more.' : "This offer isn't open any more.",
  };
}

function chinese({ address: you }: Voice): ComplaintTexts {
  return {
    regret: (owner, when) =>
      `非常抱歉给${you}带来了不好的体验。我已经把${you}的投诉转给 ${owner}，最晚会在${when}前答复${you}。`,
    proposal: (owner, [text = '', ...others]) =>
      others.length === 0
        ? `${owner} 希望这样为${you}解决：${text}`
        : `${owner} 希望为${you}妥善解决，${you}看哪种方式合适？\n${numbered([text, ...others])}`,
    accept: '接受',
    decline: '不接受',
    declineAll: '都不接受',
    accepted: (owner, text) => `谢谢${you}。${text ?? ''}${owner} 会马上处理。`,
    which: `好的，请问${you}选哪一种？`,
    declined: (owner, when) => `明白了，我已经告诉 ${owner}，最晚会在${when}前再次答复${you}。`,
    judged: '这个方案已经答复过，或者已经不再有效了。',
  };
}

function numbered(texts: readonly string[]): string {
  return texts.map((text, at) => `${at + 1}. ${text}`).join('\n');
}

export function complaintTexts(voice: Voice, locale: Locale): ComplaintTexts {
  return locale === 'zh' ? chinese(voice) : english(voice.tone);
}

import type { Locale } from '../locale.ts';
import type { Voice } from '../voice.ts';

/** What the bot says about complaints: plain regret, no excuse, no joke, no blame. */
export interface ComplaintTexts {
  /** At once, before anything is asked. */
  regret(owner: string, when: string): string;
  /** With two buttons under it. */
  proposal(owner: string, text: string): string;
  accept: string;
  decline: string;
  accepted(owner: string): string;
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
    proposal: (owner, text) => `${owner} would like to put it right: ${text}`,
    accept: formal ? 'I accept' : 'Yes, I accept',
    decline: 'No, that is not enough',
    accepted: (owner) => `Thank you. ${owner} will see to it now.`,
    declined: (owner, when) => `I understand, and I have told ${owner}, who will answer you by ${when}.`,
    judged: formal ? 'This offer has been answered already.' : 'You have answered this offer already.',
  };
}

function chinese({ address: you }: Voice): ComplaintTexts {
  return {
    regret: (owner, when) =>
      `非常抱歉给${you}带来了不好的体验。我已经把${you}的投诉转给 ${owner}，最晚会在${when}前答复${you}。`,
    proposal: (owner, text) => `${owner} 希望这样为${you}解决：${text}`,
    accept: '接受',
    decline: '不接受',
    accepted: (owner) => `谢谢${you}。${owner} 会马上处理。`,
    declined: (owner, when) => `明白了，我已经告诉 ${owner}，最晚会在${when}前再次答复${you}。`,
    judged: `${you}已经答复过这个方案了。`,
  };
}

export function complaintTexts(voice: Voice, locale: Locale): ComplaintTexts {
  return locale === 'zh' ? chinese(voice) : english(voice.tone);
}

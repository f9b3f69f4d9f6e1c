import { ACTION } from '../faq.ts';
import { plainWords } from '../words/plain-words.ts';
import { dropsCallIn } from '../words/withdraws.ts';

/** What the button "Go on with the bot" says, typed: in each voice, as people shorten it, and behind "never mind". */
const RESUMES =
  /^(?:(?:please|oh|ok|no|well|sorry|actually|then|never ?mind|nvm|forget (?:it|that)|no need|i'll|i will|let me|let's|just) )*(?:go on|continue|carry on|go back|back) (?:with|to) the (?:ro)?bot(?: (?:please|then|thanks|thank you))*$|^(?:(?:请|那就?|还是|算了|不用了|不用人工了|好|吧) ?)*(?:(?:继续|接着)(?:和|跟|与|找|让)|回到)机器人(?:继续)?(?:聊|说|回答)?(?:吧)?$/;

/** Who types what a button says, or that nobody need come, must not wait in silence for somebody. */
export type ForBot = { intent: typeof ACTION.resumeBot | typeof ACTION.dropCall };

/** @returns null when the words are the person's to read */
export function typedForBot(text: string): ForBot | null {
  // "Never mind. Thanks!" is one wish.
  const plain = plainWords(text.replace(/[.!。！]+/gu, ' '));
  if (RESUMES.test(plain)) return { intent: ACTION.resumeBot };
  return dropsCallIn(plain) ? { intent: ACTION.dropCall } : null;
}

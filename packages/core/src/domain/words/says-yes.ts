const YES =
  /^(?:yes|yeah|yep|yup|sure|ok|okay|please|please do|go ahead|do (?:it|that)|correct|right|exactly|that one|the first(?: one)?|1|是|是的|对|对的|对啊|嗯|嗯嗯|没错|第一个|就是这个|好|好的|好啊|好吧|行|可以|可以的|要|需要|麻烦(?:你|您)?了?)$/i;
const POLITE = /[\s,，]*(?:please|thanks|thank you|thx|谢谢(?:你|您)?|多谢)$/iu;
/** UTF-16 units of a mere yes. */
export const LONGEST_YES = 24;

/** A word without its marks and its "please". */
export function bareWord(text: string): { word: string; polite: boolean } {
  const bare = text.replace(/[\s.,!?。，！？~～]+$/u, '').trim();
  const word = bare.replace(POLITE, '') || bare;
  return { word, polite: word !== bare };
}

/** Whether a bare word takes what was offered, as "yes" does. */
export function saysYes(word: string): boolean {
  return YES.test(word);
}

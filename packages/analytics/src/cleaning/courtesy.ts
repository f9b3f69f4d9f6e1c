const ENGLISH = [
  'hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day|night)|there|everyone|team|all|sir|madam',
  '(?:many )?(?:thanks|thank (?:you|u)|thx|ty|cheers)(?: (?:a lot|a million|so much|very much|again|in advance|for (?:your|the) (?:quick )?(?:help|time|answer|reply)))*',
  'much appreciated|ok|okay|kk?|alright|all right|sure|yes|yeah|yep|yup|no|nope|nah|got it|understood|i see|please',
  'bye|goodbye|bye bye|see (?:you|ya)(?: later| soon)?|you(?:re| are)? welcome|no (?:problem|worries)|and you|you too',
  '(?:and )?have a (?:nice|good|great|lovely) (?:day|evening|night|weekend|one)',
].join('|');
const CHINESE =
  '你好|您好|早上好|上午好|中午好|下午好|晚上好|早安|晚安|谢谢|多谢|感谢|谢了|非常|十分|好的?|嗯+|哦+|行|可以|明白|知道|收到|了解|是的|对的?|不用|不是|没有|再见|拜拜|辛苦|麻烦|您|你|啊|呀|吧|了|哈+';
const ONLY_ENGLISH = new RegExp(`^(?:(?:${ENGLISH})(?: |$))+$`, 'u');
const ONLY_CHINESE = new RegExp(`^(?:${CHINESE}| )+$`, 'u');
/** UTF-16 units. */
const LONGEST = 60;

/** Whether a message is nothing but a greeting, thanks, a yes or a good-bye: it is said in talks about anything, and so is about nothing. */
export function isCourtesy(text: string): boolean {
  if (text.length > LONGEST) return false;
  const folded = text
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded !== '' && (ONLY_ENGLISH.test(folded) || ONLY_CHINESE.test(folded));
}

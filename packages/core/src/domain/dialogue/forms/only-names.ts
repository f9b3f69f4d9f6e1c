/** Words that only say what an address or a number is, or how it may be used. */
const FRAME =
  /\b(?:hi|hello|ok|so|and|or|my|our|the|is|are|it'?s|its|here'?s|here|this|that'?s|e-?mail|mail|address|phone|mobile|cell|telephone|tel|number|no|nr|order|contact|you|can|could|may|please|reach|write|send|call|me|us|to|at|on|under|by|via|use|also|thanks?|thx)\b|我们?|您|你|的|是|为|电子|邮箱|邮件|电邮|邮址|地址|电话|手机|订单号?|单号|号码?|联系|请|发|到|写|给|可以|用|打|这个|谢谢|方式/giu;
const SAYS = /[\p{L}\p{N}]/u;

/**
 * Whether words name something and say nothing else: "my mail is x@y.example", 我的邮箱是 x@y.example. Such words answer no question
 * but that for what they name.
 * @param named what stands in the words, as it stands there or as the entity finder gives it
 */
export function namesOnly(words: string, named: readonly string[]): boolean {
  if (named.length === 0) return false;
  let rest = words.toLowerCase().replace(/[’‘]/g, "'");
  for (const name of named) rest = rest.replace(name.toLowerCase(), ' ');
  return !SAYS.test(rest.replace(FRAME, ' '));
}

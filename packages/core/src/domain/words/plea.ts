/** What somebody says who does not know what to do: by itself it asks nothing that an FAQ could answer. */
const ENGLISH_WORDS =
  /(?:and |so |but |ok )*(?:what (?:now|next|to do|(?:(?:shall|should|can|could|do|must) (?:i|we) do|am i (?:supposed )?to do|can you do(?: for me| for us)?|are you (?:going|gonna)(?: to)? do)(?: now)?(?: about (?:it|this|that))?)|now what|(?:please |pls )?(?:can|could|will|would) (?:you|anyone|any ?body|some ?one|some ?body) (?:please |pls )?help(?: me| us)?(?: out)?(?: with (?:it|this|that))?|(?:i |we )?(?:really )?need (?:some )?help|(?:please|pls) help(?: me| us)?(?: out)?|any (?:help|ideas?|advice))(?: please| pls)?/
    .source;
const CHINESE_WORDS =
  /(?:请问|請問|那|我|我们|该|該|应该|應該|到底|现在|要)*(?:[怎咋](?:么|麼)?[办辦]|[怎咋](?:么|麼)?(?:处理|處理|解决|解決)|咋整|如何是好|如何(?:处理|處理|解决|解決)|求[助救]|求帮助|求幫助|救命|[帮幫]帮?(?:我|忙)|[帮幫]帮(?:我|忙)|(?:能|可以)不?(?:能|可以)?[帮幫][帮幫]?(?:我|忙)?(?:一下)?[吗嗎]?)(?:[呢啊呀嘛]|才好|好)?/
    .source;
const EDGE = String.raw`[\s,，、.。;；:：!！?？~～…–-]`;
const ENGLISH_AT_END = new RegExp(`${EDGE}+(?:${ENGLISH_WORDS})${EDGE}*$`, 'iu');
const ENGLISH_FIRST = new RegExp(`^${EDGE}*(?:${ENGLISH_WORDS})[,.;:!?–-]+\\s*`, 'iu');
/** The word alone only behind a mark: "this does not help" tells something. */
const HELP_AT_END = new RegExp(String.raw`[,.;:!?–-]+\s*help(?: me| us)?${EDGE}*$`, 'iu');
const HELP_FIRST = /^\s*help(?: me| us)?[,.;:!–-]+\s*/iu;
const CHINESE_AT_END = new RegExp(`${EDGE}*(?:${CHINESE_WORDS})${EDGE}*$`, 'u');
const CHINESE_FIRST = new RegExp(`^${EDGE}*(?:${CHINESE_WORDS})[\\s,，.。;；!！?？]+`, 'u');
/** The quick question: most messages have none of it. */
const MAY_PLEAD = /help|what|advice|ideas?\b|[办辦]|处理|處理|解决|解決|求|救|[帮幫]|咋整|如何是好/iu;
/** "What if it arrives broken?" has not happened: it asks for the rule. */
const SUPPOSED = /\b(?:if|in case|suppose)\b|如果|要是|万一|萬一|假如|的[话話]/iu;
const WORD = /[\p{L}\p{N}]{2}|\p{Script=Han}/u;

/**
 * "My cup is broken, what now?", 杯子碎了，怎么办: the words without the plea for help, which is no question of its own where
 * something was told. The words as they are where there is nothing besides it.
 */
export function withoutPlea(words: string): string {
  if (!MAY_PLEAD.test(words) || SUPPOSED.test(words)) return words;
  const told = words
    .replace(ENGLISH_FIRST, '')
    .replace(HELP_FIRST, '')
    .replace(HELP_AT_END, '')
    .replace(CHINESE_FIRST, '')
    .replace(ENGLISH_AT_END, '')
    .replace(CHINESE_AT_END, '');
  return WORD.test(told) ? told : words;
}

import { plainWords } from '../../words/plain-words.ts';

/** No word of a sentence: "no not cancel, just move it", "the first one", 我不能来. Nor is anybody called thanks. */
const OF_A_SENTENCE =
  /(?:^| )(?:not?|just|it|its|can|can'?t|cannot|don'?t|do not|did|didn'?t|was|were|are|you|your|we|move|cancel|please|this|that|these|those|what|which|the|one|same|because|about|already|now|later|tomorrow|today|yes|hi|hello|thanks|gracias|merci|danke|grazie|obrigad[oa]|either|neither|email|e-mail|phone)(?: |$)|[没不別别].{0,2}[能要会會想用是有]|[这這那]个|[这這那]個|谢谢|謝謝/u;

/** "He is 8 months", "my son", "morning if possible", 明天上午: who else is meant, or when. */
const OF_SOMEBODY_ELSE =
  /(?:^| )(?:(?:he|she|they|who)(?:'s|'re| is| are| was| were)|(?:has|have|had|been|also|with|for|over|under|still|again|his|their|our)|(?:my|our|her|his|their) (?:(?:little|older?|younge?r?|own|new) )?(?:son|daughter|kid|child|baby|husband|wife|mum|mom|mother|dad|father|partner|dog|cat|back|head|tooth|teeth|knee|leg|arm|eye|ear|skin|phone|order)s?)(?: |$)|[他她它](?:是|有|今|才|已|的)|(?:孩子|宝宝|儿子|女儿|老公|老婆|我[妈爸])(?:是|有|的|在|发|才|今|刚|也|都)/u;
const OF_A_TIME =
  /(?:^| )(?:(?:in|on|at|by) (?:the|about|around|\d+)|if possible|as soon as|asap|(?:this|next|every|early|late) (?:morning|afternoon|evening|week|month)|(?:morning|afternoon|evening)s?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:years?|months?) old)(?: |$)|[今明后後昨]天|[上下]午|晚上|早上|星期|礼拜|迟到|预约|打电话|可能|应该|怎么|什么|[吗呢吧啊呀]$/u;
/** "Ramipril 5mg", "10", 38度: how much of something. A date beside a name is none of it. */
const OF_A_QUANTITY =
  /(?:^|[^\d./-])\d{1,4} ?(?:mg|ml|mcg|g|kg|cm|mm|x|%|°|c|am|pm|h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|yrs?|years?|yo|pills?|tablets?|euros?|€)(?: |$)|^(?:(?:at|around|about|um) )?\d{1,3}\D{0,6}$|\d ?(?:岁|个月|天|周|点|度|号|片|粒|毫克|元|块)/u;

/**
 * Whether words in a name's place are nobody's name.
 * @param plain as `plainWords` gives them
 * @param words as they were written: "Lily, 8 months" begins with a name
 */
export function isNobody(plain: string, words: string): boolean {
  const [first = ''] = words.split(/[,，;；]/);
  const head = plainWords(first);
  return OF_A_SENTENCE.test(plain) || [OF_SOMEBODY_ELSE, OF_A_TIME, OF_A_QUANTITY].some((one) => one.test(head));
}

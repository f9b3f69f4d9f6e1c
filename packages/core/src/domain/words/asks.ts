import { withoutPlea } from './plea.ts';

/** Two or more letters of which most are a question: what is asked rather than told. */
const QUESTION =
  /[?？]\s*$|^(?:(?:and|but|so|also|by the way|btw|ok(?:ay)?|wait|hm+|um+|uh+|oh|ah|well|actually|hey|hi|hello|sorry|then|quick question)[,.:!…]* ){0,3}(?:(?:what|how|when|where|who|why)(?:['’]?s|['’]?re)?|which|can|could|do|does|is|are|will|would|may|should|did)\b|[吗嗎呢]\s*[。.!！]?$|^[那这]?咋|啥时候|多少|多久|什么时候|几点|几号|哪天|怎么|如何|为什么|哪里|哪儿|能不能|可不可以|是不是|有没有|(\p{Script=Han})不\1|\p{Script=Han}不\s*[?？。.!！~～]*$/iu;

/** "When I save it, the page stays white", "when i click it the page just dies": such a clause says when, and asks nothing. */
const WHENEVER =
  /^\s*when(?:ever)? (?:(?:i|we|you|he|she|they|it|my|our|the)\b[^,?？]{4,},\s*(?=[^?？]*$)|(?:i|we) [^,?？]{3,60}?(?= (?:it|nothing|everything|the \w+|my \w+) (?:just|still|only|always|keeps?|never|does|crashes|freezes|stops|says|dies|goes|shows|happens|stays)\b[^?？]*$))/i;

/** Whether words are a question as a whole: they begin or end as one. */
export function looksLikeQuestion(words: string): boolean {
  return QUESTION.test(withoutPlea(words).replace(WHENEVER, '').trim());
}

/** A question word asks at the beginning of a clause or after "tell me"; "it does nothing when I click" asks nothing. */
const ASKS_SOMEWHERE =
  /[?？]|(?:^|[.,;:!\n–-]\s*|\b(?:and|but|so|or|also|hi|hello|hey|ok|please|tell me|know|wonder|wondering|ask|asked|asking|meant|explain|understand|unsure|sure|idea|see|out|me|curious|about)\s+)(?:how|what|where|when|which|who|whose|why|whether)\b|\b(?:can|could|may|should|do|does|is|are) (?:i|we|you|it|there|the)\b|[吗嗎呢]|怎[么样麼]|如何|哪[里儿个些天]|几[点號号]|多少|多久|什么|能不能|可不可以|可以.{0,6}[吗嘛]|是不是|有没有|(\p{Script=Han})不\1|\p{Script=Han}不\s*[?？。.!！~～]*$/iu;

/** Whether something is asked anywhere in the words. */
export function asksSomewhere(words: string): boolean {
  return ASKS_SOMEWHERE.test(withoutPlea(words.replace(/[’‘]/g, "'")).replace(WHENEVER, ''));
}

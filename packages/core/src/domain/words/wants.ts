import { asksSomewhere } from './asks.ts';
import { simplify } from './simplify.ts';

const WANTS =
  /\b(?:i|i'd|i'm|i've|my|we|our|please|pls|want|need|wanna|let me|start|book|report|request|sign me up|arrived|came|received|got|broken|damaged|cancel|help|give me)\b|我|想|要|请|帮|求助|麻烦|收到|坏|碎|破|需要|预约|报名|申请/i;

/** "Change the address", 换个地址: one word that orders it. "Return policy" orders nothing. */
const ORDERS =
  /^\s*(?:change|correct|update|move|return|exchange|replace|refund|cancel|stop|hold|book) (?:the|my|this|that|it|an?|one|order)\b|^\s*(?:换|換|改|退|修改|更改|取消)(?:一?[个個下]|成|[这這那我掉])|^\s*(?:[预預]?[约約]|[预預]?[订訂])(?:[个個]|一?下|[今明后後周週星礼禮]|\d)/i;

/** Whether words begin as a command: "stop my order", 换个地址. */
export function isCommand(words: string): boolean {
  return ORDERS.test(
    simplify(words).replace(
      /^\s*(?:please|pls|just|can you(?: please)?|could you(?: please)?|请|麻烦|帮我|给我)[\s,，]*/iu,
      '',
    ),
  );
}

/** "Can you book her in": a question by its words alone. */
const BOOKS_SOMEBODY =
  /\b(?:can|could|would) you (?:please |pls |just |possibly )?(?:book|fit|squeeze|schedule|sign) (?:me|us|him|her|them|my \w+)\b/i;
/** "Will I be charged again". */
const ASKS_WHETHER =
  /^\s*(?:(?:and|but|so|ok|okay|hi|hello|also)[\s,]+)*(?:will|did|am|was|were|has|have) (?:i|we|it|they|there|my|the|this|that)\b/i;

/** Whether words that are about something want it done, rather than ask about it. */
export function isRequest(words: string): boolean {
  const plain = simplify(words).replace(/[’‘]/g, "'");
  if (BOOKS_SOMEBODY.test(plain)) return true;
  if (ASKS_WHETHER.test(plain)) return false;
  return (WANTS.test(plain) || ORDERS.test(plain)) && !asksSomewhere(plain);
}

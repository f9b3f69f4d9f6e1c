import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import type { AnswerContent } from '../../faq.ts';
import { PRODUCT_FACTS } from '../../product.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { announces } from './announced-question.ts';
import { followUpQuestion } from './follow-up-question.ts';
import { productContent } from '../products/product-answer.ts';
import { questionWord } from './question-word.ts';
import { contextOf, faqAnswer, settle } from '../answers/settled-answer.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import { Turn, say } from '../turn.ts';
import type { Guesses } from '../turn.ts';

/** What makes a question of a Chinese sentence, which often has no question mark. */
const ASKS = '(?:多少|多久|什[么麼]|怎[么麼]|哪|[几幾]|[吗嗎]|能不能|可不可以|是不是|有[没沒]有|何[时時])';
/** A comma between two of them: 运费多少，多久能到. */
const COMMA_BETWEEN = `(?<=${ASKS}[^,，]{0,8})[,，]\\s*(?=[^,，]{0,12}${ASKS})`;
/** Where a second question may begin: after a question mark, or at words that add one. */
const NEXT_QUESTION = new RegExp(
  `${
    /[?？]+\s*(?=[^\s?？!！.。]{2})|[,;，；。.!！]?\s*\b(?:and|n|also|plus)\s+(?=(?:also\s+)?(?:what|how|when|where|who|which|why|can|could|do|does|is|are|will|would|may|should)\b)|(?:[,，;；。！!]|(?<=[吗呢吧嘛]))\s*(?:还有|另外|以及|顺便|并且|而且|同时)[,，:：]?(?=.{2})/
      .source
  }|${COMMA_BETWEEN}`,
  'giu',
);
/** The same, but quick to tell: most messages have none of it. */
const MAY_BE_SEVERAL = new RegExp(
  `${/[?？].*\S|\b(?:and|n|also|plus)\b|还有|另外|以及|顺便|并且|而且|同时/.source}|[,，].*${ASKS}`,
  'is',
);
/** A greeting that a question stands behind. */
const GREETING_BEFORE =
  /^\s*(?:(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|guys|everyone))?|你好|您好|哈喽|哈啰|嗨|早上好|上午好|中午好|下午好|晚上好|在吗|亲)(?:[呀啊哦]?[\s,，!！.。~～:：、]+|(?=\p{Script=Han}))/iu;
/** Words that open a sentence and say nothing: "ok sorry. how long is delivery". */
const FILLER_BEFORE =
  /^\s*(?:(?:ok(?:ay)?|oh|ah|sorry|alright|well|hm+|thanks|thank you|never ?mind|my bad|i see|got it)[\s,!.…]+|(?:好的?|嗯+|抱歉|不好意思|对不起|谢谢|知道了|明白了)[\s,，!！.。…]+)+(?=\S)/iu;
const WORD = /[\p{L}\p{N}]/u;
const MOST_QUESTIONS = 3;
/** Who numbers their questions wants each of them answered. */
const MOST_NUMBERED = 6;
const NUMBERED = /(?:^|\s)\(?1[.):、][^\d][\s\S]*\s\(?2[.):、][^\d]/;
const NEXT_NUMBER = /(?:^|\s)\(?[1-9][.):、]\s*(?=\D)/;
/** Longer texts are stories, not lists of questions. */
const LONGEST = 500;
/** Buttons under one message. */
const MOST_REPLIES = 6;

/** Where a sentence ends: behind small talk there may be a question. */
const SENTENCE = /[,;:.!\n，；：。！]+\s*/u;

/**
 * Several questions in one message get their answers in order, if the bot is sure of two or more; and a greeting or a curse
 * does not swallow the question that comes with it.
 */
export function severalQuestions(turn: Turn): BotReply | null {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || text.length > LONGEST) return null;
  const greeting = GREETING_BEFORE.exec(text) ?? FILLER_BEFORE.exec(text);
  const asked = greeting === null ? text : text.slice(greeting[0].length);
  const isList = NUMBERED.test(asked);
  const parts = isList
    ? partsOf(asked, NEXT_NUMBER, MOST_NUMBERED)
    : MAY_BE_SEVERAL.test(asked)
      ? partsOf(asked, NEXT_QUESTION)
      : [];
  if (parts.length > 1 && parts.every(isLongEnough)) {
    const several = answerEach(turn, parts, 2);
    if (several !== null) return several;
  }
  return behindSmallTalk(turn, greeting === null ? null : asked);
}

/** Only when the whole was taken for small talk, or for nothing because of a greeting: most of them do no harm. */
function behindSmallTalk(turn: Turn, behindGreeting: string | null): BotReply | null {
  const { text } = turn.input;
  if (behindGreeting === null && !SENTENCE.test(text)) return null;
  const { sure } = turn;
  if (sure !== null ? !isSmallTalk(sure.intent) : behindGreeting === null) return null;
  if (behindGreeting !== null) {
    const answer = answerEach(turn, [behindGreeting], 1);
    if (answer !== null) return answer;
  }
  const parts = partsOf(text, SENTENCE);
  const answer = parts.length > 1 ? answerEach(turn, parts, 1) : null;
  return answer !== null && sure?.intent === BUILT_IN.insult ? insultCounted(turn, answer) : answer;
}

/** "… and how much" is a whole question behind another. */
const BARE_WORD = /^how (?:much|long)\b/i;

/** "Thanks!" and "(order 1042)" behind a question are none. */
function isLongEnough(part: string): boolean {
  if (BARE_WORD.test(part)) return true;
  return /\p{Script=Han}/u.test(part) ? part.length >= 3 : (part.match(/[a-z']+/gi)?.length ?? 0) >= 3;
}

function insultCounted(turn: Turn, reply: BotReply): BotReply {
  const context = reply.context ?? NOTHING_YET;
  return { ...reply, context: { ...context, insults: context.insults + 1, at: turn.input.now } };
}

function partsOf(text: string, separator: RegExp, most = MOST_QUESTIONS): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => WORD.test(part) && !announces(part))
    .slice(0, most);
}

/** "Do you ship to Norway, and what does it cost?": a part that says little by itself is a follow-up of the one before it. */
function leaningOn(turn: Turn, before: { intent: string; words: string } | null, part: string): Guesses[number] | null {
  if (before === null) return null;
  const context = contextOf(turn, [before.intent], before.words);
  const leaning = new Turn({ ...turn.input, text: part }, turn.texts, context);
  const reason = (questionWord(leaning) ?? followUpQuestion(leaning))?.reason;
  return reason?.kind === 'answered' ? (reason.guesses[0] ?? null) : null;
}

/** Null when the bot is sure of fewer than `enough` of them. */
function answerEach(turn: Turn, parts: readonly string[], enough: number): BotReply | null {
  const answers = new Map<string, AnswerContent>();
  const guesses: Guesses[number][] = [];
  let before: { intent: string; words: string } | null = null;
  for (const part of parts) {
    const product = answers.has(PRODUCT_FACTS) ? null : productContent(turn, part);
    if (product !== null) {
      answers.set(PRODUCT_FACTS, product);
      guesses.push({ intent: PRODUCT_FACTS, confidence: 1 });
      continue;
    }
    const sure: Guesses[number] | null =
      turn.surest(turn.input.understand(part).guesses) ?? leaningOn(turn, before, part);
    // Whoever asks for a person in one of the questions gets one: the whole message is decided as usual.
    if (sure?.intent === BUILT_IN.person) return null;
    const answer = sure && !answers.has(sure.intent) ? faqAnswer(turn, sure.intent) : null;
    if (sure === null || answer === null) continue;
    answers.set(sure.intent, answer);
    guesses.push(sure);
    before = { intent: sure.intent, words: part };
  }
  if (answers.size < enough) return null;
  // One alone is what the message is about: a form may begin with it, or stand under it.
  const [only] = guesses;
  const settled = enough === 1 && guesses.length === 1 && only ? settle(turn, only.intent, guesses) : null;
  if (settled !== null) return settled;
  return answeredTogether(turn, answers, guesses, parts.at(-1) ?? turn.input.text);
}

/** The answers one after the other, with what stands under each of them. @param words that the follow-ups lean on */
export function answeredTogether(
  turn: Turn,
  answers: ReadonlyMap<string, AnswerContent>,
  guesses: Guesses,
  words: string,
): BotReply {
  const all = [...answers.values()];
  const reply = say(all.map(({ text }) => text).join('\n\n'), { kind: 'answered', guesses });
  reply.quickReplies = all
    .flatMap(({ quickReplies }) => quickReplies)
    // A button for what has just been answered, or the same one twice, is of no use.
    .filter(({ intent, label }, at, replies) => {
      if (intent !== undefined && answers.has(intent)) return false;
      return replies.findIndex((other) => other.label === label) === at;
    })
    .slice(0, MOST_REPLIES);
  reply.links = all
    .flatMap(({ links }) => links)
    .filter(({ url }, at, links) => links.findIndex((l) => l.url === url) === at);
  reply.context = contextOf(turn, [...answers.keys()], words);
  return reply;
}

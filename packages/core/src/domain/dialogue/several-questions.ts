import type { BotReply } from '../conversation/bot-commands.ts';
import { BUILT_IN } from '../faq.ts';
import type { AnswerContent } from '../faq.ts';
import { contextOf, faqAnswer } from './settled-answer.ts';
import { isSmallTalk } from './small-talk.ts';
import { say } from './turn.ts';
import type { Guesses, Turn } from './turn.ts';

/** Where a second question may begin: after a question mark, or at words that add one. */
const NEXT_QUESTION =
  /[?？]+\s*(?=[^\s?？!！.。]{2})|[,;，；。.!！]?\s*\b(?:and|also|plus)\s+(?=(?:also\s+)?(?:what|how|when|where|who|which|why|can|could|do|does|is|are|will|would|may|should)\b)|[,，;；。]?\s*(?:还有|另外|以及|顺便|并且|而且|同时)[,，:：]?(?=.{2})/giu;
/** A greeting that a question stands behind. */
const GREETING_BEFORE =
  /^\s*(?:(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|guys|everyone))?|你好|您好|哈喽|哈啰|嗨|早上好|上午好|中午好|下午好|晚上好|在吗|亲)(?:[呀啊哦]?[\s,，!！.。~～:：、]+|(?=\p{Script=Han}))/iu;
const MOST_QUESTIONS = 3;
/** Longer texts are stories, not lists of questions. */
const LONGEST = 500;
/** Buttons under one message. */
const MOST_REPLIES = 6;

/**
 * Several questions in one message get their answers in order, if the bot is sure of two or more; and a greeting does not
 * swallow the question behind it.
 */
export function severalQuestions(turn: Turn): BotReply | null {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || text.length > LONGEST) return null;
  const parts = text
    .split(NEXT_QUESTION)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, MOST_QUESTIONS);
  if (parts.length > 1) {
    const several = answerEach(turn, parts);
    if (several !== null) return several;
  }
  return behindGreeting(turn);
}

function answerEach(turn: Turn, parts: readonly string[]): BotReply | null {
  const answers = new Map<string, AnswerContent>();
  const guesses: Guesses[number][] = [];
  for (const part of parts) {
    const sure = turn.surest(turn.input.understand(part));
    // Whoever asks for a person in one of the questions gets one: the whole message is decided as usual.
    if (sure?.intent === BUILT_IN.person) return null;
    const answer = sure && !answers.has(sure.intent) ? faqAnswer(turn, sure.intent) : null;
    if (sure === null || answer === null) continue;
    answers.set(sure.intent, answer);
    guesses.push(sure);
  }
  if (answers.size < 2) return null;
  const all = [...answers.values()];
  return {
    ...say(all.map(({ text }) => text).join('\n\n'), { kind: 'answered', guesses }),
    quickReplies: all
      .flatMap(({ quickReplies }) => quickReplies)
      // A button for what has just been answered, or the same one twice, is of no use.
      .filter(({ intent, label }, at, replies) => {
        if (intent !== undefined && answers.has(intent)) return false;
        return replies.findIndex((other) => other.label === label) === at;
      })
      .slice(0, MOST_REPLIES),
    links: all
      .flatMap(({ links }) => links)
      .filter(({ url }, at, links) => links.findIndex((l) => l.url === url) === at),
    context: contextOf(turn, [...answers.keys()], parts.at(-1) ?? turn.input.text),
  };
}

/** Only when the whole was taken for small talk: most greetings do no harm. */
function behindGreeting(turn: Turn): BotReply | null {
  const { text } = turn.input;
  const greeting = GREETING_BEFORE.exec(text);
  if (greeting === null) return null;
  const { sure } = turn;
  if (sure !== null && !isSmallTalk(sure.intent)) return null;
  const question = turn.input.understand(text.slice(greeting[0].length));
  const meant = turn.surest(question);
  if (meant === null) return null;
  const answer = isSmallTalk(meant.intent) ? null : faqAnswer(turn, meant.intent);
  if (answer === null) return null;
  return {
    ...say(answer.text, { kind: 'answered', guesses: question }),
    quickReplies: answer.quickReplies,
    links: answer.links,
    context: contextOf(turn, [meant.intent], text),
  };
}

import type { BotReply } from '../conversation/bot-commands.ts';
import { unsure } from './person.ts';
import { settle } from './settled-answer.ts';
import type { Turn } from './turn.ts';

const YES =
  /^(?:yes|yeah|yep|yup|sure|correct|right|exactly|that one|the first(?: one)?|1|是|是的|对|对的|对啊|嗯|没错|第一个|就是这个)$/i;
const NO = /^(?:no|nope|none|none of (?:these|them)|neither|不是|都不是|不对|没有)$/i;
const ORDINAL: readonly RegExp[] = [
  /^(?:1|(?:the )?first(?: one)?|第一个)$/i,
  /^(?:2|(?:the )?second(?: one)?|第二个)$/i,
  /^(?:3|(?:the )?third(?: one)?|第三个)$/i,
];
const LONGEST = 20;

/** "Yes", "no" and "the second one" after "did you mean", typed instead of pressed. "Yes" to several questions says nothing. */
export function choiceAmongOffered(turn: Turn): BotReply | null {
  const offered = turn.context?.offered ?? [];
  const { pressed, text } = turn.input;
  if (offered.length === 0 || pressed !== undefined || text.length > LONGEST) return null;
  const word = text.replace(/[\s.,!?。，！？~～]+$/u, '').trim();
  if (NO.test(word)) {
    const reply = unsure(turn);
    return { ...reply, reason: { ...reply.reason, declined: true } };
  }
  const place = YES.test(word) && offered.length === 1 ? 0 : ORDINAL.findIndex((ordinal) => ordinal.test(word));
  const intent = offered[place];
  return intent === undefined ? null : settle(turn, intent, [{ intent, confidence: 1 }]);
}

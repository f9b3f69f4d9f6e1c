import type { BotReply } from '../../conversation/bot-commands.ts';
import { callPerson } from './person.ts';
import { plainWords } from '../../words/plain-words.ts';
import type { Turn } from '../turn.ts';

/** Longer messages want something of them. UTF-16 units. */
const LONGEST = 60;
const OPENS = '(?:(?:hi|hello|hey|ok|please|pls|so|and|sorry|um+)[\\s,]+)*';
const ENDS = '(?:[\\s,]+(?:please|pls|now|today|instead|directly|thanks|thank you))*';
const TALK =
  "(?:(?:can|could|may) (?:i|you|we)|i(?:'d| would)? (?:want|need|like)(?: to)?|let me|please|just)?\\s*(?:(?:talk|speak|chat|write) (?:to|with)|get me|get|call|put me through to|connect me (?:to|with))";
const HERE = '(?:there|here|around|in|available|online|free|awake)';

/**
 * "Can I talk to Mei?", 我要找Mei, Mei在吗: whoever asks for the owner by name wants a person. An FAQ about the owner is asked otherwise, and the
 * name alone asks nothing.
 */
export function ownerByName(turn: Turn): BotReply | null {
  return !turn.input.form && wantsOwner(turn) ? callPerson(turn, 'asked', []) : null;
}

/** Whether a message asks for the owner by name, and for nothing else. */
export function wantsOwner(turn: Turn): boolean {
  const { text, pressed, ownerName } = turn.input;
  if (pressed !== undefined || text.length > LONGEST || ownerName.length < 2) return false;
  if (!text.toLowerCase().includes(ownerName.toLowerCase())) return false;
  const rest = turn.plain.replace(plainWords(ownerName), '<owner>');
  return ENGLISH.test(rest) || CHINESE.test(rest);
}

const ENGLISH = new RegExp(
  `^${OPENS}(?:${TALK} <owner>(?: ${HERE})?|(?:is|where(?:'s| is)) <owner>(?: ${HERE})?)${ENDS}$`,
);
const CHINESE =
  /^(?:你好|您好|请问|那|麻烦|请|[ ])*(?:(?:我|帮我|给我|能不能|能|可以)*(?:想|要)?(?:直接)?(?:找|转|叫|跟|和|让|联系)(?:一下)?<owner>(?:本人)?(?:说话?|聊|谈|来|接|讲)?(?:一下)?(?:吧|吗|可以吗|好吗)?|<owner>(?:本人)?(?:在吗|在不在|在么|有空吗|呢))$/;

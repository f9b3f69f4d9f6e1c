import type { BotReply } from '../../conversation/bot-commands.ts';
import { plainWords } from '../../words/plain-words.ts';
import { offeringPerson } from './person.ts';
import type { Turn } from '../turn.ts';

/** UTF-16 units. */
const LONGEST = 90;
const CALLS =
  /^(?:(?:hello|hi|hey|um+|so|ok) )*(?:is |are )?(?:there )?(?:any ?(?:one|body)|some ?(?:one|body)|you)(?: still| even)? (?:there|here|in|home|around|available|online|at home)(?: (?:please|now|at all|right now))*$|^(?:is there )?any ?(?:one|body)$/;
/** "Is there anyone I could talk to about this", "no one real?", 有没有人能跟我聊聊. */
const WANTS_SOMEBODY =
  /^(?:(?:hello|hi|hey|um+|so|ok|and|but) )*(?:(?:is|isn't|are) there )?(?:any|some|no) ?(?:one|body)(?: else)?(?= (?:real|human|alive|that|who|whom|i|we)\b)(?: (?:real|human|alive))? ?(?:(?:that |who(?:m)? )?(?:i|we) (?:can|could|may) (?:talk|speak|write|turn) to(?: directly)?)?(?: ?(?:here|there|about (?:this|that|it|my \w+)|please))*$|^(?:你好|请问|那| )*有(?:没有)?(?:哪位|谁|人|活人|真人)(?:可以|能)?(?:跟|和|帮|陪)?我?(?:聊|说|谈|讲|看)(?:一?下|聊|谈|说)?(?:这个|这事)?的?(?:吗|么|呢)?$/;

/** "Is anyone there?": somebody is, and says what it is; a person is a button away. It is no question that the bot did not know; what an FAQ answers comes first. */
export function callsOut(turn: Turn): BotReply | null {
  const { pressed, form, text, unsureStreak } = turn.input;
  if (pressed !== undefined || form || text.length > LONGEST) return null;
  const plain = plainWords(text.replace(/[!?.]+/g, ' '));
  if (!CALLS.test(plain) && !WANTS_SOMEBODY.test(plain)) return null;
  return { ...offeringPerson(turn, turn.texts.iAmABot, 'small_talk', []), unsureStreak };
}

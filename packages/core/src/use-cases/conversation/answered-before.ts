import { answersLike } from '../../domain/conversation/earlier-answer.ts';
import type { EarlierAnswer } from '../../domain/conversation/earlier-answer.ts';
import type { Store } from '../../ports/store.ts';

/** So many answers are looked through, the newest: older ones are often no longer true. */
const LOOKED_AT = 400;
/** The question is among the last of them, or nobody asks any more. */
const LOG = 12;
const MOST = 3;

/** What the owner said, in other conversations, to questions like the last one of this one. It is offered, never sent. */
export async function answeredBefore(
  store: Pick<Store, 'readLog' | 'earlierAnswers'>,
  site: string,
  conversationKey: number,
): Promise<EarlierAnswer[]> {
  const log = await store.readLog(conversationKey, { limit: LOG });
  const [asked] = log
    .map(({ entry }) => entry)
    .filter((entry) => entry.type === 'visitor_message')
    .slice(-1);
  if (asked?.type !== 'visitor_message') return [];
  const answers = await store.earlierAnswers(site, LOOKED_AT);
  const ofOthers = answers.filter((answer) => answer.conversationKey !== conversationKey);
  return answersLike(asked.text, ofOthers, MOST);
}

import type { Conversation } from '../../domain/conversation/conversation.ts';
import { stillKnown } from '../../domain/dialogue/dialogue-context.ts';
import { fixAwaited } from '../../domain/problem/await-fix.ts';
import type { KnownProblem } from '../../domain/problem/known-problem.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { awaitFix } from './known-problems.ts';
import type { Desk } from '../desk.ts';

interface Words {
  readonly text: string;
  readonly intent?: string;
}

/** The known problem whose end somebody asks to hear of with these words, and where; null for none. */
export function awaitedFix(
  { problems, knowledge, clock }: Pick<Desk, 'problems' | 'knowledge' | 'clock'>,
  { site, form, locale, timeZone, context }: Conversation,
  words: Words,
): { problem: KnownProblem; email: string | null } | null {
  const lasting = problems.of(site);
  if (lasting === undefined || lasting.length === 0 || form !== null) return null;
  const now = clock.now();
  const question = { now, timeZone: timeZone ?? 'UTC', locale, kinds: ['email' as const] };
  const email = knowledge.of(site)?.entities.find(words.text, question)[0]?.value.toLowerCase() ?? null;
  const id = fixAwaited(stillKnown(context, now), words, words.intent === undefined ? email : null);
  const problem = lasting.find((one) => one.id === id);
  return problem === undefined ? null : { problem, email };
}

/** Who asks for it is on the list before they are told so. */
export async function waitForFix(desk: Desk, visitor: Visitor, words: Words): Promise<void> {
  if ((desk.problems.of(visitor.site)?.length ?? 0) === 0) return;
  const conversation = await desk.store.findConversationOfVisitor(visitor.site, visitor.key);
  const awaited = conversation === null ? null : awaitedFix(desk, conversation, words);
  if (awaited === null) return;
  const { problem, email } = awaited;
  await awaitFix(desk, visitor, problem.id, email);
}

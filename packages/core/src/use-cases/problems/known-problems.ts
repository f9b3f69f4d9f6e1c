import { DecisionDraft } from '../../domain/conversation/decision.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { newConversation } from '../../domain/conversation/conversation.ts';
import { DeskError } from '../../domain/desk-error.ts';
import { toldIn } from '../../domain/problem/known-problem.ts';
import type { KnownProblem } from '../../domain/problem/known-problem.ts';
import type { Localized } from '../../domain/locale.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { UntoldWaiter } from '../../ports/problem-store.ts';
import { commitDecision } from '../commit-decision.ts';
import type { Desk } from '../desk.ts';

/** More would hide the log under the banner. */
const MOST_PROBLEMS = 3;
const AT_ONCE = 200;

/** Reads what lasts on a site, at its arrival and after each change. */
export async function loadProblems({ store, problems }: Desk, site: string): Promise<void> {
  const listed = await store.problems(site, MOST_PROBLEMS);
  problems.set(
    site,
    listed.map(({ problem }) => problem).filter(({ fixedAt }) => fixedAt === null),
  );
}

/** @throws DeskError `conflict` when three problems last already. */
export async function addKnownProblem(
  desk: Desk,
  site: string,
  { text, words }: { text: Localized<string>; words: readonly string[] },
): Promise<KnownProblem> {
  if ((desk.problems.of(site)?.length ?? 0) >= MOST_PROBLEMS) {
    throw new DeskError('conflict', `${MOST_PROBLEMS} known problems are shown already; mark one as fixed first`);
  }
  const problem: KnownProblem = {
    ...{ id: desk.ids.uuid(), site, text, words },
    createdAt: desk.clock.now(),
    fixedAt: null,
    fixedText: {},
  };
  await desk.store.addProblem(problem);
  await loadProblems(desk, site);
  return problem;
}

/** @throws DeskError `not_found` when it does not last any more. */
export async function markProblemFixed(desk: Desk, site: string, id: string, text: Localized<string>): Promise<void> {
  const fixed = { fixedAt: desk.clock.now(), fixedText: text };
  if (!(await desk.store.fixProblem(site, id, fixed))) throw new DeskError('not_found', 'no such problem');
  await loadProblems(desk, site);
}

/**
 * The visitor wants to hear when a problem is fixed.
 * @param email checked and in lower case; null: in the chat only
 * @throws DeskError `not_found` when it does not last any more.
 */
export async function awaitFix(desk: Desk, visitor: Visitor, id: string, email: string | null): Promise<void> {
  const waiter = { visitorKey: visitor.key, email, locale: visitor.locale, at: desk.clock.now() };
  if (!(await desk.store.awaitFix(visitor.site, id, waiter))) throw new DeskError('not_found', 'no such problem');
}

/** Tells everybody who waits for what is fixed, in their chat and by mail: once each, also over a crash. */
export async function tellOfFixes(desk: Desk): Promise<void> {
  for (;;) {
    const waiters = await desk.store.untoldWaiters(AT_ONCE);
    let told = 0;
    for (const waiter of waiters) {
      const { problem, visitorKey } = waiter;
      try {
        await desk.lanes.run(visitorKey, () => tell(desk, waiter));
        await desk.store.markTold(problem.site, problem.id, visitorKey, desk.clock.now());
        told++;
      } catch (cause) {
        desk.log.error(
          { err: cause, problem: problem.id },
          'one who waits for a fix was not told; the next sweep tries again',
        );
      }
    }
    // Those who could not be told come again with the next sweep, not at once.
    if (waiters.length < AT_ONCE || told === 0) return;
  }
}

async function tell(desk: Desk, { problem, visitorKey, email, locale }: UntoldWaiter): Promise<void> {
  const visitor = await desk.store.findVisitor(visitorKey);
  // Who was blocked since is told nothing.
  if (visitor === null || visitor.site !== problem.site || visitor.blocked !== 'no') return;
  const load = async () =>
    (await desk.store.findConversationOfVisitor(visitor.site, visitor.key)) ??
    newConversation({
      ...{ id: desk.ids.uuid(), site: visitor.site, visitorKey, locale, timeZone: visitor.timeZone },
      at: desk.clock.now(),
    });
  const before = await load();
  // A crash may have come between the telling and the note of it.
  if (before.key !== 0) {
    const last = await desk.store.readLog(before.key, { limit: 100 });
    if (last.some(({ reason }) => reason?.kind === 'problem_fixed' && reason.problem === problem.id)) return;
  }
  await commitDecision(desk, load, (conversation) =>
    fixTold(desk, conversation, { problem, visitorKey, email, locale }),
  );
}

function fixTold(
  desk: Desk,
  conversation: Conversation,
  { problem, visitorKey, email, locale }: UntoldWaiter,
): Decision {
  const draft = new DecisionDraft(conversation, desk.clock.now());
  const what = toldIn(problem.text, locale);
  const note = toldIn(problem.fixedText, locale);
  draft.append(
    { type: 'bot_message', text: note === '' ? FIXED[locale](what) : note },
    { kind: 'problem_fixed', guesses: [], problem: problem.id },
  );
  if (email === null || !desk.mailer.available) return draft.done();
  const mail: OutboxEntry = {
    id: desk.ids.uuid(),
    kind: 'mail',
    key: `known_problem_fixed:${problem.id}:${visitorKey}`,
    dueAt: desk.clock.now(),
    payload: {
      to: { address: email },
      locale,
      conversation: conversation.id,
      content: { template: 'known_problem_fixed', problem: what, note: note === '' ? null : note },
    },
  };
  return { ...draft.done(), outbox: [mail] };
}

const FIXED = {
  en: (what: string) => `It is fixed: ${what}`,
  zh: (what: string) => `问题已解决：${what}`,
};

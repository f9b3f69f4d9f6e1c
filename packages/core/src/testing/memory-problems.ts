import type { KnownProblem, Waiter } from '../domain/problem/known-problem.ts';
import type { ProblemStore } from '../ports/problem-store.ts';

export function createMemoryProblems(): ProblemStore & { dropWaiters(visitorKeys: readonly number[]): number } {
  const problems: KnownProblem[] = [];
  const waiters: (Waiter & { problem: string; told: boolean })[] = [];
  const lasting = (site: string, id: string) =>
    problems.findIndex((problem) => problem.site === site && problem.id === id && problem.fixedAt === null);
  return {
    dropWaiters(visitorKeys) {
      const gone = waiters.filter(({ visitorKey }) => visitorKeys.includes(visitorKey));
      for (const waiter of gone) waiters.splice(waiters.indexOf(waiter), 1);
      return gone.length;
    },
    async addProblem(problem) {
      problems.push(problem);
    },
    async problems(site, limit) {
      return problems
        .filter((problem) => problem.site === site)
        .reverse()
        .sort((a, b) => Number(a.fixedAt !== null) - Number(b.fixedAt !== null))
        .slice(0, limit)
        .map((problem) => ({ problem, waiting: waiters.filter((waiter) => waiter.problem === problem.id).length }));
    },
    async fixProblem(site, id, fixed) {
      const at = lasting(site, id);
      const found = problems[at];
      if (found === undefined) return false;
      problems[at] = { ...found, ...fixed };
      return true;
    },
    async awaitFix(site, id, { visitorKey, email, locale }) {
      if (lasting(site, id) === -1) return false;
      const known = waiters.findIndex((waiter) => waiter.problem === id && waiter.visitorKey === visitorKey);
      const waiter = { problem: id, visitorKey, email, locale, told: false };
      if (known === -1) waiters.push(waiter);
      else waiters[known] = waiter;
      return true;
    },
    async untoldWaiters(limit) {
      return waiters
        .flatMap(({ problem: id, told, ...waiter }) => {
          const problem = problems.find((each) => each.id === id);
          return problem === undefined || problem.fixedAt === null || told ? [] : [{ ...waiter, problem }];
        })
        .slice(0, limit);
    },
    async markTold(site, id, visitorKey) {
      for (const waiter of waiters) {
        const of = problems.find((problem) => problem.id === waiter.problem);
        if (of?.site === site && of.id === id && waiter.visitorKey === visitorKey) waiter.told = true;
      }
    },
  };
}

import type { KnownProblem } from './known-problem.ts';

/** The problems that last, of each site, known without asking the store: every message is compared with them. */
export class KnownProblems {
  readonly #lasting = new Map<string, readonly KnownProblem[]>();

  /** Newest first; undefined for nearly every site. */
  of(site: string): readonly KnownProblem[] | undefined {
    return this.#lasting.get(site);
  }

  set(site: string, problems: readonly KnownProblem[]): void {
    if (problems.length === 0) this.#lasting.delete(site);
    else this.#lasting.set(site, problems);
  }
}

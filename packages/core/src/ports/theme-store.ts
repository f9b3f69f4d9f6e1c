import type { KnownProblem, Waiter } from '../domain/problem/known-problem.ts';
import type { Remark } from '../domain/theme/remark.ts';
import type { Raiser, ThemeChange, ThemeMark, ThemeNews } from '../domain/theme/theme-mark.ts';

/** What the owner said of themes, and who is told when one is fixed. */
export interface ThemeStore {
  /** In the order in which they were made. */
  themeMarks(site: string): Promise<ThemeMark[]>;
  /** Makes the mark, or changes the one that is there; when and by what it was first known stays. */
  markTheme(
    site: string,
    first: Pick<ThemeMark, 'theme' | 'since' | 'anchor' | 'label'>,
    change: ThemeChange,
  ): Promise<void>;
  /**
   * Who said something: each person once, the last to write first, then those who said it elsewhere under the address of a contact who has written
   * here before; without those who were erased or are blocked.
   */
  raisers(site: string, remarks: readonly Remark[]): Promise<Raiser[]>;

  planThemeNews(news: ThemeNews): Promise<void>;
  /** Newest first. */
  themeNews(site: string): Promise<ThemeNews[]>;
  /** Of all sites, what can no more be taken back and was not told. */
  dueThemeNews(now: number): Promise<ThemeNews[]>;
  /** @returns false when it was told already, or is none */
  takeBackThemeNews(site: string, id: string): Promise<boolean>;
  /** Makes it a known problem that is fixed, with those who wait for it, in one step. @returns false when it was taken back or released before */
  releaseThemeNews(problem: KnownProblem, waiters: readonly (Waiter & { readonly at: number })[]): Promise<boolean>;

  /** The days on which the owner was told of a theme last, by theme. */
  themeAlerts(site: string): Promise<ReadonlyMap<string, string>>;
  noteThemeAlerts(site: string, themes: readonly string[], day: string): Promise<void>;
}

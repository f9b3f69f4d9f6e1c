/** Why a file of a site folder is refused, at a place that an editor can jump to. */
export interface FileProblem {
  /** Relative to SITES_DIR, with forward slashes: `shop/faq/delivery.json`. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units, as editors count. */
  column: number;
  message: string;
}

/** More would only bury the first ones, which usually cause the rest. */
const MAX_PER_FILE = 20;

/** A problem of the file as a whole. */
export function wholeFileProblem(file: string, message: string): FileProblem {
  return { file, line: 1, column: 1, message };
}

/** In reading order, at most 20 a file, and a last one that says there are more. */
export function tidyProblems(problems: readonly FileProblem[]): FileProblem[] {
  const byFile = new Map<string, FileProblem[]>();
  for (const problem of problems) {
    byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  const files = [...byFile.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return files.flatMap((file) => {
    const sorted = (byFile.get(file) ?? []).sort((a, b) => a.line - b.line || a.column - b.column);
    const shown = sorted.slice(0, MAX_PER_FILE);
    const next = sorted[MAX_PER_FILE];
    return next ? [...shown, { ...next, message: 'there are more mistakes in this file, from here on' }] : shown;
  });
}

/** `site.json` first: what is wrong there can be the reason for everything else. */
function rank(file: string): number {
  return file.endsWith('/site.json') ? 0 : 1;
}

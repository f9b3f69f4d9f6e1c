import type { Locale } from '@solodesk/core';
import type { Checked } from '../checks/cross-checks.ts';
import type { FaqEntry, FaqFile } from '../schemas/faq-schema.ts';
import type { FormFile } from '../schemas/form-schema.ts';
import type { FileProblem } from '../file-problem.ts';
import type { JsonDocument, JsonPath } from '../json-document.ts';
import type { SiteFile } from '../schemas/site-schema.ts';

export type Severity = 'error' | 'warning';

/** One FAQ as a rule sees it. */
export interface LintFaq {
  readonly entry: FaqEntry;
  readonly document: JsonDocument;
  /** Where it stands in its document. */
  readonly path: JsonPath;
}

/** What rules look at: everything of a site that could be read. */
export interface LintContext {
  /** Null when `site.json` could not be read. */
  readonly site: Checked<SiteFile> | null;
  /** Of the site, the usual one first; those that its FAQs use when `site.json` could not be read. */
  readonly languages: readonly Locale[];
  readonly files: readonly Checked<FaqFile>[];
  readonly faqs: readonly LintFaq[];
  readonly forms: readonly Checked<FormFile>[];
  /** What could not be read, and why. */
  readonly unreadable: readonly FileProblem[];
  /** Names in `articles/`; undefined where nobody looked. */
  readonly articleNames: readonly string[] | undefined;
  /** What is wrong with the articles themselves, as far as somebody looked. */
  readonly articleProblems: readonly FileProblem[];
  /** What could be better in the words of articles, as far as somebody looked. */
  readonly articleAdvice: readonly FileProblem[];
  /** Files that nobody reads, as far as somebody looked for them. */
  readonly ignoredFiles: readonly FileProblem[];
}

/** What a rule has to say about one place. */
export interface LintNote {
  readonly problem: FileProblem;
  /** Where a `_lint` key can silence it; without it nothing can. */
  readonly scope?: { readonly document: JsonDocument; readonly path: JsonPath };
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

/** One thing that lint knows. A rule is pure, and is listed in `rules.ts`. */
export interface LintRule {
  /** As `_lint` and the reports name it: `few-phrasings`. */
  readonly name: string;
  readonly severity: Severity;
  /** One sentence for the table of rules: what it finds, and why that matters. */
  readonly docs: string;
  /** The server refuses a site for it, so `_lint` cannot silence it. */
  readonly required?: true;
  check(context: LintContext): Iterable<LintNote>;
}

/** A note at the value under `path`, or at its name. The message says what to do about it. */
export function noteAt(
  document: JsonDocument,
  path: JsonPath,
  message: string,
  { at = 'value', severity }: { at?: 'key' | 'value'; severity?: Severity } = {},
): LintNote {
  const problem = document.problemAt(path, message, at);
  return { problem, scope: { document, path }, ...(severity && { severity }) };
}

/** `faq/delivery.json, line 12`, as messages name another place in the same site. */
export function placeWords(document: JsonDocument, path: JsonPath): string {
  const { file, line } = document.problemAt(path, '');
  return `${file.slice(file.indexOf('/') + 1)}, line ${line}`;
}

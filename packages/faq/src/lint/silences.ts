import type { JsonDocument, JsonPath } from '../json-document.ts';
import { meantWords } from '../checks/nearest-name.ts';
import { noteAt } from './lint-rule.ts';
import type { LintContext, LintNote, LintRule } from './lint-rule.ts';

/** JSON has no comments: this key holds what a file says to lint, as `{"disable": ["rule-name"]}`. */
const KEY = '_lint';

/**
 * Whether the author disabled a rule for a place: in the FAQ itself, at the top of its file, or at the top of `site.json`
 * for the whole site.
 */
export function isSilenced(rule: string, { document, path }: Scope, site: JsonDocument | null): boolean {
  return scopesAround(document, path, site).some((scope) => disabledAt(scope.document, scope.path).includes(rule));
}

interface Scope {
  readonly document: JsonDocument;
  readonly path: JsonPath;
}

function scopesAround(document: JsonDocument, path: JsonPath, site: JsonDocument | null): Scope[] {
  const scopes: Scope[] = [{ document, path: [] }];
  if (path[0] === 'faqs' && path.length > 1) scopes.push({ document, path: path.slice(0, 2) });
  if (site && site !== document) scopes.push({ document: site, path: [] });
  return scopes;
}

function disabledAt(document: JsonDocument, path: JsonPath): string[] {
  const disable = document.rawAt([...path, KEY, 'disable']);
  return Array.isArray(disable) ? disable.filter((name) => typeof name === 'string') : [];
}

/** What is wrong with the `_lint` keys themselves: a rule that is misspelled there silences nothing. */
export function silenceNotes(context: LintContext, rules: readonly LintRule[]): LintNote[] {
  const places: Scope[] = [
    ...(context.site ? [{ document: context.site.document, path: [] }] : []),
    ...context.files.map(({ document }) => ({ document, path: [] })),
    ...context.faqs,
    ...context.forms.map(({ document }) => ({ document, path: [] })),
  ];
  return places.flatMap(({ document, path }) => notesAt(document, path, rules));
}

function notesAt(document: JsonDocument, around: JsonPath, rules: readonly LintRule[]): LintNote[] {
  const path = [...around, KEY];
  if (document.rawAt(path) === undefined) return [];
  const disable = document.rawAt([...path, 'disable']);
  if (!Array.isArray(disable)) {
    return [noteAt(document, path, `"${KEY}" must look like {"disable": ["few-phrasings"]}`)];
  }
  return disable.flatMap((name: unknown, index) => {
    const rule = rules.find((known) => known.name === name);
    if (rule && !rule.required) return [];
    const words = rule
      ? `"${rule.name}" cannot be disabled: the server refuses a site for it`
      : `there is no rule ${JSON.stringify(name)}${meantWords(
          String(name),
          rules.map((known) => known.name),
        )}; see "solodesk faq rules"`;
    return [noteAt(document, [...path, 'disable', index], words)];
  });
}

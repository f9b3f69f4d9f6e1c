import { LOCALES } from '@solodesk/core';
import type { Locale, Localized } from '@solodesk/core';
import { renderJson, withTexts, withValue } from '../editing/edit-json-text.ts';
import type { Edit } from '../editing/edit-site-file.ts';
import { essence } from '../lint/essence.ts';
import type { SiteFiles } from '../site-files.ts';
import type { OutOfScopeChange } from './faq-change.ts';
import { refuse } from './faq-refusal.ts';
import type { FaqRefusal } from './faq-refusal.ts';
import { faqRows } from './faq-rows.ts';
import type { FaqRow } from './faq-rows.ts';
import { outOfScopeRows } from './out-of-scope-rows.ts';
import type { OutOfScopeRow } from './out-of-scope-rows.ts';

/** Where sentences that no FAQ answers go on a site that had none. */
const NAME = 'out-of-scope';
const CATEGORY = 'general';

/** What no FAQ answers, as the one file that says it would say it then. */
export function planOutOfScope(files: SiteFiles, siteId: string, change: OutOfScopeChange): Edit | FaqRefusal {
  const rows = outOfScopeRows(files);
  const wanted = change.kind === 'set_out_of_scope' ? change.file : (rows[0]?.file ?? null);
  const row = rows.find(({ file }) => file === wanted) ?? null;
  if (change.kind === 'set_out_of_scope' && isOutdated(change, row, rows)) {
    return refuse(wanted ?? rows[0]?.file ?? siteId, 'changed', 'what no FAQ answers was changed in the meantime');
  }
  const others = rows.filter((each) => each !== row);
  const sentences: Localized<string[]> = {};
  for (const locale of LOCALES) {
    const asked = change.sentences[locale];
    if (asked === undefined) continue;
    const now = row?.sentences[locale] ?? [];
    const kept = change.kind === 'add_out_of_scope' ? now : [];
    const elsewhere = others.flatMap((each) => each.sentences[locale] ?? []);
    sentences[locale] = [...kept, ...eachOnce(asked, [...kept, ...elsewhere])];
    const problem = answeredBy(faqRows(files), locale, eachOnce(sentences[locale], now));
    if (problem !== null) return problem;
  }
  if (row !== null) return extended(files, row, sentences);
  const isNothing = LOCALES.every((locale) => (sentences[locale] ?? []).length === 0);
  return isNothing ? refuse(siteId, 'invalid', 'there is no sentence to learn') : created(files, siteId, sentences);
}

/** Whether the form began from something else than what is there now. */
function isOutdated(
  { file, version }: Extract<OutOfScopeChange, { kind: 'set_out_of_scope' }>,
  row: OutOfScopeRow | null,
  rows: readonly OutOfScopeRow[],
): boolean {
  return file === null ? rows.length > 0 : row?.version !== version;
}

/** What says something that none of `known` says, trimmed. */
function eachOnce(sentences: readonly string[], known: readonly string[]): string[] {
  const seen = new Set(known.map(sameWords));
  return sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => {
      const words = sameWords(sentence);
      if (words === '' || seen.has(words)) return false;
      seen.add(words);
      return true;
    });
}

/** A sentence without letters is its own characters. */
function sameWords(sentence: string): string {
  return essence(sentence) || sentence.trim();
}

/** The bot can learn a sentence for its FAQ, or that none answers it, and not both. */
function answeredBy(faqs: readonly FaqRow[], locale: Locale, sentences: readonly string[]): FaqRefusal | null {
  if (sentences.length === 0) return null;
  const owners = new Map<string, FaqRow>();
  for (const row of faqs) {
    const { question, phrasings } = row.entry;
    for (const example of [question[locale] ?? '', ...(phrasings[locale] ?? [])]) owners.set(essence(example), row);
  }
  owners.delete('');
  for (const sentence of sentences) {
    const owner = owners.get(essence(sentence));
    if (owner === undefined) continue;
    const { file, line, entry } = owner;
    const message = `"${sentence}" is an example of the FAQ "${entry.intent}", which answers it; take it out there first`;
    return { reason: 'invalid', problems: [{ file, line, column: 1, message }] };
  }
  return null;
}

function extended(files: SiteFiles, row: OutOfScopeRow, sentences: Localized<string[]>): Edit {
  const before = files.faqs.find(({ file }) => file === row.file)?.text ?? '';
  let after = before;
  for (const locale of LOCALES) {
    const [now, wanted] = [row.sentences[locale], sentences[locale]];
    if (wanted === undefined) continue;
    const path = ['outOfScope', locale];
    if (now === undefined) after = wanted.length === 0 ? after : withValue(after, path, wanted);
    // White space at the ends is the file's own affair.
    else
      after = withTexts(
        after,
        path,
        now,
        wanted.map((each) => now.find((known) => known.trim() === each.trim()) ?? each),
      );
  }
  return { file: row.file, before, after };
}

function created(files: SiteFiles, siteId: string, sentences: Localized<string[]>): Edit {
  const taken = new Set([...files.faqs, ...files.problems].map(({ file }) => file.toLowerCase()));
  let file = `${siteId}/faq/${NAME}.json`;
  for (let number = 2; taken.has(file); number++) file = `${siteId}/faq/${NAME}-${number}.json`;
  const said = LOCALES.filter((locale) => (sentences[locale] ?? []).length > 0);
  const outOfScope = Object.fromEntries(said.map((locale) => [locale, sentences[locale]]));
  return { file, before: null, after: `${renderJson({ category: CATEGORY, faqs: [], outOfScope })}\n` };
}

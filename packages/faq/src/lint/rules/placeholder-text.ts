import { essence } from '../essence.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';
import { spokenIn } from '../spoken.ts';
import type { Sentence } from '../sentences.ts';

/** Marks that people leave where a text is to come. Capitals are part of the first ones: "todo" is a word elsewhere. */
const MARKS = [
  /\b(?:TODO|FIXME|TBD|TBA|XXX+)\b/,
  /\b(?:lorem ipsum|dolor sit amet|coming soon:|(?:(?:insert|put|write|enter) )?(?:the|your|an?) (?:[a-z]+ )?(?:text|answer|link|name|address|content|prices?|hours|number) here\b)/i,
  /\[(?:your|insert|name|company|date|phone|e-?mail|address|link)\b[^\]]{0,40}\](?!\()/i,
  /<(?:your|insert)[^>]{0,40}>/i,
  /待补充|待填写|待完善|此处填写|在此填写|占位文[本字]|［?请填写］?$/,
];

export const placeholderText: LintRule = {
  name: 'placeholder-text',
  severity: 'error',
  docs: 'An answer, button or link that still says TODO, lorem ipsum, 待补充 and the like, or that says nothing at all.',
  *check(context: LintContext): Iterable<LintNote> {
    for (const { document, text, links, buttons } of spokenIn(context)) {
      const labels = [...links, ...buttons].map(({ label }) => label);
      for (const sentence of [text, ...labels]) {
        const complaint = complaintAbout(sentence);
        if (complaint !== null) yield noteAt(document, sentence.path, complaint);
      }
    }
  },
};

/** What still stands where a text is to come, or null. */
export function placeholderIn(text: string): string | null {
  return MARKS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined) ?? null;
}

function complaintAbout({ text }: Sentence): string | null {
  const mark = placeholderIn(text);
  if (mark !== null) return `"${mark}" looks like a text that is still to be written; visitors would read it`;
  if (essence(text) === '') return `"${text}" says nothing; write what visitors want to know`;
  return null;
}

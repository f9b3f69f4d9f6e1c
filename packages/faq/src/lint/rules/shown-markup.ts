import { markdownIn, oneBraceIn, tagIn } from '../markup.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';
import { spokenIn } from '../spoken.ts';

export const shownMarkup: LintRule = {
  name: 'shown-markup',
  severity: 'warning',
  docs: 'Markdown, HTML or {name} in an answer: it is plain text, and visitors read the marks. Links go under "links".',
  *check(context: LintContext): Iterable<LintNote> {
    for (const { document, text, links, buttons } of spokenIn(context)) {
      for (const sentence of [text, ...[...links, ...buttons].map(({ label }) => label)]) {
        const complaint = complaintAbout(sentence.text);
        if (complaint !== null) yield noteAt(document, sentence.path, complaint);
      }
    }
  },
};

function complaintAbout(text: string): string | null {
  const marks = tagIn(text) ?? markdownIn(text);
  if (marks !== null) {
    const advice = marks.includes('](') ? 'write the bare address, or put it under "links"' : 'take the marks out';
    return `"${short(marks)}" is shown with its marks, as answers are plain text; ${advice}`;
  }
  const brace = oneBraceIn(text);
  return brace === null ? null : `"${brace}" is shown as it stands; a field is written {${brace.replace('}', '|…}')}}`;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

import { fieldsOf } from '@solodesk/core';
import { nearestName } from '../../checks/nearest-name.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';
import type { Sentence } from '../sentences.ts';
import { spokenIn } from '../spoken.ts';
import type { Spoken } from '../spoken.ts';

/** Said without a page's help: they are always known, or at least `{{bot}}` is where the bot has a name. */
const OF_THE_DESK = ['site', 'owner', 'bot'];
/** Of greetings: the ticket that is not solved yet. */
const OF_THE_TICKET = ['ticket', 'subject'];
/** What pages commonly say about a visitor. */
const COMMON = ['name', 'email', 'phone', 'company', 'order', 'plan', 'segment', 'stage'];

export const unknownField: LintRule = {
  name: 'unknown-field',
  severity: 'error',
  docs: 'A {{field}} that no page sets: it would always say its fallback. Name your own ones in "fields" of site.json.',
  *check(context: LintContext): Iterable<LintNote> {
    if (!context.site) return;
    const known = [...OF_THE_DESK, ...COMMON, ...context.site.content.fields];
    for (const { intent, document, text } of filledIn(context)) {
      for (const { name } of fieldsOf(text.text).uses) {
        if (known.includes(name) || (intent === null && OF_THE_TICKET.includes(name))) continue;
        const like = nearestName(name, known);
        const advice =
          like === undefined ? 'add it to "fields" in site.json if your page sets it' : `is "${like}" meant?`;
        yield noteAt(document, text.path, `{{${name}}} is no field that is known here; ${advice}`);
      }
    }
  },
};

export const missingFallback: LintRule = {
  name: 'missing-fallback',
  severity: 'error',
  docs: 'A {{field}} without a fallback: most visitors are anonymous, and the sentence would have a hole for them.',
  *check(context: LintContext): Iterable<LintNote> {
    for (const { intent, document, locale, text } of filledIn(context)) {
      for (const { name, fallback } of fieldsOf(text.text).uses) {
        if (fallback !== undefined || name === 'site' || name === 'owner') continue;
        if (intent === null && OF_THE_TICKET.includes(name)) continue;
        const example = locale === 'zh' ? '顾客' : 'there';
        yield noteAt(
          document,
          text.path,
          `{{${name}}} says nothing when it is not known; write {{${name}|${example}}}`,
        );
      }
    }
  },
};

export const unfilledField: LintRule = {
  name: 'unfilled-field',
  severity: 'error',
  docs: 'A {{field}} where none is filled in: usual greetings, consent texts, questions and labels are shown as they stand.',
  *check(context: LintContext): Iterable<LintNote> {
    const unfilled = (sentence: Sentence) => fieldsOf(sentence.text).uses.length > 0;
    const words = 'is shown as it stands: only the texts of answers and of greetings with a "when" are filled in';
    for (const spoken of spokenIn(context)) {
      const { document, text, links, buttons } = spoken;
      const labels = [...links.flatMap(({ label, url }) => [label, url]), ...buttons.map(({ label }) => label)];
      for (const sentence of isFilled(spoken) ? labels : [text, ...labels]) {
        if (unfilled(sentence)) yield noteAt(document, sentence.path, `"${sentence.text.slice(0, 40)}" ${words}`);
      }
    }
    for (const { entry, document, path } of context.faqs) {
      for (const [locale, question] of Object.entries(entry.question)) {
        const sentence = { text: question, path: [...path, 'question', locale] };
        if (unfilled(sentence)) yield noteAt(document, sentence.path, `"${question.slice(0, 40)}" ${words}`);
      }
    }
  },
};

function filledIn(context: LintContext): Spoken[] {
  return spokenIn(context).filter(isFilled);
}

/** The usual greeting is in the page before anybody is known; those for some visitors come from the server. */
function isFilled({ intent, text }: Spoken): boolean {
  return intent !== null || text.path.includes('variants');
}

import { essence } from '../essence.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';

/** Below the first a model cannot tell an intent from its neighbours; from the second on it does so well. */
const TOO_FEW = 3;
const ENOUGH = 6;

export const fewPhrasings: LintRule = {
  name: 'few-phrasings',
  severity: 'warning',
  docs: `Fewer than ${ENOUGH} different phrasings in a language (an error below ${TOO_FEW}): the bot learns an intent from its examples.`,
  *check({ faqs, languages }: LintContext): Iterable<LintNote> {
    for (const { entry, document, path } of faqs) {
      for (const locale of languages) {
        const phrasings = entry.phrasings[locale];
        if (!phrasings) continue;
        const count = new Set(phrasings.map((text) => essence(text)).filter((text) => text !== '')).size;
        if (count >= ENOUGH) continue;
        const message = `"${entry.intent}" has ${count === 1 ? 'one phrasing' : `${count} different phrasings`} in "${locale}"; write at least ${ENOUGH}, each as a person in a hurry would type it`;
        const severity = count < TOO_FEW ? 'error' : 'warning';
        yield noteAt(document, [...path, 'phrasings', locale], message, { at: 'key', severity });
      }
    }
  },
};

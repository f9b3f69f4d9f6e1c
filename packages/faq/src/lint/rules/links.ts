import { addressTrouble } from '../address-trouble.ts';
import type { AddressRule } from '../address-trouble.ts';
import { addressesIn } from '../linked-addresses.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule, Severity } from '../lint-rule.ts';
import { spokenIn } from '../spoken.ts';

export const deadLink = linkRule(
  'dead-link',
  'error',
  'A link that cannot work for visitors: malformed, or on localhost or a private network; with `--online`, one that does not answer.',
);

export const placeholderLink = linkRule(
  'placeholder-link',
  'warning',
  'A link to `example.com`, `.example`, `yourdomain.com` and the like, which are written before the real address is known.',
);

export const insecureLink = linkRule('insecure-link', 'warning', 'A link that begins with `http://`.');

function linkRule(name: AddressRule, severity: Severity, docs: string): LintRule {
  return {
    name,
    severity,
    docs,
    *check(context: LintContext): Iterable<LintNote> {
      for (const spoken of spokenIn(context)) {
        for (const { text, path } of addressesIn(spoken)) {
          const trouble = addressTrouble(text);
          if (trouble?.rule === name) yield noteAt(spoken.document, path, `"${text}" ${trouble.words}`);
        }
      }
    },
  };
}

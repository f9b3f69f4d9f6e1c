import type { FaqRow } from '../../state/api/faq-api.ts';
import { faqName } from '../../state/faqs/faq-form.ts';
import type { OutOfScopeFault } from '../../state/faqs/out-of-scope.ts';
import type { Locale } from '../../state/wire-types.ts';
import type { Texts } from '../../texts/index.ts';

/** Enough to find a long sentence by. */
const QUOTED = 60;

/** What is wrong with sentences that are to be left to a person, and what to do. */
export function outOfScopeWords(
  { outOfScope: words }: Texts,
  fault: OutOfScopeFault,
  faqs: readonly FaqRow[],
  locale: Locale,
): string {
  switch (fault.kind) {
    case 'long':
      return words.tooLong(`${fault.sentence.slice(0, QUOTED)}…`, fault.length, fault.most);
    case 'many':
      return words.tooMany(fault.count, fault.most);
    case 'answered':
      return words.answered(fault.sentence, faqName(faqs, fault.intent, locale));
  }
}

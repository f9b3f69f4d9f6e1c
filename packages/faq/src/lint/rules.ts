import type { LintRule } from './lint-rule.ts';
import { silenceNotes } from './silences.ts';
import { ignoredFile } from './rules/ignored-file.ts';
import { articleText } from './rules/article-text.ts';
import { shownMarkup } from './rules/shown-markup.ts';
import { unnamedCategory } from './rules/unnamed-category.ts';
import { article } from './rules/article.ts';
import { contradictoryTest } from './rules/contradictory-test.ts';
import { deadReference } from './rules/dead-reference.ts';
import { duplicatePhrasing } from './rules/duplicate-phrasing.ts';
import { fewPhrasings } from './rules/few-phrasings.ts';
import { missingLanguage } from './rules/missing-language.ts';
import { repeatedIntent } from './rules/repeated-intent.ts';
import { schema } from './rules/schema.ts';
import { sharedPhrasing } from './rules/shared-phrasing.ts';
import { unreachableAnswer } from './rules/unreachable-answer.ts';
import { similarPhrasing } from './rules/similar-phrasing.ts';
import { testInPhrasings } from './rules/test-in-phrasings.ts';
import { untested } from './rules/untested.ts';
import { wrongLanguage } from './rules/wrong-language.ts';
import { idleRule, unreachedLevel } from './rules/priority.ts';
import { placeholderText } from './rules/placeholder-text.ts';
import { unsettledButton } from './rules/unsettled-button.ts';
import { missingFallback, unfilledField, unknownField } from './rules/fields.ts';
import { unreachableVariant } from './rules/unreachable-variant.ts';
import { longAnswer, mixedAddress, mixedTone } from './rules/voice.ts';
import { deadLink, insecureLink, placeholderLink } from './rules/links.ts';

/** Rules about the files' words, in the order in which the documentation lists them. */
const CHECKS: readonly LintRule[] = [
  schema,
  repeatedIntent,
  missingLanguage,
  deadReference,
  fewPhrasings,
  duplicatePhrasing,
  sharedPhrasing,
  similarPhrasing,
  unreachableAnswer,
  untested,
  testInPhrasings,
  contradictoryTest,
  placeholderText,
  shownMarkup,
  wrongLanguage,
  unsettledButton,
  unknownField,
  missingFallback,
  unfilledField,
  unreachableVariant,
  mixedAddress,
  mixedTone,
  longAnswer,
  deadLink,
  placeholderLink,
  insecureLink,
  idleRule,
  unreachedLevel,
  unnamedCategory,
  article,
  articleText,
  ignoredFile,
];

/** Last, because it knows the names of all others. */
const silence: LintRule = {
  name: 'lint-key',
  severity: 'warning',
  docs: 'A "_lint" key that silences nothing: it is misspelled, or names a rule that does not exist or cannot be disabled.',
  check: (context) => silenceNotes(context, RULES),
};

/** All that lint knows. */
export const RULES: readonly LintRule[] = [...CHECKS, silence];

import { isOfSite } from './head-start.ts';
import { OUT_OF_SCOPE_INTENT } from './training-examples.ts';
import type { Example } from './training-examples.ts';

/**
 * What part of a site's questions is taken to be out of scope, whatever part of the held-out sentences is. Visitors ask about more than
 * FAQs: of CLINC150's questions it is a sixth.
 */
export const OUT_OF_SCOPE_SHARE = 0.2;
/** Sites with so many FAQs are asked little else. */
const MANY_FAQS = 30;
/** What part of the questions to a site without an FAQ is about something else; see EXPERIMENTS.md, "Few FAQs". */
const WITHOUT_FAQS = 0.5;

/**
 * What part of a site's questions no FAQ answers, from 0 to 1: the fewer FAQs it has, the more. Data sets, which know no small talk, are taken as
 * they are.
 */
export function outOfScopeShare(examples: readonly Example[]): number {
  const faqs = new Set(examples.flatMap(({ own, intent }) => (own && intent !== OUT_OF_SCOPE_INTENT ? [intent] : [])))
    .size;
  if (!isOfSite(examples) || faqs >= MANY_FAQS) return OUT_OF_SCOPE_SHARE;
  return WITHOUT_FAQS - ((WITHOUT_FAQS - OUT_OF_SCOPE_SHARE) * faqs) / MANY_FAQS;
}

import { lessonOf, LOCALES } from '@solodesk/core';
import type { FaqBook } from '@solodesk/core';
import type { Turned } from '@solodesk/nlu';

/**
 * Parts the sentences whose fate a change turns: those that its owner can judge, and the others. With every change of a model
 * some sentences at the edge of its threshold turn, as many for the better as for the worse: of the demo shop's 2,035 sentences
 * a phrasing more for one FAQ took 5 to 9 answers away from FAQs that it had nothing to do with, and gave 6 to 12. An owner can
 * judge
 * - what is about an FAQ that the change teaches, or goes to it;
 * - the site's own sentences that are taken for something else than they mean (another FAQ, small talk): not an edge, but a mistake;
 * - where the change says what no FAQ answers: all of the site's sentences, as any of them may be left to a person by it.
 */
export function byConcern(
  before: FaqBook,
  after: FaqBook,
): (turned: readonly Turned[]) => [concerns: Turned[], others: Turned[]] {
  const taught = intentsTaughtAnew(before, after);
  const scopeChanged = LOCALES.some((locale) => outOfScope(before, locale) !== outOfScope(after, locale));
  const isTaught = (intent: string | null): boolean => intent !== null && taught.has(intent);
  const concerns = ({ intent, own, before: was, after: is }: Turned): boolean => {
    if (isTaught(intent) || isTaught(was) || isTaught(is)) return true;
    if (!own) return false;
    return scopeChanged || isMistake(was, intent) || isMistake(is, intent);
  };
  return (turned) => [turned.filter(concerns), turned.filter((each) => !concerns(each))];
}

function isMistake(answered: string | null, intent: string | null): boolean {
  return answered !== null && answered !== intent;
}

function intentsTaughtAnew(before: FaqBook, after: FaqBook): Set<string> {
  const intents = [...before.faqs.keys(), ...after.faqs.keys()];
  return new Set(intents.filter((intent) => lessons(before, intent) !== lessons(after, intent)));
}

function lessons({ faqs }: FaqBook, intent: string): string {
  const faq = faqs.get(intent);
  return JSON.stringify(faq && LOCALES.map((locale) => lessonOf(faq, locale))) ?? '';
}

function outOfScope(book: FaqBook, locale: (typeof LOCALES)[number]): string {
  return JSON.stringify(book.outOfScope?.[locale] ?? []);
}

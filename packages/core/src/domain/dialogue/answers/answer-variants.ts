import type { AnswerCondition, AnswerContent, FaqAnswer } from '../../faq.ts';
import type { CustomerFacts } from './customer-facts.ts';

/** The first variant whose conditions all hold, else the answer itself. */
export function chooseVariant(answer: FaqAnswer, facts: () => CustomerFacts): AnswerContent {
  if (answer.variants === undefined) return answer;
  const known = facts();
  return answer.variants.find(({ when }) => holds(when, known)) ?? answer;
}

/** Each condition is a list of which one must hold; a condition that is left out always holds. */
export function holds(when: AnswerCondition, facts: CustomerFacts): boolean {
  const { path } = facts;
  return (
    (when.segment?.some((segment) => facts.segments.includes(segment.toLowerCase())) ?? true) &&
    (when.stage?.some((stage) => facts.stage === stage.toLowerCase()) ?? true) &&
    (when.page?.some((pattern) => path !== null && matchesPath(pattern, path)) ?? true)
  );
}

/** Whether a path is meant by a pattern such as `/products/*`; `*` stands for anything, all else for itself. */
export function matchesPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return path === pattern;
  if (!path.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  // Each piece at its first place: whatever follows then has the most room, so no other place need be tried.
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

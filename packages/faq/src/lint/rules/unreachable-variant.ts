import { matchesPath } from '@solodesk/core';
import type { ConditionEntry } from '../../schemas/condition-schema.ts';
import type { GreetingConditionEntry } from '../../schemas/greeting-schema.ts';
import { noteAt, placeWords } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';

export const unreachableVariant: LintRule = {
  name: 'unreachable-variant',
  severity: 'warning',
  docs: 'A variant of an answer or a greeting that is never said, because an earlier one is said to all the visitors that it is for.',
  *check(context: LintContext): Iterable<LintNote> {
    for (const { entry, document, path } of context.faqs) {
      for (const [locale, answer] of Object.entries(entry.answer)) {
        const variants = typeof answer === 'string' ? [] : (answer.variants ?? []);
        for (const [index, { when }] of variants.entries()) {
          const first = variants.slice(0, index).findIndex((earlier) => covers(earlier.when, when));
          if (first === -1) continue;
          const at = [...path, 'answer', locale, 'variants'];
          const place = placeWords(document, [...at, first]);
          yield noteAt(
            document,
            [...at, index],
            `is never said: the variant in ${place} is for the same visitors; move it up`,
          );
        }
      }
    }
    yield* greetings(context);
  },
};

function* greetings({ site }: LintContext): Iterable<LintNote> {
  if (!site) return;
  const { document, content } = site;
  for (const [locale, greeting] of Object.entries(content.greeting)) {
    const variants = typeof greeting === 'string' ? [] : (greeting.variants ?? []);
    for (const [index, { when }] of variants.entries()) {
      const first = variants.slice(0, index).findIndex((earlier) => coversGreeting(earlier.when, when));
      if (first === -1) continue;
      const at = ['greeting', locale, 'variants'];
      const place = placeWords(document, [...at, first]);
      yield noteAt(
        document,
        [...at, index],
        `is never said: the variant in ${place} is for the same visitors; move it up`,
      );
    }
  }
}

function coversGreeting(earlier: GreetingConditionEntry, later: GreetingConditionEntry): boolean {
  return (
    coversIn(earlier.page, later.page, matchesPath) &&
    coversIn(earlier.part, later.part, equal) &&
    (['open', 'returning', 'ticket'] as const).every((is) => (earlier[is] ?? later[is]) === later[is])
  );
}

/** Whether everybody whom `later` is for is one whom `earlier` is for. */
function covers(earlier: ConditionEntry, later: ConditionEntry): boolean {
  return (
    coversIn(earlier.segment, later.segment, equal) &&
    coversIn(earlier.stage, later.stage, equal) &&
    coversIn(earlier.page, later.page, matchesPath)
  );
}

function coversIn(
  earlier: string | string[] | undefined,
  later: string | string[] | undefined,
  matches: (one: string, other: string) => boolean,
): boolean {
  if (earlier === undefined) return true;
  if (later === undefined) return false;
  const all = [earlier].flat();
  return [later].flat().every((one) => all.some((other) => matches(other, one)));
}

function equal(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

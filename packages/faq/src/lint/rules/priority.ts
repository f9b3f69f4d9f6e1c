import { BUILT_IN, unknownFields } from '@solodesk/core';
import type { PriorityRules } from '@solodesk/core';
import { priorityFrom } from '../../schemas/priority-schema.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';

const RULES_PATH = ['priority', 'rules'] as const;

export const idleRule: LintRule = {
  name: 'idle-priority-rule',
  severity: 'warning',
  docs: 'A priority rule that can never count, as it asks for an intent that no FAQ has, or whose reason names a field that is unknown.',
  *check({ site, files, unreadable }: LintContext): Iterable<LintNote> {
    if (!site) return;
    const intents = [
      ...Object.values<string>(BUILT_IN),
      ...files.flatMap(({ content }) => content.faqs.map(({ intent }) => intent)),
    ];
    for (const [index, { when, text }] of site.content.priority.rules.entries()) {
      const path = [...RULES_PATH, index];
      for (const [locale, written] of Object.entries(text ?? {})) {
        for (const field of unknownFields(written)) {
          const words = `"{${field}}" is no field of a reason; use {word}, {n}, {nth}, {hours} or {total}`;
          yield noteAt(site.document, [...path, 'text', locale], words);
        }
      }
      if (when?.intent === undefined || unreadable.length > 0) continue;
      if ([when.intent].flat().some((name) => intents.some((intent) => means(name, intent)))) continue;
      yield noteAt(site.document, [...path, 'when', 'intent'], 'never counts: no FAQ has such an intent');
    }
  },
};

export const unreachedLevel: LintRule = {
  name: 'unreached-level',
  severity: 'warning',
  docs: 'A priority level that no sum of the rules reaches: nothing would ever be urgent.',
  *check({ site }: LintContext): Iterable<LintNote> {
    if (!site) return;
    const most = mostPoints(priorityFrom(site.content.priority));
    for (const level of ['urgent', 'high', 'normal'] as const) {
      const from = site.content.priority.levels[level];
      if (most >= from) continue;
      const words = `"${level}" begins at ${from}, but all rules together give at most ${most} points`;
      yield noteAt(site.document, ['priority'], words, { at: 'key' });
    }
  },
};

function mostPoints({ rules }: PriorityRules): number {
  return rules.reduce((sum, rule) => sum + Math.max(0, 'points' in rule ? rule.points : rule.most), 0);
}

function means(name: string, intent: string): boolean {
  return name.endsWith('.*') ? intent.startsWith(name.slice(0, -1)) : name === intent;
}

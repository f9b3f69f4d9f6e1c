import { DEFAULT_LEVELS, DEFAULT_RULES, phraseFrom } from '@solodesk/core';
import type { Phrase, PriorityCondition, PriorityRule, PriorityRules } from '@solodesk/core';
import { z } from 'zod';
import { phrases } from './phrase-schema.ts';
import { categoryName, intentReference, locale, localized, text } from './text-rules.ts';

const ruleName = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as "big-order"');

/** One, or a list of which one must hold. */
function oneOrMore<T extends z.ZodType>(schema: T) {
  return z.union([schema, z.array(schema).min(1).max(50)]);
}

const intentPattern = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9._-]*(?:\.\*)?$/, 'must be an intent such as "payment.failed", or "payment.*"');

const condition = z
  .strictObject({
    words: phrases.optional(),
    category: oneOrMore(categoryName).optional().describe('Of the FAQ, the form or the ticket.'),
    intent: oneOrMore(z.union([intentReference, intentPattern]))
      .optional()
      .describe('"payment.*" means all of them.'),
    mood: z.enum(['angry', 'unhappy', 'pleased']).optional().describe('"unhappy" counts for the angry as well.'),
    messagesToday: z.int().min(2).max(100).optional().describe('At least so many messages on one day.'),
    customer: z
      .enum(['contact', 'customer', 'paying'])
      .optional()
      .describe('Known to us, has bought, has an order with a price; each counts for those after it as well.'),
    orderTotal: z.number().min(0).max(1e9).optional().describe('All orders come to at least this, in your currency.'),
    complaint: z.boolean().optional(),
    danger: z.boolean().optional().describe('A red flag of "emergency" was raised.'),
    language: oneOrMore(locale).optional(),
    verified: z.boolean().optional().describe('Whether a signature covers who they are.'),
  })
  .describe('All that is given must hold; {} always does.');

const rule = z.strictObject({
  name: ruleName.describe("A name of Solodesk's own rules changes that rule; another makes a new one."),
  points: z.int().min(-100).max(100).optional().describe('Added to the priority; 0 turns a rule off.'),
  perHour: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe('Points for each hour that somebody waits, instead of "points".'),
  most: z.int().min(0).max(100).optional().describe('The most that "perHour" gives; 30 when left out.'),
  when: condition.optional(),
  text: localized(text(80))
    .optional()
    .describe('Names the reason; may hold {word}, {n}, {nth} (message today), {hours} and {total}.'),
});

const levels = z.strictObject({
  urgent: z.int().min(1).max(100).default(DEFAULT_LEVELS.urgent),
  high: z.int().min(1).max(100).default(DEFAULT_LEVELS.high),
  normal: z.int().min(0).max(100).default(DEFAULT_LEVELS.normal),
});

const DEFAULTS: ReadonlyMap<string, PriorityRule> = new Map(DEFAULT_RULES.map((known) => [known.name, known]));
/** What waiting gives at most where a rule does not say. */
const USUAL_MOST = 30;

export const priority = z
  .strictObject({
    levels: levels
      .prefault({})
      .superRefine(({ urgent, high, normal }, context) => {
        if (urgent > high && high > normal) return;
        const message = `must fall from urgent over high to normal, not be ${urgent}, ${high} and ${normal}`;
        context.addIssue({ code: 'custom', message });
      })
      .describe('From which score on, of 100, a level begins.'),
    defaults: z.boolean().default(true).describe("false: only the rules below count, none of Solodesk's own."),
    rules: z.array(rule).max(100).default([]).describe("Your own rules, and changes to Solodesk's."),
  })
  .superRefine(({ rules, defaults }, context) => {
    const names = new Set<string>();
    for (const [index, entry] of rules.entries()) {
      for (const [key, message] of complaintsAbout(entry, defaults ? DEFAULTS.get(entry.name) : undefined)) {
        context.addIssue({ code: 'custom', path: ['rules', index, ...(key === null ? [] : [key])], message });
      }
      if (names.has(entry.name)) {
        const message = `"${entry.name}" stands twice; each name stands once`;
        context.addIssue({ code: 'custom', path: ['rules', index, 'name'], message });
      }
      names.add(entry.name);
    }
  });

export type PriorityEntry = z.output<typeof priority>;
type RuleEntry = z.output<typeof rule>;

function* complaintsAbout(
  entry: RuleEntry,
  known: PriorityRule | undefined,
): Generator<[key: string | null, message: string]> {
  const { points, perHour, most } = entry;
  if (points !== undefined && perHour !== undefined)
    yield ['perHour', 'cannot stand beside "points"; keep one of them'];
  const waits = perHour !== undefined || (points === undefined && known !== undefined && 'perHour' in known);
  if (most !== undefined && !waits) yield ['most', 'belongs to "perHour", which is missing'];
  if (known !== undefined) return;
  if (points === undefined && perHour === undefined) yield [null, 'needs "points" or "perHour"'];
  if (entry.text === undefined || Object.keys(entry.text).length === 0)
    yield [null, 'needs a "text" that names the reason'];
}

/** The rules that an entry of `site.json` comes to: Solodesk's own as it changes them, then its own. */
export function priorityFrom({ levels: from, defaults, rules }: PriorityEntry): PriorityRules {
  const entries = new Map(rules.map((entry) => [entry.name, entry]));
  const base = defaults ? DEFAULT_RULES : [];
  const changed = base.map((known) => {
    const entry = entries.get(known.name);
    entries.delete(known.name);
    return entry === undefined ? known : ruleFrom(entry, known);
  });
  return { levels: from, rules: [...changed, ...Array.from(entries.values(), (entry) => ruleFrom(entry, undefined))] };
}

function ruleFrom(entry: RuleEntry, known: PriorityRule | undefined): PriorityRule {
  return {
    name: entry.name,
    when: entry.when === undefined ? (known?.when ?? {}) : conditionFrom(entry.when),
    text: { ...known?.text, ...entry.text },
    ...pointsFrom(entry, known),
  };
}

function pointsFrom({ points, perHour, most }: RuleEntry, known: PriorityRule | undefined) {
  if (points !== undefined) return { points };
  const before = known !== undefined && 'perHour' in known ? known : undefined;
  const rate = perHour ?? before?.perHour;
  if (rate !== undefined) return { perHour: rate, most: most ?? before?.most ?? USUAL_MOST };
  return { points: known !== undefined && 'points' in known ? known.points : 0 };
}

function conditionFrom({ words, category, intent, language, ...rest }: z.output<typeof condition>): PriorityCondition {
  return {
    ...defined(rest),
    ...(words !== undefined && { words: phrasesFrom(words) }),
    ...(category !== undefined && { category: [category].flat() }),
    ...(intent !== undefined && { intent: [intent].flat() }),
    ...(language !== undefined && { language: [language].flat() }),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(entries: T): Defined<T> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Defined<T>;
}

export function phrasesFrom(words: z.output<typeof phrases>): Phrase[] {
  return [...(words.en ?? []), ...(words.zh ?? [])].map((written) => phraseFrom(written));
}

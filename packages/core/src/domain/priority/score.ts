import { LOCALES } from '../locale.ts';
import type { Locale, Localized } from '../locale.ts';
import { SaidText } from '../words/phrase.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Mood } from './mood.ts';
import type { PriorityCondition, PriorityLevel, PriorityRule, PriorityRules } from './priority-rule.ts';
import { reasonText } from './reason-text.ts';
import { waitingPoints } from './waiting-points.ts';

/** All that rules can ask about a request. It is stored beside the ticket, so that time and other rules can be applied later. */
export interface PriorityFacts {
  /** What the visitor said about it, oldest first. */
  readonly said: readonly string[];
  readonly category: string | null;
  readonly intents: readonly string[];
  readonly mood: Mood;
  /** The visitor's messages on the day of the last one, in the site's zone. */
  readonly messagesToday: number;
  readonly customer: 'none' | 'contact' | 'customer' | 'paying';
  /** What all orders come to in the site's currency, in its main unit (euros, not cents); 0 without any. */
  readonly orderTotal: number;
  readonly complaint: boolean;
  readonly danger: boolean;
  readonly locale: Locale;
  readonly verified: boolean;
  /** Since when a person's word is awaited, UTC milliseconds; null while nobody waits. */
  readonly waitingSince: number | null;
}

/** One summand of a priority. */
export interface PriorityReason {
  /** Of the rule. */
  readonly name: string;
  /** A whole number, which may be negative. */
  readonly points: number;
  /** In every language that the rule speaks. */
  readonly text: Localized<string>;
}

export interface Priority {
  /** From 0 to 100: the sum of the reasons, clamped. */
  readonly score: number;
  readonly level: PriorityLevel;
  /** In the order of the rules. */
  readonly reasons: readonly PriorityReason[];
  /** When waiting alone changes the reasons next, UTC milliseconds; null when it never does. Until then the priority stands as it is. */
  readonly nextChangeAt: number | null;
}

const HIGHEST = 100;
const CUSTOMERS: readonly PriorityFacts['customer'][] = ['none', 'contact', 'customer', 'paying'];

/**
 * The priority of a request at a moment: every rule whose condition holds adds its points. Between now and `nextChangeAt` the same
 * facts give the same result.
 * @param now UTC milliseconds
 */
export function scoreOf(facts: PriorityFacts, { rules, levels }: PriorityRules, now: number): Priority {
  const asked = new Asked(facts);
  const reasons: PriorityReason[] = [];
  let nextChangeAt: number | null = null;
  for (const rule of rules) {
    if (!asked.holds(rule.when)) continue;
    const given = pointsOf(rule, facts, now);
    if (given.nextChangeAt !== null && (nextChangeAt === null || given.nextChangeAt < nextChangeAt)) {
      nextChangeAt = given.nextChangeAt;
    }
    if (given.points !== 0) reasons.push(reasonOf(rule, given, asked));
  }
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  const score = Math.min(HIGHEST, Math.max(0, sum));
  return { score, level: levelOf(score, levels), reasons, nextChangeAt };
}

export function levelOf(score: number, levels: PriorityRules['levels']): PriorityLevel {
  if (score >= levels.urgent) return 'urgent';
  if (score >= levels.high) return 'high';
  return score >= levels.normal ? 'normal' : 'low';
}

interface Given {
  points: number;
  nextChangeAt: number | null;
  /** That the points are for; a `+` behind when it may be more. */
  hours: string | null;
}

function pointsOf(rule: PriorityRule, { waitingSince }: PriorityFacts, now: number): Given {
  if ('points' in rule) return { points: rule.points, nextChangeAt: null, hours: null };
  if (waitingSince === null) return { points: 0, nextChangeAt: null, hours: null };
  const { points, hours, nextChangeAt } = waitingPoints(rule, waitingSince, now);
  return { points, nextChangeAt, hours: nextChangeAt === null ? `${hours}+` : String(hours) };
}

function reasonOf(rule: PriorityRule, { points, hours }: Given, asked: Asked): PriorityReason {
  const text: Localized<string> = {};
  const { messagesToday, orderTotal } = asked.facts;
  const word = asked.wordOf(rule.when);
  for (const locale of LOCALES) {
    const written = rule.text[locale];
    if (written !== undefined) text[locale] = reasonText(written, locale, { word, messagesToday, orderTotal, hours });
  }
  return { name: rule.name, points, text };
}

/** The facts, with what was said cut into words once, and only where a rule asks for words. */
class Asked {
  readonly facts: PriorityFacts;
  #said: SaidText | null = null;

  constructor(facts: PriorityFacts) {
    this.facts = facts;
  }

  holds(when: PriorityCondition): boolean {
    const { facts } = this;
    return (
      (when.complaint === undefined || when.complaint === facts.complaint) &&
      (when.danger === undefined || when.danger === facts.danger) &&
      (when.verified === undefined || when.verified === facts.verified) &&
      (when.language === undefined || when.language.includes(facts.locale)) &&
      (when.messagesToday === undefined || facts.messagesToday >= when.messagesToday) &&
      (when.orderTotal === undefined || facts.orderTotal >= when.orderTotal) &&
      (when.customer === undefined || CUSTOMERS.indexOf(facts.customer) >= CUSTOMERS.indexOf(when.customer)) &&
      (when.mood === undefined || feels(facts.mood, when.mood)) &&
      (when.category === undefined || (facts.category !== null && when.category.includes(facts.category))) &&
      (when.intent === undefined || when.intent.some((name) => facts.intents.some((intent) => means(name, intent)))) &&
      (when.words === undefined || this.#phraseOf(when.words) !== undefined)
    );
  }

  /** The words that made a rule count, as its owner wrote them. */
  wordOf({ words }: PriorityCondition): string | null {
    return words === undefined ? null : (this.#phraseOf(words)?.written ?? null);
  }

  #phraseOf(words: readonly Phrase[]): Phrase | undefined {
    const said = (this.#said ??= new SaidText(this.facts.said.join('\n')));
    return words.find((phrase) => said.says(phrase));
  }
}

function feels(mood: Mood, wanted: Exclude<Mood, 'neutral'>): boolean {
  return mood === wanted || (wanted === 'unhappy' && mood === 'angry');
}

function means(name: string, intent: string): boolean {
  return name.endsWith('.*') ? intent.startsWith(name.slice(0, -1)) : name === intent;
}

import { emojiPull } from '../emoji.ts';
import { englishFeatures } from '../english/features.ts';
import type { Valences } from '../english/features.ts';
import { hashRun, MessageFeatures, squash } from '../message-features.ts';
import { readChinese } from './clauses.ts';
import type { ChineseHit, ChineseReading, Clause } from './clauses.ts';

/** How many figures beside the hashed features. */
const CHINESE_FIGURES = 15;

const GRAMS = 0x7a01;
const LONGEST = 4;

export interface ChineseMessage {
  features: MessageFeatures;
  /** Known words of either language. */
  hits: readonly ChineseHit[];
}

/** Is left of what the words of a plain question say. */
const WHEN_ASKED = 0.4;

const LATIN_WORD = /[a-z]{2}/i;

/** Characters in runs of 1 to 4 inside a clause, and figures of what the known words say: all in all, at the end, after a 但是. */
export function chineseFeatures(text: string, valences: Valences): ChineseMessage {
  const reading = readChinese(text);
  const features = new MessageFeatures(CHINESE_FIGURES);
  for (const { start: from, end } of reading.clauses) {
    // Each clause counts alike, however long.
    const value = 1 / Math.sqrt(gramsOf(end - from));
    for (let start = from; start < end; start += 1) {
      for (let length = 1; length <= LONGEST && start + length <= end; length += 1) {
        features.add(hashRun(GRAMS + length, reading.folded, start, start + length), value, -1, -1);
      }
    }
  }
  features.normalize();
  const latin = LATIN_WORD.test(text) ? latinHits(text, valences) : [];
  fillFigures(features.figures, reading, text, latin);
  return { features, hits: [...reading.hits, ...latin] };
}

/** How many runs of 1 to 4 characters a clause has. */
function gramsOf(length: number): number {
  let count = 0;
  for (let run = 1; run <= Math.min(LONGEST, length); run += 1) count += length - run + 1;
  return count;
}

/** The English words of a text in both languages: 客服 is great. */
function latinHits(text: string, valences: Valences): ChineseHit[] {
  const { tokens, pulls } = englishFeatures(text, valences);
  return tokens.flatMap(({ kind, start, end }, at) =>
    kind === 'word' && pulls[at] !== 0 ? [{ start, end, strength: pulls[at]! }] : [],
  );
}

function fillFigures(
  figures: Float64Array,
  { clauses, hits, exclamations, folded }: ChineseReading,
  text: string,
  latin: readonly ChineseHit[],
): void {
  const asked = asksPlainly(clauses, folded) ? WHEN_ASKED : 1;
  const weighed = clauses.map((clause, at) => asked * weightOf(clauses, at) * damp(clause.praise - clause.blame));
  const praise = sum(weighed.filter((pull) => pull > 0));
  const blame = -sum(weighed.filter((pull) => pull < 0));
  const emoji = emojiPull(text);
  const last = weighed.slice(-2);
  const turned = clauses.flatMap((clause, at) => (clause.turns ? [weighed[at]!] : []));
  const asks = clauses.some((clause) => clause.asks);
  const english = sum(latin.map(({ strength }) => strength));
  const feeling = hits.length > 0 || emoji !== 0 || english !== 0;
  let at = 0;
  const put = (value: number) => {
    figures[at] = value;
    at += 1;
  };
  put((praise - blame) / Math.sqrt(praise * praise + blame * blame + 16));
  put(squash(praise, 4));
  put(squash(blame, 4));
  put(squash(sum(last), 3));
  put(squash(weighed[0] ?? 0, 3));
  put(squash(sum(turned), 3));
  put(squash(emoji, 2));
  put(squash(english, 2));
  put(feeling ? 0 : 0.5);
  put(asks ? 0.5 : 0);
  put(asks && !feeling ? 0.5 : 0);
  put(Math.min(exclamations, 3) * 0.15);
  put(folded.length < 8 ? 0.3 : 0);
  put(folded.length > 60 ? 0.3 : 0);
  put(Math.max(-1, Math.min(1, Math.max(0, ...weighed) / 4 + Math.min(0, ...weighed) / 4)));
}

/** What nobody says who only wants to know, or to have something done. */
const REPROACH =
  /到底|究竟|为什么|为啥|不知道|老是|总是|凭什么|难道|好意思|居然|竟然|怎么还|怎么又|怎么这么|怎么那么|有没有人|什么意思|[又才]|!/;
const ASKS_FOR =
  /(?:^|[,.;、。\s])(?:我?想(?:[退换改问要订约买]|取消|咨询|了解|知道)|我[要需](?:[退换改订约]|取消)|请[问帮再把给]|麻烦[帮你您再查发开改给看退换寄]|帮我|劳驾)/;

/** 牙齿断了能修吗 tells of no bad service: what is asked, or asked for, without a reproach. */
function asksPlainly(clauses: readonly Clause[], folded: string): boolean {
  return (clauses.some(({ asks }) => asks) || ASKS_FOR.test(folded)) && !REPROACH.test(folded);
}

/** Concessions weigh less, what follows 但是 and what stands at the end more. */
function weightOf(clauses: readonly Clause[], at: number): number {
  let weight = 1;
  if (clauses[at]!.concedes) weight *= 0.5;
  if (clauses[at]!.turns) weight *= 1.4;
  if (clauses[at + 1]?.turns) weight *= 0.7;
  if (at >= clauses.length - 2) weight *= 1.3;
  return weight;
}

/** Three words of praise in one clause are not thrice the praise. */
function damp(pull: number): number {
  return pull / Math.sqrt(1 + 0.08 * Math.abs(pull));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

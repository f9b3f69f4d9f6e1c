import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSite } from '@solodesk/faq';
import { parse } from 'csv-parse/sync';
import type { Random } from '../desk/seeded-random.ts';

/** A message whose topic is known. */
export interface KnownMessage {
  readonly text: string;
  readonly topic: string;
}

/** Messages by their topic. */
export type Topics = ReadonlyMap<string, readonly string[]>;

/** Sentences that people train intents with, by what they are about. Bitext's repeat each other far more than customers do. */
export async function knownTopics(data: string, sites: string): Promise<Record<string, Topics>> {
  const bitext = parse(readFileSync(join(data, 'bitext-customer-service/train.csv'), 'utf8'), {
    columns: true,
    bom: true,
  }) as { utterance: string; intent: string }[];
  const clinc = JSON.parse(readFileSync(join(data, 'clinc150/data_full.json'), 'utf8')) as {
    train: [text: string, intent: string][];
  };
  const reading = await loadSite(sites, 'shop');
  if (!reading.ok) throw new Error(`the demo shop cannot be read: ${reading.problems[0]?.message ?? ''}`);
  const shop = (language: 'en' | 'zh') =>
    byTopic(
      [...reading.book.faqs.values()]
        .filter(({ intent }) => !intent.startsWith('solodesk.'))
        .flatMap(({ intent, phrasings }) =>
          (phrasings[language] ?? []).map((text): KnownMessage => ({ text, topic: intent })),
        ),
    );
  const [english, chinese] = [shop('en'), shop('zh')];
  const both = new Map([...english].map(([topic, texts]) => [topic, [...texts, ...(chinese.get(topic) ?? [])]]));
  return {
    bitext: byTopic(bitext.map(({ utterance, intent }) => ({ text: utterance, topic: intent }))),
    clinc: byTopic(clinc.train.map(([text, topic]) => ({ text, topic }))),
    shopEnglish: english,
    shopChinese: chinese,
    shopBoth: both,
  };
}

function byTopic(messages: readonly KnownMessage[]): Topics {
  const topics = new Map<string, string[]>();
  for (const { text, topic } of messages) {
    const texts = topics.get(topic);
    if (texts === undefined) topics.set(topic, [text]);
    else texts.push(text);
  }
  return topics;
}

/** How many topics so many messages are about: a company of which everybody asks the same, and one of which everybody asks something else. */
export const TOPICS = {
  few: (count: number): number => Math.round(2 + Math.log2(count) / 1.6),
  many: (count: number): number => Math.max(4, Math.round(2.2 * Math.sqrt(count) - 9)),
};
/** Of all messages so many are about something that hardly anyone else asks. */
const STRAY = 0.1;

/**
 * Draws messages as a small company gets them: a few topics, the first of which are asked far oftener than the last, and some messages that are about
 * nothing that others ask. @param count about so many come out: no message twice
 * @param asks how many topics come back
 */
export function drawMessages(topics: Topics, count: number, asks: number, random: Random): KnownMessage[] {
  const order = shuffled([...topics.keys()], random);
  const asked = order.slice(0, Math.min(asks, Math.ceil(order.length * 0.8)));
  const weights = asked.map((_, rank) => 1 / (rank + 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const drawn = asked.flatMap((topic, rank) =>
    shuffled(topics.get(topic)!, random)
      .slice(0, Math.max(3, Math.round((count * (1 - STRAY) * weights[rank]!) / sum)))
      .map((text) => ({ text, topic })),
  );
  const others = shuffled(
    order.slice(asked.length).map((topic) => ({ text: shuffled(topics.get(topic)!, random)[0]!, topic })),
    random,
  );
  return shuffled([...drawn, ...others.slice(0, Math.round(count * STRAY))], random);
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

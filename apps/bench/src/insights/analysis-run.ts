import { cleanMessage, isGibberish, learnThemes } from '@solodesk/analytics';
import { simplify } from '@solodesk/core';
import { createSentiment, createThemeReader } from '@solodesk/nlu';
import { seededRandom } from '../desk/seeded-random.ts';
import { demoSite } from '../desk/scratch.ts';
import { drawSentence, readPhrasings } from '../reply/sentences.ts';

/** Messages cleaned, felt and sorted into themes, in a process of its own, so that its time and memory are its own. */
export interface AnalysisOrder {
  messages: number;
  seed: number;
}

export interface AnalysisAnswer {
  seconds: number;
  /** Processor time of all, and of the first half: what a busy machine does not add to. */
  cpuSeconds: number;
  halfCpuSeconds: number;
  /** Resident memory when a fifth was done, and the most afterwards. Megabytes. */
  earlyMb: number;
  peakMb: number;
  analysed: number;
  themes: number;
}

/** Themes are learned from so many; all others are sorted into them. */
const LEARNED_FROM = 20_000;
const AT_A_TIME = 5_000;
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const rssMb = () => process.memoryUsage.rss() / 1_048_576;

function obey({ messages, seed }: AnalysisOrder): AnalysisAnswer {
  const [phrasings, random] = [readPhrasings(demoSite()), seededRandom(seed)];
  const draw = () => drawSentence(phrasings, random).text;
  const reader = createThemeReader();
  const sentiment = createSentiment();
  const clean = (text: string) => cleanMessage(text, simplify);
  const sample = Array.from({ length: Math.min(messages, LEARNED_FROM) }, () => clean(draw()));
  const model = learnThemes([...new Set(sample)], reader, {});
  const sizes = new Int32Array(model.count + 1);
  let [earlyMb, peakMb, analysed, mood] = [0, 0, 0, 0];
  let halfCpuSeconds = 0;
  const began = performance.now();
  const usedBefore = cpuSeconds();
  for (let begin = 0; begin < messages; begin += AT_A_TIME) {
    const texts: string[] = [];
    for (let at = begin; at < Math.min(messages, begin + AT_A_TIME); at++) {
      const text = clean(draw());
      if (text !== '' && !isGibberish(text)) texts.push(text);
    }
    for (const text of texts) mood += sentiment.read(text, 'en').score;
    for (const theme of model.assign(texts).labels) sizes[theme + 1]!++;
    analysed += texts.length;
    peakMb = Math.max(peakMb, rssMb());
    if (begin <= messages / 5) earlyMb = peakMb;
    if (begin + AT_A_TIME <= messages / 2) halfCpuSeconds = cpuSeconds() - usedBefore;
  }
  if (!Number.isFinite(mood)) throw new Error('a mood is no number');
  return {
    seconds: (performance.now() - began) / 1_000,
    cpuSeconds: cpuSeconds() - usedBefore,
    ...{ halfCpuSeconds, earlyMb, peakMb, analysed, themes: model.count },
  };
}

process.on('message', (order: AnalysisOrder) => process.send?.(obey(order), () => process.disconnect()));

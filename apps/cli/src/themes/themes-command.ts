import { agreementOf, cleanMessages, findThemes, mostRepeated } from '@solodesk/analytics';
import type { CleanMessage, CleanedMessages, FoundTheme } from '@solodesk/analytics';
import { simplify } from '@solodesk/core';
import { createSentiment, createThemeReader } from '@solodesk/nlu';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.ts';
import { readMessages } from './read-messages.ts';

interface Options {
  in: string;
  textColumn?: string;
  labelColumn?: string;
  k?: number;
  seed: number;
  json?: boolean;
}

/** How those feel who write about a theme. */
interface Mood {
  /** Mean of the messages' scores, from -1 to 1. */
  score: number;
  negative: number;
  neutral: number;
  positive: number;
}

type Dropped = CleanedMessages['dropped'];

interface Result {
  k: number;
  themes: (Pick<FoundTheme, 'name' | 'words' | 'size' | 'examples'> & { mood: Mood })[];
  /** Messages in the file. */
  messages: number;
  /** Messages that fit no theme, with those in which nothing is said. */
  none: number;
  dropped: Dropped;
  nmi?: number;
  purity?: number;
}

/** A message that fits no theme is shown by itself if it was said so often, as a theme takes three, too. */
const OFTEN = 3;

/** `solodesk themes`: what the messages of a file are about. */
export function addThemesCommand(solodesk: Command, terminal: Terminal): void {
  solodesk
    .command('themes')
    .description('find what messages are about, and how people feel about it')
    .requiredOption('--in <file>', 'CSV or TSV with a header, or one message a line')
    .option('--text-column <name>', 'where the messages stand; by default text, message, feedback … or the longest')
    .option('--label-column <name>', 'known topics, to tell how far the themes agree with them')
    .option('--k <count>', 'how many themes; by default as many as there are', wholeNumber)
    .option('--seed <number>', 'of what is drawn', wholeNumber, 1)
    .option('--json', 'JSON alone')
    .action(async ({ json, ...options }: Options) => {
      const { result, alone } = await themesOf(options, terminal);
      terminal.print(json === true ? JSON.stringify(result) : table(result, alone));
    });
}

/** @returns beside what was found, what was said often in the same words and is like nothing else */
async function themesOf(
  { in: file, textColumn, labelColumn, k, seed }: Options,
  terminal: Terminal,
): Promise<{ result: Result; alone: CleanMessage[] }> {
  terminal.progress('reading');
  const { texts, labels } = await readMessages(file, {
    ...(textColumn !== undefined && { textColumn }),
    ...(labelColumn !== undefined && { labelColumn }),
  });
  const { messages, dropped } = cleanMessages(texts, { foldScript: simplify });
  terminal.progress(`${messages.length} different messages: looking for themes`);
  const found = findThemes(
    messages.map(({ text }) => text),
    createThemeReader(),
    { seed, ...(k !== undefined && { k }) },
  );
  terminal.progress('reading how they feel');
  const sentiment = createSentiment();
  const groups = new Int32Array(texts.length).fill(-1);
  const sums = found.themes.map(() => ({ size: 0, score: 0, negative: 0, neutral: 0, positive: 0 }));
  messages.forEach(({ text, at }, place) => {
    const theme = found.labels[place]!;
    for (const row of at) groups[row] = theme;
    const sum = sums[theme];
    if (sum === undefined) return;
    const { label, score } = sentiment.read(text, 'en');
    sum.size += at.length;
    sum[label] += at.length;
    sum.score += score * at.length;
  });
  terminal.progress(null);
  const alone = mostRepeated(
    messages.filter((_, place) => found.labels[place]! < 0),
    OFTEN,
  );
  const result = {
    k: found.themes.length,
    themes: found.themes.map(({ name, words, examples }, theme) => {
      const { size, score, ...counts } = sums[theme]!;
      return { name, words, size, examples, mood: { score: rounded(score / Math.max(1, size)), ...counts } };
    }),
    messages: texts.length,
    none: groups.filter((theme) => theme < 0).length,
    dropped,
    ...(labels !== null && agreementOf([...groups], labels)),
  };
  return { result, alone };
}

function table({ k, themes, messages, none, dropped, nmi, purity }: Result, alone: readonly CleanMessage[]): string {
  const lines = [`${k} themes in ${messages} messages; ${none} fit none`, ...leftOut(dropped)];
  if (alone.length > 0) lines.push('', 'said again and again in the same words, and like nothing else:');
  for (const { text, at } of alone) lines.push(`  – ${short(text)} (${at.length} times)`);
  for (const { name, size, mood, words, examples } of themes) {
    lines.push(
      '',
      `${name}   ${size} messages, mood ${mood.score > 0 ? '+' : ''}${mood.score}`,
      `  ${words.join(', ')}`,
    );
    for (const example of examples) lines.push(`  – ${short(example)}`);
  }
  if (nmi !== undefined && purity !== undefined) {
    lines.push('', `with the known topics: NMI ${nmi.toFixed(3)}, purity ${purity.toFixed(3)}`);
  }
  return lines.join('\n');
}

/** What cleaning left out of the looking, by reason. */
function leftOut({ duplicates, empty, gibberish, bot }: Dropped): string[] {
  const reasons: [number, string][] = [
    [duplicates, 'repeats (each counted with its first)'],
    [empty, 'empty'],
    [gibberish, 'gibberish'],
    [bot, "the bot's own words"],
  ];
  const said = reasons.flatMap(([count, reason]) => (count === 0 ? [] : [`${count} ${reason}`]));
  return said.length === 0 ? [] : [`left out: ${said.join(', ')}`];
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1');
  return value;
}

import { createSentiment } from '@solodesk/nlu';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.ts';
import { buildSentiment } from './build-sentiment.ts';
import type { BuildOptions } from './build-sentiment.ts';
import { evaluateSentiment, evaluationTable, figuresOf } from './evaluate-sentiment.ts';
import { readLabelled } from './labelled-csv.ts';

interface EvalOptions {
  test: string;
  lang: 'en' | 'zh';
  json?: boolean;
}

/** `solodesk sentiment …`: how messages are felt to be meant, measured and learned again. */
export function addSentimentCommands(solodesk: Command, terminal: Terminal): void {
  const sentiment = solodesk.command('sentiment').description('measure how messages are read, or learn it again');
  sentiment
    .command('eval')
    .description('read labelled texts as the desk would, and count')
    .requiredOption(
      '--test <file>',
      'CSV with text,label: negative, neutral and positive, or 0 and 1 for two classes; - is standard input',
    )
    .addOption(
      new Option('--lang <language>', 'the language of texts without a letter').choices(['en', 'zh']).default('en'),
    )
    .option('--json', 'JSON alone')
    .action(async ({ test, lang, json }: EvalOptions) => {
      const evaluation = evaluateSentiment(await readLabelled(test), createSentiment(), lang, () => performance.now());
      terminal.print(json === true ? JSON.stringify(figuresOf(evaluation)) : evaluationTable(evaluation));
    });
  sentiment
    .command('build')
    .description('learn the shipped models again (for developers of Solodesk)')
    .requiredOption('--data <dir>', 'the folder of public sets, with vader-ratings in it')
    .option('--resources <dir>', 'a folder whose node_modules has the lexicon and the word vectors')
    .action(async (options: BuildOptions) =>
      terminal.print(await buildSentiment(options, (text) => process.stderr.write(`${text}\n`))),
    );
}

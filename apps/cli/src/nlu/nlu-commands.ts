import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.ts';
import { evaluateNlu, evaluationTable, figuresOf } from './evaluate-nlu.ts';
import type { NluEvalOptions } from './evaluate-nlu.ts';

/** `solodesk nlu eval`: how well intents are told apart, measured on labelled sentences. */
export function addNluCommands(solodesk: Command, terminal: Terminal): void {
  solodesk
    .command('nlu')
    .description('measure how well the bot tells intents apart')
    .command('eval')
    .description('train on labelled sentences, test on others, and count')
    .requiredOption(
      '--train <file>',
      'CSV with text,intent (oos or None is out of scope), or JSON as of CLINC150; - is standard input',
    )
    .requiredOption('--test <file>', 'sentences to test with; those that are in the training, too, are left out there')
    .option('--validation <file>', 'sentences that choose the threshold; without, cross-validation does')
    .addOption(
      new Option(
        '--lang <language>',
        'the language of the sentences (default: what most of them are written in)',
      ).choices(['en', 'zh']),
    )
    .option('--shots <count>', 'train on so many sentences of each intent only', wholeNumber)
    .option('--seed <number>', 'of the draw of those sentences', wholeNumber, 1)
    .option('--split <names>', 'parts of the files, as train:val:test (train::test without validation)', splitNames)
    .option('--target-recall <share>', 'choose the threshold for this recall of what is out of scope', shareOf)
    .option('--json', 'JSON alone')
    .action(async ({ json, ...options }: NluEvalOptions & { json?: boolean }) => {
      const result = await evaluateNlu(options);
      if (result.dropped > 0) {
        process.stderr.write(`${result.dropped} training sentences are in the test, too, and were left out.\n`);
      }
      if (result.notLearned.length > 0) process.stderr.write(`${notLearnedText(result.notLearned)}\n`);
      terminal.print(json === true ? JSON.stringify(figuresOf(result)) : evaluationTable(result));
    });
}

function notLearnedText(intents: readonly string[]): string {
  const shown = intents.slice(0, 5).map((intent) => `"${intent.slice(0, 40)}"`);
  const names = `${shown.join(', ')}${intents.length > shown.length ? ' …' : ''}`;
  return `Intents of the test that the training does not have, so that none of their sentences can be right: ${names}`;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1');
  return value;
}

function shareOf(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('a share above 0, up to 1');
  return value;
}

function splitNames(text: string): [string, string, string] {
  const [train, validation, test, ...rest] = text.split(':');
  if (!train || validation === undefined || !test || rest.length > 0)
    throw new InvalidArgumentError('three names, as train:val:test');
  return [train, validation, test];
}

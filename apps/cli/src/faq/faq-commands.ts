import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { evalCommand } from '../eval/eval-command.ts';
import type { EvalOptions } from '../eval/eval-command.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { lintCommand } from './lint.ts';
import type { LintOptions } from './lint.ts';
import { ruleRows, rulesText } from './rules.ts';
import { siteFolders } from './site-folders.ts';
import { testCommand } from './test.ts';
import type { TestOptions } from './test.ts';

const DIR = 'a site folder, or a folder of them; by default SITES_DIR';

/** `solodesk faq …`: FAQ files that say by themselves what is wrong with them. */
export function addFaqCommands(solodesk: Command, places: Places, terminal: Terminal): void {
  const faq = solodesk.command('faq').description('check, test and measure FAQ files');

  faq
    .command('lint')
    .description('say what is wrong with FAQ files, or could be better')
    .argument('[dir]', DIR)
    .addOption(format())
    .addOption(json())
    .option('--online', 'request each link as well', false)
    .option('--max-warnings <n>', 'fail when there are more warnings', wholeNumber)
    .action(async (dir: string | undefined, options: LintOptions) =>
      lintCommand(await siteFolders(places, dir), options, terminal),
    );

  faq
    .command('rules')
    .description('list what lint knows')
    .addOption(format())
    .addOption(json())
    .action((options: { format: 'text' | 'json' }) =>
      terminal.print(options.format === 'json' ? JSON.stringify(ruleRows()) : rulesText(ruleRows(), terminal.paint)),
    );

  faq
    .command('test')
    .description('ask the bot the questions under "tests", and compare what it understands')
    .argument('[dir]', DIR)
    .addOption(format())
    .addOption(json())
    .addOption(new Option('--lang <language>', 'only the tests of one language').choices(['en', 'zh']))
    .option('--verbose', 'print each test, not only what failed', false)
    .action(async (dir: string | undefined, options: TestOptions) =>
      testCommand(await siteFolders(places, dir), options, terminal),
    );

  faq
    .command('eval')
    .description('measure by cross-validation how well the bot understands, and what confuses it')
    .argument('[dir]', DIR)
    .addOption(format())
    .addOption(json())
    .option('--html <file>', 'write a page with charts as well')
    .addOption(new Option('--lang <language>', 'only one language').choices(['en', 'zh']))
    .option('--folds <n>', 'parts, each held out of one training', folds, 5)
    .option('--seed <n>', 'of how the sentences are dealt into parts', wholeNumber, 1)
    .action(async (dir: string | undefined, options: EvalOptions) =>
      evalCommand(await siteFolders(places, dir), options, terminal),
    );
}

function format(): Option {
  return new Option('--format <format>', 'json prints JSON alone').choices(['text', 'json']).default('text');
}

/** As other commands have it. */
function json(): Option {
  return new Option('--json', 'the same as --format json').implies({ format: 'json' });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('a whole number, 0 or more');
  return Number(text);
}

function folds(text: string): number {
  const count = wholeNumber(text);
  if (count < 2 || count > 20) throw new InvalidArgumentError('from 2 to 20');
  return count;
}

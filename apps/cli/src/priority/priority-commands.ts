import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { explainCommand } from './explain.ts';
import type { ExplainOptions } from './explain.ts';
import { replayCommand } from './replay.ts';
import type { ReplayOptions } from './replay.ts';

const SITE = 'id or folder of the site; needed only where there are several';

/** `solodesk priority …`: what is done first, and why. */
export function addPriorityCommands(solodesk: Command, places: Places, terminal: Terminal): void {
  const priority = solodesk.command('priority').description('explain priorities, and try other rules');
  priority
    .command('explain')
    .description('print the sum that a message gets')
    .argument('<text>', 'what a customer writes')
    .option('--site <site>', SITE)
    .option('--customer <id>', 'who writes: their id or e-mail address')
    .addOption(new Option('--lang <language>', 'of the reasons, and of a text without letters').choices(['en', 'zh']))
    .option('--messages <n>', 'how many messages they wrote today, this one included', count, 1)
    .option('--waits <hours>', 'how long they have waited', hours, 0)
    .option('--json', 'JSON alone')
    .action((text: string, options: ExplainOptions) => explainCommand(places, text, options, terminal, new Date()));
  priority
    .command('replay')
    .description('say what other rules would have done to past tickets; nothing is changed')
    .option('--site <site>', SITE)
    .option(
      '--rules <file>',
      'JSON as under "priority" in site.json; without it your rules stand against what was stored',
    )
    .addOption(new Option('--lang <language>', 'of the reasons').choices(['en', 'zh']).default('en'))
    .option('--top <n>', 'how many of the tickets that move most are shown', count, 10)
    .option('--json', 'JSON alone')
    .action((options: ReplayOptions) => replayCommand(places, options, terminal, new Date()));
}

function count(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('a whole number from 1');
  return Number(value);
}

function hours(value: string): number {
  if (!/^\d{1,5}(?:\.\d+)?$/.test(value)) throw new InvalidArgumentError('a number of hours');
  return Number(value);
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { CommandError } from '../command-error.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface RunOptions {
  site?: string;
  from?: string;
  to?: string;
  json?: boolean;
}

/** `solodesk insights run`: the batch is a program of its own, which is started here as the server starts it. */
export function addInsightsCommands(solodesk: Command, places: Places, terminal: Terminal): void {
  const insights = solodesk.command('insights').description('figures of conversations, customers and spend');
  insights
    .command('run')
    .description('work through the days since the last run, or some days again; also while the server runs')
    .option('--site <id>', 'one site alone; all of them unless told')
    .option('--from <day>', 'from this day on, again', day)
    .option('--to <day>', 'up to this day; by default the last one that is over', day)
    .option('--json', 'JSON alone')
    .action(async (options: RunOptions) => {
      const { site, from, to, json } = options;
      if (!existsSync(places.database)) {
        throw new CommandError(`there is no database in ${places.dataDir} yet; start the server first`);
      }
      if (!existsSync(places.insightsJob))
        throw new CommandError(`${places.insightsJob} is missing: build the project`);
      const given = { site, from, to };
      const args = [
        ...['--database', places.database, '--sites', places.sitesDir],
        ...Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
        ...(json === true ? ['--json'] : []),
      ];
      const code = await runJob(places.insightsJob, args, terminal);
      if (code !== 0) throw new CommandError('', code);
    });
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('a day such as 2026-11-27');
  return text;
}

/** Its results are printed, and its progress goes where ours would. Resolves to its exit code. */
function runJob(script: string, args: readonly string[], terminal: Terminal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (printed !== '') terminal.print(printed.trimEnd());
      if (signal !== null)
        reject(new CommandError(`the batch was ended by ${signal}; what it had worked through stays`));
      else resolve(code ?? 1);
    });
  });
}

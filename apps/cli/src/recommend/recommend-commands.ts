import { leaveLastOut } from '@solodesk/recommender';
import type { LeaveLastOut, ModelName } from '@solodesk/recommender';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readInteractions } from './read-interactions.ts';

interface EvalOptions {
  interactions: string;
  ratingThreshold: number;
  json?: boolean;
}

const SHOWN: Readonly<Record<ModelName, string>> = {
  ours: 'Solodesk',
  ease: 'EASE',
  itemCosine: 'item to item',
  popularity: 'popularity',
};

/** `solodesk recommend …`: how well what is recommended fits, measured. */
export function addRecommendCommands(solodesk: Command, terminal: Terminal): void {
  solodesk
    .command('recommend')
    .description('measure what would be recommended')
    .command('eval')
    .description('take the last thing away that each user liked, and count how often it is recommended')
    .requiredOption('--interactions <file>', 'CSV or TSV with user, item, rating and timestamp, found by the header')
    .option('--rating-threshold <number>', 'a rating from here on says that something was liked', finite, 4)
    .option('--json', 'JSON alone')
    .action(async ({ interactions, ratingThreshold, json }: EvalOptions) => {
      const { histories, items, rows, refused } = await readInteractions(interactions, ratingThreshold);
      for (const { line, reason } of refused.slice(0, 5)) process.stderr.write(`line ${line} is left out: ${reason}\n`);
      if (refused.length > 5) process.stderr.write(`${refused.length} of ${rows} rows are left out.\n`);
      terminal.progress('learning');
      const result = leaveLastOut(
        histories,
        items,
        () => performance.now() / 1000,
        (model) => terminal.progress(`${SHOWN[model]} is measured`),
      );
      terminal.progress(null);
      if (result.users === 0) {
        throw new CommandError(
          `${interactions}: no user liked two things (a rating of ${ratingThreshold} or more): there is nothing to foretell`,
        );
      }
      const { users, models, trainSeconds, settings } = result;
      terminal.print(
        json === true
          ? JSON.stringify({ users, items, models, trainSeconds, settings, refused: refused.length })
          : evaluationTable(result, trainSeconds),
      );
    });
}

function evaluationTable({ users, items, models }: LeaveLastOut, seconds: number): string {
  const lines = (Object.keys(SHOWN) as ModelName[]).map((name) => {
    const { hr10, ndcg10 } = models[name];
    return `${SHOWN[name].padEnd(14)}${hr10.toFixed(4).padStart(8)}${ndcg10.toFixed(4).padStart(10)}`;
  });
  return [
    `${users} users, ${items} items; the last thing that each liked, among all that the user has not seen`,
    `${''.padEnd(14)}${'HR@10'.padStart(8)}${'NDCG@10'.padStart(10)}`,
    ...lines,
    `trained in ${seconds.toFixed(1)} s`,
  ].join('\n');
}

function finite(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('a number');
  return value;
}

import type { Command } from 'commander';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { eraseCustomer } from './erase.ts';
import { eraseText } from './erase-text.ts';
import { retain, retentionText } from './retention.ts';

interface EraseOptions {
  site?: string;
  customer?: string;
  conversation?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** What people may ask of whoever knows something of them. */
export function addPrivacyCommands(solodesk: Command, places: Places, terminal: Terminal): void {
  solodesk
    .command('erase')
    .description('erase a person for good, and say what became of each table; also while the server runs')
    .option('--site <id>', 'needed where there are several sites')
    .option('--customer <id>', 'your own id of them, or their e-mail address')
    .option('--conversation <id>', 'of somebody who has said nothing of themselves')
    .option('--dry-run', 'say what would go, and erase nothing')
    .option('--json', 'JSON alone')
    .action(async ({ site, customer, conversation, dryRun, json }: EraseOptions) => {
      const wanted = { site: site ?? null, customer: customer ?? null, conversation: conversation ?? null };
      const summary = await eraseCustomer(places, wanted, dryRun === true);
      terminal.print(json === true ? JSON.stringify(summary) : eraseText(summary, terminal.paint));
    });
  solodesk
    .command('retention')
    .description('take out what is older than site.json says, as the server does once a day')
    .option('--site <id>', 'needed where there are several sites')
    .option('--dry-run', 'say what would go, and take nothing out')
    .option('--json', 'JSON alone')
    .action(async ({ site, dryRun, json }: Pick<EraseOptions, 'site' | 'dryRun' | 'json'>) => {
      const summary = await retain(places, site ?? null, dryRun === true);
      terminal.print(json === true ? JSON.stringify(summary) : retentionText(summary));
    });
}

import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { RECORD_KINDS } from '@solodesk/core';
import type { RecordKind } from '@solodesk/core';
import { FoundFault } from '../command-error.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { importRecords } from './import.ts';
import { batchTable, importText, undoText } from './import-text.ts';
import { listImports, takeBackImport } from './imports.ts';

interface ImportOptions {
  site?: string;
  map: [string, string][];
  dates?: 'dmy' | 'mdy';
  dryRun?: boolean;
  json?: boolean;
}

const WHAT: Record<RecordKind, string> = {
  products: 'the catalogue, a row a product',
  orders: 'orders, a row an order or a row a line of one',
  customers: 'people, a row each',
  spend: 'marketing spend: channel, month, amount, currency',
  feedback: 'what people said elsewhere, a row each: text, source, author, rating 1 to 10, date, link, id',
};

export function addImportCommands(solodesk: Command, places: Places, terminal: Terminal): void {
  const group = solodesk
    .command('import')
    .description(
      'take products, orders, customers, marketing spend and feedback from CSV files; also while the server runs',
    );
  for (const kind of RECORD_KINDS) {
    group
      .command(kind)
      .description(WHAT[kind])
      .argument('<file>', 'CSV in UTF-8 or GB18030, with a header; commas, semicolons or tabs')
      .option('--site <id>', 'whose they are; needed where there are several sites')
      .option(
        '--map <column=field>',
        'what a column holds, where its name does not say; "column=" leaves it out',
        pair,
        [],
      )
      .addOption(new Option('--dates <order>', 'how 03/04/2026 is meant').choices(['dmy', 'mdy']))
      .option('--dry-run', 'check the file and write nothing')
      .option('--json', 'JSON alone')
      .action(async (file: string, options: ImportOptions) => {
        const summary = await importRecords(places, terminal, {
          ...{ kind, file, asked: new Map(options.map), dates: options.dates ?? null },
          ...{ site: options.site ?? null, dryRun: options.dryRun === true },
        });
        terminal.print(options.json === true ? JSON.stringify(summary) : importText(kind, summary, terminal.paint));
        if (summary.refused > 0) throw new FoundFault();
      });
  }
  group
    .command('list')
    .description('the imports of a site, the newest first')
    .option('--site <id>', 'needed where there are several sites')
    .option('--json', 'JSON alone')
    .action(async ({ site, json }: { site?: string; json?: boolean }) => {
      const batches = await listImports(places, site ?? null);
      terminal.print(json === true ? JSON.stringify(batches) : batchTable(batches));
    });
  group
    .command('undo')
    .description('take an import back: what it added goes, what it changed is as before')
    .argument('<batch>', 'its number, as import list shows it', batchNumber)
    .option('--site <id>', 'needed where there are several sites')
    .option('--json', 'JSON alone')
    .action(async (batch: number, { site, json }: { site?: string; json?: boolean }) => {
      const undone = await takeBackImport(places, site ?? null, batch);
      terminal.print(json === true ? JSON.stringify(undone) : undoText(batch, undone));
    });
}

function pair(text: string, earlier: [string, string][]): [string, string][] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InvalidArgumentError('column=field, such as "Order No=number"');
  return [...earlier, [text.slice(0, at), text.slice(at + 1).trim()]];
}

function batchNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('the number of an import');
  return Number(text);
}

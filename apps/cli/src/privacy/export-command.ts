import type { Command } from 'commander';
import { Option } from 'commander';
import type { Locale } from '@solodesk/core';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { exportPerson, exportTables, tablesText } from './export.ts';

interface ExportOptions {
  site?: string;
  out: string;
  customer?: string;
  conversation?: string;
  language?: Locale;
  bom?: boolean;
  json?: boolean;
}

/** Everything of a site as tables, or one person as an archive. */
export function addExportCommand(solodesk: Command, places: Places, terminal: Terminal): void {
  solodesk
    .command('export')
    .description('write everything of a site into a folder, or all that is known of one person into a zip')
    .requiredOption('--out <path>', 'a new folder; with --customer or --conversation a new zip file')
    .option('--site <id>', 'needed where there are several sites')
    .option('--customer <id>', 'one person: your own id of them, or their e-mail address')
    .option('--conversation <id>', 'one person who has said nothing of themselves')
    .addOption(new Option('--language <language>', 'of the page in the zip').choices(['en', 'zh']))
    .option('--bom', 'begin CSV files with a byte order mark, for Excel')
    .option('--json', 'JSON alone')
    .action(async ({ site, out, customer, conversation, language, bom, json }: ExportOptions) => {
      if (customer === undefined && conversation === undefined) {
        const done = await exportTables(places, terminal, { site: site ?? null, folder: out, bom: bom === true });
        terminal.print(json === true ? JSON.stringify(done) : tablesText(done));
        return;
      }
      const whom = { site: site ?? null, customer: customer ?? null, conversation: conversation ?? null };
      const done = await exportPerson(places, { ...whom, file: out, language: language ?? null });
      const text = `Written to ${done.file} (${done.bytes} bytes). It is theirs: keep it where nobody else reads it.`;
      terminal.print(json === true ? JSON.stringify(done) : text);
    });
}

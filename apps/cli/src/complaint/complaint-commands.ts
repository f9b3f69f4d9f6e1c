import { DEFAULT_COMPLAINTS } from '@solodesk/core';
import { createSentiment } from '@solodesk/nlu';
import type { Command } from 'commander';
import { readSite } from '../faq/trained-site.ts';
import type { Places } from '../places.ts';
import { oneSite } from '../priority/one-site.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { complaintTable, evaluateComplaints, readLabelledSentences } from './evaluate-complaints.ts';

interface EvalOptions {
  test: string;
  site?: string;
  json?: boolean;
}

/** `solodesk complaint …`: how well complaints are recognised. */
export function addComplaintCommands(solodesk: Command, places: Places, terminal: Terminal): void {
  const complaint = solodesk.command('complaint').description('measure how complaints are recognised');
  complaint
    .command('eval')
    .description('judge labelled sentences by words and mood, and count')
    .requiredOption('--test <file>', 'CSV with text,label: complaint or other')
    .option('--site <site>', 'id or folder of a site whose own words for a complaint count as well')
    .option('--json', 'JSON alone')
    .action(async ({ test, site, json }: EvalOptions) => {
      const policy =
        site === undefined ? DEFAULT_COMPLAINTS : (await readSite(await oneSite(places, site))).site.complaints;
      const evaluation = evaluateComplaints(await readLabelledSentences(test), policy, createSentiment());
      terminal.print(json === true ? JSON.stringify(evaluation) : complaintTable(evaluation));
    });
}

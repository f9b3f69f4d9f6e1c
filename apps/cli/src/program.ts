import { Command, InvalidArgumentError } from 'commander';
import { addComplaintCommands } from './complaint/complaint-commands.ts';
import { backup } from './commands/backup.ts';
import { resetOwner } from './commands/owner.ts';
import { restore } from './commands/restore.ts';
import { addSite, listSites, siteTable } from './commands/site.ts';
import { addFaqCommands } from './faq/faq-commands.ts';
import { addImportCommands } from './import/import-commands.ts';
import { addInitCommand } from './init/init-command.ts';
import { addInsightsCommands } from './insights/insights-commands.ts';
import { addKeyCommands } from './keys/key-commands.ts';
import { addNluCommands } from './nlu/nlu-commands.ts';
import { addExportCommand } from './privacy/export-command.ts';
import { addPrivacyCommands } from './privacy/privacy-commands.ts';
import { addPriorityCommands } from './priority/priority-commands.ts';
import { findPlaces } from './places.ts';
import { addRecommendCommands } from './recommend/recommend-commands.ts';
import { addSentimentCommands } from './sentiment/sentiment-commands.ts';
import { addSurveyCommands } from './survey/survey-commands.ts';
import { addThemesCommand } from './themes/themes-command.ts';
import { addTicketCommands } from './ticket/ticket-commands.ts';
import { addWebhookCommands } from './webhook/webhook-commands.ts';
import { plainTerminal } from './terminal/terminal.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * The command line. With `--json` or `--format json`, standard output carries JSON alone. Rejects with a CommanderError where
 * the command line is wrong, which has then been told.
 */
export function program(
  environment: Record<string, string | undefined>,
  print: (text: string) => void,
  terminal: Terminal = plainTerminal(print),
): Command {
  const places = findPlaces(environment);
  const solodesk = new Command('solodesk')
    .description('Runs the desk from a terminal. DATA_DIR and SITES_DIR say where.')
    .exitOverride();

  solodesk
    .command('backup')
    .description('copy the database while the server runs, and check the copy')
    .argument('[file]', 'where to; by default a dated file in DATA_DIR/backups')
    .action(async (file: string | undefined) => print(await backup(places, file, new Date())));
  solodesk
    .command('restore')
    .description('put a backup in the place of the database (the server must be stopped)')
    .argument('<file>', 'a file that backup made')
    .action(async (file: string) => print(await restore(places, file, new Date())));

  const owner = solodesk.command('owner').description('who may sign in');
  owner
    .command('reset')
    .description('print a one-time link that sets a new password')
    .option('--second-factor-off <email>', 'also switch off the second factor of this account')
    .action(async ({ secondFactorOff }: { secondFactorOff?: string }) =>
      print(await resetOwner(places, new Date(), secondFactorOff ?? null)),
    );

  const site = solodesk.command('site').description('the sites of this server');
  site
    .command('add')
    .description('make the folder of a new site')
    .argument('<id>', 'lower-case letters, digits and hyphens')
    .requiredOption('--name <name>', 'the business, as visitors read it')
    .option('--languages <list>', 'en, zh or both, the usual one first', languages, ['en', 'zh'])
    .option('--time-zone <zone>', 'such as Europe/Berlin')
    .option('--origin <origin...>', 'web origins that may show the widget', [])
    .action(
      async (
        id: string,
        options: { name: string; languages: ('en' | 'zh')[]; timeZone?: string; origin: string[] },
      ) => {
        const { name, languages, timeZone, origin } = options;
        print(await addSite(places, id, { name, languages, timeZone, origins: origin }));
      },
    );
  site
    .command('list')
    .description('the sites, and what is wrong with their files')
    .option('--json', 'JSON alone')
    .action(async ({ json }: { json?: boolean }) => {
      const rows = await listSites(places);
      print(json === true ? JSON.stringify(rows) : siteTable(rows, places.sitesDir));
    });
  addInitCommand(solodesk, places, terminal);
  addImportCommands(solodesk, places, terminal);
  addInsightsCommands(solodesk, places, terminal);
  addKeyCommands(solodesk, places, terminal);
  addTicketCommands(solodesk, places, terminal);
  addSurveyCommands(solodesk, places, terminal, environment);
  addWebhookCommands(solodesk, places, terminal, environment);
  addFaqCommands(solodesk, places, terminal);
  addNluCommands(solodesk, terminal);
  addSentimentCommands(solodesk, terminal);
  addRecommendCommands(solodesk, terminal);
  addThemesCommand(solodesk, terminal);
  addPriorityCommands(solodesk, places, terminal);
  addPrivacyCommands(solodesk, places, terminal);
  addExportCommand(solodesk, places, terminal);
  addComplaintCommands(solodesk, places, terminal);
  return solodesk;
}

function languages(list: string): ('en' | 'zh')[] {
  const all = list.split(',').map((language) => language.trim());
  const known = all.filter((language): language is 'en' | 'zh' => language === 'en' || language === 'zh');
  if (known.length === 0 || known.length < all.length) throw new InvalidArgumentError('en, zh, or en,zh');
  return known;
}

import type { Command } from 'commander';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { initSite, templateTable } from './init.ts';
import type { InitOptions } from './init.ts';

/** `solodesk init`: a site folder that is ready to be made one's own. */
export function addInitCommand(solodesk: Command, places: Places, terminal: Terminal): void {
  solodesk
    .command('init')
    .description('make a site folder from a starter pack')
    .argument('[dir]', 'the folder to make, or one that is there to make it in; by default in SITES_DIR')
    .option('--template <name>', 'the starter pack')
    .option('--list', 'list the starter packs')
    .option('--id <id>', 'name of the site and its folder: lower-case letters, digits and hyphens')
    .option('--name <name>', 'the business, as visitors read it')
    .option(
      '--country <code>',
      'where the business is, such as DE or CN: its emergency number, and how telephone numbers are read',
    )
    .option(
      '--emergency-number <number>',
      'whom visitors in danger are told to call (starter packs that know emergencies)',
    )
    .action(async (dir: string | undefined, { list, ...options }: InitOptions & { list?: boolean }) =>
      terminal.print(list === true ? await templateTable(places) : await initSite(places, dir, options)),
    );
}

import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import {
  WEBHOOK_EVENTS,
  WebhookBook,
  allowListFrom,
  createSafeFetch,
  isWebhookEvent,
  neverCalled,
  testWebhook,
} from '@solodesk/notify/webhooks';
import type { WebhookEvent } from '@solodesk/notify/webhooks';
import { CommandError } from '../command-error.ts';
import { siteOf } from '../import/site-store.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `solodesk webhook add|list|remove|test`: who hears what happens on a site. A running server sees a change within a second. */
export function addWebhookCommands(
  solodesk: Command,
  places: Places,
  { print }: Terminal,
  environment: Record<string, string | undefined>,
): void {
  const book = () => new WebhookBook(places.dataDir, () => Date.now());
  const allowed = () => allowListFrom(environment.OUTGOING_ALLOW ?? '');
  const webhook = solodesk.command('webhook').description('who hears what happens on a site');

  webhook
    .command('add')
    .description('call an address when something happens; prints the secret that its calls are signed with, once')
    .argument('<site>')
    .argument('<url>', 'https://…')
    .option('--events <list>', `some of ${WEBHOOK_EVENTS.join(', ')}; by default all`)
    .action(async (site: string, url: string, { events }: { events?: string }) => {
      await siteOf(places, site);
      if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
        throw new CommandError(`${url} is no web address; it should look like https://example.com/hook`);
      }
      const never = neverCalled(new URL(url), allowed());
      if (never !== null) {
        throw new CommandError(
          `Not added: ${never.message}. What is to be called all the same stands in OUTGOING_ALLOW.`,
        );
      }
      const { id, secret } = book().add(site, { url, events: chosenEvents(events) });
      print(`Webhook ${id}\nSecret  ${secret}\n(the secret is not shown again)`);
    });
  webhook
    .command('list')
    .description('the webhooks of a site, without their secrets')
    .argument('<site>')
    .option('--json', 'JSON alone')
    .action(async (site: string, { json }: { json?: boolean }) => {
      await siteOf(places, site);
      const rows = book()
        .list(site)
        .map(({ id, url, events, paused }) => ({ id, url, events, paused }));
      if (json === true) return print(JSON.stringify(rows));
      const lines = rows.map(
        ({ id, url, events, paused }) => `${id}  ${paused ? 'paused' : 'on'}  ${url}\n  ${events.join(', ')}`,
      );
      print(lines.length === 0 ? `${site} has no webhooks.` : lines.join('\n'));
    });
  webhook
    .command('remove')
    .description('call it no more')
    .argument('<site>')
    .argument('<id>')
    .action(async (site: string, id: string) => {
      await siteOf(places, site);
      if (!book().remove(site, id)) throw new CommandError(`${site} has no webhook ${id}`);
      print('Removed.');
    });
  webhook
    .command('test')
    .description('call it once, now, with data that say that it is a test')
    .argument('<site>')
    .argument('<id>')
    .action(async (site: string, id: string) => {
      await siteOf(places, site);
      const endpoint = book().find(site, id);
      if (endpoint === null) throw new CommandError(`${site} has no webhook ${id}`);
      const fetch = createSafeFetch({ allow: allowed() });
      const outcome = await testWebhook(fetch, site, endpoint, { uuid: randomUUID(), now: Date.now() });
      if (outcome.kind === 'failed') throw new CommandError(`Nothing was taken: ${outcome.reason}`);
      print(`It was taken (answer ${outcome.status ?? ''}).`);
    });
}

function chosenEvents(list: string | undefined): WebhookEvent[] {
  if (list === undefined) return [...WEBHOOK_EVENTS];
  const names = list.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !isWebhookEvent(name));
  if (wrong !== undefined) throw new CommandError(`${wrong} is no event; there are ${WEBHOOK_EVENTS.join(', ')}`);
  return names.filter(isWebhookEvent);
}

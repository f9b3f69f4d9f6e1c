import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { Option } from 'commander';
import { API_SCOPES, apiKeyHint, apiKeySecret } from '@solodesk/core';
import type { ApiKey, ApiScope } from '@solodesk/core';
import { CommandError } from '../command-error.ts';
import { siteOf, withStore } from '../import/site-store.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface Common {
  site?: string;
  json?: boolean;
}

/** Keys with which other systems send records; a running server knows them at once. */
export function addKeyCommands(solodesk: Command, places: Places, terminal: Terminal): void {
  const group = solodesk.command('key').description('API keys: who may send orders, products and customers');
  const withSite = (command: Command) =>
    command.option('--site <id>', 'needed where there are several sites').option('--json', 'JSON alone');

  withSite(group.command('add'))
    .description('make a key; its secret is shown once')
    .requiredOption('--name <name>', 'what it is for, such as "Web shop"')
    .addOption(new Option('--scope <scope...>', 'what it may do').choices(API_SCOPES).makeOptionMandatory())
    .action(async ({ site, json, name, scope }: Common & { name: string; scope: ApiScope[] }) => {
      const { key, secret } = await addKey(places, site ?? null, name, scope);
      terminal.print(
        json === true
          ? JSON.stringify({ key, secret })
          : `Key ${key.id} of "${key.site}" (${key.scopes.join(', ')}). Keep its secret; it is not shown again:\n\n  ${secret}`,
      );
    });
  withSite(group.command('list'))
    .description('the keys of a site')
    .action(async ({ site, json }: Common) => {
      const { id } = await siteOf(places, site ?? null);
      const keys = await withStore(places, (store) => store.apiKeys(id));
      terminal.print(json === true ? JSON.stringify(keys) : keyTable(keys));
    });
  withSite(group.command('revoke'))
    .description('make a key worthless at once')
    .argument('<key>', 'as key list shows it')
    .action(async (key: string, { site, json }: Common) => {
      const { id } = await siteOf(places, site ?? null);
      const revoked = await withStore(places, (store) => store.revokeApiKey(id, key, Date.now()));
      if (!revoked) throw new CommandError(`"${id}" has no key "${key}" that is good`);
      terminal.print(json === true ? JSON.stringify({ revoked: key }) : `Key ${key} is revoked.`);
    });
}

async function addKey(places: Places, wanted: string | null, name: string, scopes: readonly ApiScope[]) {
  const site = await siteOf(places, wanted);
  const label = name.trim();
  if (label === '' || label.length > 100) throw new CommandError('a name has 1 to 100 characters');
  const secret = apiKeySecret(randomBytes(32).toString('base64url'));
  const hash = createHash('sha256').update(secret).digest('base64url');
  const key = await withStore(places, (store) =>
    store.addApiKey(
      {
        ...{ site: site.id, id: randomUUID().slice(0, 8), name: label, hint: apiKeyHint(secret) },
        ...{ scopes: API_SCOPES.filter((scope) => scopes.includes(scope)), createdAt: Date.now() },
      },
      hash,
    ),
  );
  return { key, secret };
}

function keyTable(keys: readonly ApiKey[]): string {
  if (keys.length === 0)
    return 'There are no keys yet. Make one: solodesk key add --name "Web shop" --scope orders:write';
  const day = (at: number | null) => (at === null ? 'never' : new Date(at).toISOString().slice(0, 10));
  return keys
    .map(({ id, name, hint, scopes, createdAt, lastUsedAt, revokedAt }) => {
      const state = revokedAt === null ? `last used ${day(lastUsedAt)}` : `revoked ${day(revokedAt)}`;
      return `${id}  ${name}  ${hint}…  ${scopes.join(' ')}  made ${day(createdAt)}, ${state}`;
    })
    .join('\n');
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WEBHOOK_EVENTS, WebhookBook } from '@solodesk/notify/webhooks';
import { program } from '../program.ts';

const URL = 'https://hooks.example.com/abc';

describe('solodesk webhook', () => {
  let dataDir: string;
  let printed: string[];
  let environment: Record<string, string>;
  const solodesk = (...args: string[]) =>
    program({ DATA_DIR: dataDir, ...environment }, (text) => printed.push(text)).parseAsync([
      'node',
      'solodesk',
      ...args,
    ]);
  const known = () => new WebhookBook(dataDir, () => 1).list('bakery');

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-webhook-'));
    [printed, environment] = [[], {}];
    await solodesk('site', 'add', 'bakery', '--name', 'Bakery');
    printed = [];
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('adds one, shows its secret once, lists it without, and removes it', async () => {
    await solodesk('webhook', 'add', 'bakery', URL, '--events', 'ticket.created, handoff');
    const [endpoint] = known();
    expect(endpoint).toMatchObject({ url: URL, events: ['ticket.created', 'handoff'], paused: false });
    expect(printed[0]).toContain(endpoint!.secret);
    await solodesk('webhook', 'list', 'bakery');
    expect(printed[1]).toContain(`${endpoint!.id}  on  ${URL}`);
    await solodesk('webhook', 'list', 'bakery', '--json');
    expect(JSON.parse(printed[2]!)).toEqual([
      { id: endpoint!.id, url: URL, events: ['ticket.created', 'handoff'], paused: false },
    ]);
    expect(printed.slice(1).join('')).not.toContain('whsec_');
    await solodesk('webhook', 'remove', 'bakery', endpoint!.id);
    expect(known()).toEqual([]);
    await expect(solodesk('webhook', 'remove', 'bakery', endpoint!.id)).rejects.toThrow('has no webhook');
  });

  it('takes all events unless told otherwise, and none that there is not', async () => {
    await solodesk('webhook', 'add', 'bakery', URL);
    expect(known()[0]?.events).toEqual(WEBHOOK_EVENTS);
    await expect(solodesk('webhook', 'add', 'bakery', URL, '--events', 'all')).rejects.toThrow('all is no event');
    await expect(solodesk('webhook', 'add', 'bakery', 'example.com')).rejects.toThrow('is no web address');
    await expect(solodesk('webhook', 'add', 'nowhere', URL)).rejects.toThrow('nowhere');
  });

  it('takes no address that would never be called, unless it is allowed', async () => {
    const mine = 'http://127.0.0.1:5678/hook';
    for (const [url, reason] of [
      [mine, 'only https'],
      ['https://10.0.0.1/a', '10.0.0.1 is no machine of the public internet'],
      ['https://mei:secret@hooks.example/a', 'password'],
    ]) {
      await expect(solodesk('webhook', 'add', 'bakery', url!)).rejects.toThrow(reason);
    }
    expect(known()).toEqual([]);
    environment = { OUTGOING_ALLOW: '127.0.0.1:5678' };
    await solodesk('webhook', 'add', 'bakery', mine);
    expect(known()).toMatchObject([{ url: mine }]);
  });

  it('says what a test came to, and calls no machine that is not public', async () => {
    await solodesk('webhook', 'add', 'bakery', 'https://localhost:9/');
    const id = known()[0]!.id;
    await expect(solodesk('webhook', 'test', 'bakery', id)).rejects.toThrow('Nothing was taken: localhost');
  });
});

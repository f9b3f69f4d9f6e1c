import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWebhookEvent } from './webhook-events.ts';
import type { WebhookEvent } from './webhook-events.ts';

/** An address of the owner's that hears what happens on a site. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** What its calls are signed with. */
  readonly secret: string;
  readonly paused: boolean;
  /** UTC milliseconds. */
  readonly createdAt: number;
}

/** Endpoints of one site. */
export const MOST_ENDPOINTS = 20;
/** How long the file is taken for unchanged: the command line writes it as well. Milliseconds. */
const TRUST_MS = 1_000;

interface Kept {
  checkedAt: number;
  /** Modification time and size of the file that was read. */
  stamp: string;
  endpoints: readonly WebhookEndpoint[];
}

/** The webhooks of each site, one file a site in the data folder (`webhooks/<site>.json`), readable by us alone: it holds their secrets. */
export class WebhookBook {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(dataDir: string, now: () => number) {
    this.#folder = join(dataDir, 'webhooks');
    this.#now = now;
  }

  /** @throws Error when the file cannot be read as what it should be. */
  list(site: string): readonly WebhookEndpoint[] {
    const known = this.#kept.get(site);
    const now = this.#now();
    if (known !== undefined && now >= known.checkedAt && now - known.checkedAt < TRUST_MS) return known.endpoints;
    const stamp = stampOf(this.#file(site));
    const endpoints = known?.stamp === stamp ? known.endpoints : read(this.#file(site));
    this.#kept.set(site, { checkedAt: now, stamp, endpoints });
    return endpoints;
  }

  find(site: string, id: string): WebhookEndpoint | null {
    return this.list(site).find((endpoint) => endpoint.id === id) ?? null;
  }

  /** @throws Error when there are too many. */
  add(site: string, { url, events }: Pick<WebhookEndpoint, 'url' | 'events'>): WebhookEndpoint {
    const endpoints = read(this.#file(site));
    if (endpoints.length >= MOST_ENDPOINTS) throw new Error(`a site has at most ${MOST_ENDPOINTS} webhooks`);
    const secret = `whsec_${randomBytes(24).toString('base64url')}`;
    const endpoint = { id: randomUUID(), url, events, secret, paused: false, createdAt: this.#now() };
    this.#write(site, [...endpoints, endpoint]);
    return endpoint;
  }

  /** False when there is no such endpoint. */
  change(site: string, id: string, change: Partial<Pick<WebhookEndpoint, 'url' | 'events' | 'paused'>>): boolean {
    const endpoints = read(this.#file(site));
    if (!endpoints.some((endpoint) => endpoint.id === id)) return false;
    this.#write(
      site,
      endpoints.map((endpoint) => (endpoint.id === id ? { ...endpoint, ...change } : endpoint)),
    );
    return true;
  }

  /** False when there is no such endpoint. */
  remove(site: string, id: string): boolean {
    const endpoints = read(this.#file(site));
    const rest = endpoints.filter((endpoint) => endpoint.id !== id);
    if (rest.length === endpoints.length) return false;
    this.#write(site, rest);
    return true;
  }

  #file(site: string): string {
    if (!/^[a-z0-9-]{1,64}$/.test(site)) throw new Error('this is no id of a site');
    return join(this.#folder, `${site}.json`);
  }

  #write(site: string, endpoints: readonly WebhookEndpoint[]): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const file = this.#file(site);
    const draft = `${file}.${randomBytes(6).toString('hex')}`;
    writeFileSync(draft, `${JSON.stringify(endpoints, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
    renameSync(draft, file);
    this.#kept.delete(site);
  }
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}

function read(file: string): readonly WebhookEndpoint[] {
  if (stampOf(file) === '') return [];
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(parsed) || !parsed.every(isEndpoint)) throw new Error(`${file}: is no list of webhooks`);
  return parsed;
}

function isEndpoint(value: unknown): value is WebhookEndpoint {
  const { id, url, events, secret, paused, createdAt } = value as Partial<WebhookEndpoint>;
  const texts = [id, url, secret].every((text) => typeof text === 'string');
  const known = Array.isArray(events) && events.every((event) => typeof event === 'string' && isWebhookEvent(event));
  return texts && known && typeof paused === 'boolean' && typeof createdAt === 'number';
}

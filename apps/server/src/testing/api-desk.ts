import { API_SCOPES } from '@solodesk/core';
import type { ApiScope } from '@solodesk/core';
import { createFakeClock } from '@solodesk/core/testing';
import { ApiKeys } from '../api/api-keys.ts';
import { systemIds } from '../system.ts';
import { ApiCaller } from './api-caller.ts';
import type { Answer } from './api-caller.ts';
import { startDesk } from './start-desk.ts';
import type { DeskOptions, TestDesk } from './start-desk.ts';

/** A Monday. */
export const NOW = Date.parse('2026-11-30T08:00:00Z');

export interface Page {
  items: { name?: string; id?: string; number?: string; subject?: string; text?: string; type?: string }[];
  next: string | null;
}

/** A desk with two sites, `shop` and `bakery`, and a program that calls its API with keys of theirs. */
export class ApiDesk {
  readonly desk: TestDesk;
  readonly clock: ReturnType<typeof createFakeClock>;
  readonly api: ApiCaller;
  readonly #keys: ApiKeys;
  /** Secrets of keys with every scope. */
  readonly shop: string;
  readonly bakery: string;

  private constructor(
    of: Pick<ApiDesk, 'desk' | 'clock' | 'api' | 'shop' | 'bakery'> & {
      keys: ApiKeys;
    },
  ) {
    ({ desk: this.desk, clock: this.clock, api: this.api, shop: this.shop, bakery: this.bakery } = of);
    this.#keys = of.keys;
  }

  static async start(options: DeskOptions = {}): Promise<ApiDesk> {
    const clock = createFakeClock(NOW);
    const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-12:00']]));
    const site = { hours, timeZone: 'UTC', country: 'DE' };
    const desk = await startDesk({
      ...{ sites: { shop: site, bakery: site }, clock, ...options },
      environment: { LIMITS: 'off', ...options.environment },
    });
    const keys = new ApiKeys(desk.store, clock, systemIds);
    const [shop, bakery] = [await keys.make('shop', 'Shop', API_SCOPES), await keys.make('bakery', 'B', API_SCOPES)];
    const api = await ApiCaller.open(desk.url);
    return new ApiDesk({ desk, clock, api, keys, shop: shop.secret, bakery: bakery.secret });
  }

  /** The secret of another key of `shop`. */
  async keyFor(...scopes: ApiScope[]): Promise<string> {
    return (await this.#keys.make('shop', 'Narrow', scopes)).secret;
  }

  call = (request: string, body?: unknown, key = this.shop, headers?: Record<string, string>): Promise<Answer> =>
    this.api.call(request, { key, body, ...(headers && { headers }) });

  /** @throws Error for an answer that tells of a problem. */
  ok = async <T = never>(request: string, body?: unknown, key = this.shop): Promise<T> => {
    const answer = await this.call(request, body, key);
    if (answer.status >= 300) throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };

  /** All pages of a list, and how many there were. */
  all = async (address: string, limit: number): Promise<{ items: Page['items']; pages: number }> => {
    const items: Page['items'] = [];
    let pages = 0;
    let cursor: string | null = null;
    do {
      const joint = address.includes('?') ? '&' : '?';
      const page: Page = await this.ok(
        `GET ${address}${joint}limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      items.push(...page.items);
      pages += 1;
      cursor = page.next;
    } while (cursor !== null);
    return { items, pages };
  };

  end(): Promise<void> {
    return this.desk.end();
  }
}

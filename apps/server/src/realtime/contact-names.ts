import type { Log, Store } from '@solodesk/core';

/** How a contact can be called; null where nothing is known. */
export interface Called {
  readonly name: string | null;
  /** E-mail address, else phone number. */
  readonly reach: string | null;
}

/** How visitors are called whose contact is known, by their number; whoever has none is left out. */
export type CalledVisitors = ReadonlyMap<number, Called>;

/** So many visitors a site are remembered: more than the pages of lists that consoles have open. */
const MOST = 2_000;
/** How long changes are gathered before it is looked who is called otherwise now. Milliseconds. */
const GATHER_MS = 150;
const NOBODY: Called = { name: null, reach: null };

/** Who shows the names. */
export interface NameListener {
  isWatched(site: string): boolean;
  /** These visitors are called otherwise than whoever asked was told. */
  renamed(site: string, visitorKeys: readonly number[]): void;
}

interface SiteNames {
  /** Rises with each change of the site's contacts. */
  changes: number;
  /** With the `changes` that they were read at: of before, they are read again. */
  readonly known: Map<number, { readonly called: Called; readonly readAt: number }>;
  pending: ReturnType<typeof setTimeout> | null;
}

/** Asked of the store, in one question for all. */
export async function readCalled(store: Store, site: string, visitorKeys: readonly number[]): Promise<CalledVisitors> {
  if (visitorKeys.length === 0) return new Map();
  const found = await store.contactsOfVisitors(site, visitorKeys);
  return new Map(
    found.map(({ visitorKey, contact: { name, email, phone } }) => [visitorKey, { name, reach: email ?? phone }]),
  );
}

/**
 * What visitors are called in consoles, by the contacts that they are linked to. It is remembered, because each message of a
 * visitor tells consoles their name again; when contacts change, all that is remembered of the site is read again in one question,
 * and whoever is called otherwise now is told of.
 */
export class ContactNames {
  readonly #store: Store;
  readonly #log: Log;
  readonly #sites = new Map<string, SiteNames>();
  /** Of the store, when it was last asked. */
  #foreignWrites: number | null = null;
  #listener: NameListener = { isWatched: () => false, renamed: () => undefined };

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  listen(listener: NameListener): void {
    this.#listener = listener;
  }

  async of(site: string, visitorKeys: readonly number[]): Promise<CalledVisitors> {
    await this.#lookForOthers();
    const names = this.#of(site);
    const { changes } = names;
    const wanted = visitorKeys.filter((key) => names.known.get(key)?.readAt !== changes);
    const read = wanted.length === 0 ? new Map<number, Called>() : await readCalled(this.#store, site, wanted);
    const renamed: number[] = [];
    for (const key of wanted) {
      const called = read.get(key) ?? NOBODY;
      const before = names.known.get(key);
      if (before !== undefined && !isSame(before.called, called)) renamed.push(key);
      if (before === undefined || before.readAt <= changes) remember(names, key, { called, readAt: changes });
    }
    if (renamed.length > 0) this.#listener.renamed(site, renamed);
    return new Map(
      visitorKeys.flatMap((key) => {
        const called = names.known.get(key)?.called ?? read.get(key);
        return called === undefined || called === NOBODY ? [] : [[key, called] as const];
      }),
    );
  }

  /** The site's contacts are others than before. */
  changed(site: string): void {
    const names = this.#sites.get(site);
    if (names === undefined) return;
    names.changes += 1;
    names.pending ??= setTimeout(() => {
      names.pending = null;
      if (!this.#listener.isWatched(site)) {
        this.#sites.delete(site);
        return;
      }
      this.of(site, [...names.known.keys()]).catch((cause: unknown) =>
        this.#log.error({ err: cause, site }, 'names of visitors could not be read'),
      );
    }, GATHER_MS).unref();
  }

  /** An import or an erasure of the command line is another process: nothing is told of what it writes. */
  async #lookForOthers(): Promise<void> {
    const writes = await this.#store.foreignWrites();
    const before = this.#foreignWrites;
    this.#foreignWrites = writes;
    if (before !== null && before !== writes) for (const site of this.#sites.keys()) this.changed(site);
  }

  #of(site: string): SiteNames {
    let names = this.#sites.get(site);
    if (names === undefined) {
      names = { changes: 0, known: new Map(), pending: null };
      this.#sites.set(site, names);
    }
    return names;
  }
}

function remember({ known }: SiteNames, key: number, entry: { called: Called; readAt: number }): void {
  // Those that go are the ones that were asked for first.
  known.delete(key);
  known.set(key, entry);
  if (known.size <= MOST) return;
  for (const oldest of known.keys()) {
    known.delete(oldest);
    return;
  }
}

const isSame = (a: Called, b: Called) => a.name === b.name && a.reach === b.reach;

import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Ids, Log } from '@solodesk/core';
import { writeFileAtomically } from '@solodesk/faq';
import type { Edit } from '@solodesk/faq';
import { z } from 'zod';

export interface SavedEdit {
  site: string;
  edit: Edit;
  /** Questions that this change answered; they are open again when it is undone. */
  keys: readonly number[];
}

/** Changes that can be undone: the last ones. */
const KEPT = 50;

const edits = z.array(
  z.object({
    id: z.uuid(),
    site: z.string(),
    edit: z.object({ file: z.string(), before: z.string().nullable(), after: z.string() }),
    keys: z.array(z.int().positive()),
  }),
);

/** What the console has written, and what was there before: kept in a file, so that it can be undone after a restart as well. */
export class SavedEdits {
  readonly #file: string;
  readonly #ids: Ids;
  readonly #log: Log;
  #edits: Promise<Map<string, SavedEdit>> | null = null;

  constructor({ file, ids, log }: { file: string; ids: Ids; log: Log }) {
    this.#file = file;
    this.#ids = ids;
    this.#log = log;
  }

  async keep(saved: SavedEdit): Promise<string> {
    const known = await this.#known();
    const id = this.#ids.uuid();
    known.set(id, saved);
    for (const old of known.keys()) if (known.size > KEPT) known.delete(old);
    await this.#write(known);
    return id;
  }

  async of(site: string, id: string): Promise<SavedEdit | null> {
    const saved = (await this.#known()).get(id);
    return saved?.site === site ? saved : null;
  }

  /** The newest change of a site that left a file with this text: while it says so, the change can be undone. */
  async ofText(site: string, text: string): Promise<string | null> {
    let newest: string | null = null;
    for (const [id, saved] of await this.#known()) if (saved.site === site && saved.edit.after === text) newest = id;
    return newest;
  }

  async forget(id: string): Promise<void> {
    const known = await this.#known();
    known.delete(id);
    await this.#write(known);
  }

  #known(): Promise<Map<string, SavedEdit>> {
    return (this.#edits ??= this.#read());
  }

  async #read(): Promise<Map<string, SavedEdit>> {
    try {
      const kept = edits.parse(JSON.parse(await readFile(this.#file, 'utf8')));
      return new Map(kept.map(({ id, ...saved }) => [id, saved]));
    } catch (cause) {
      const isNew = (cause as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isNew) this.#log.error({ err: cause, file: this.#file }, 'what could be undone is forgotten');
      return new Map();
    }
  }

  /** The change itself is written already: one that cannot be undone later is still made. */
  async #write(known: ReadonlyMap<string, SavedEdit>): Promise<void> {
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFileAtomically(this.#file, JSON.stringify([...known].map(([id, saved]) => ({ id, ...saved }))));
    } catch (cause) {
      this.#log.error({ err: cause, file: this.#file }, 'a change can be undone until the next start only');
    }
  }
}

import type { Ids } from '@solodesk/core';
import type { Edit } from '@solodesk/faq';

export interface SavedEdit {
  site: string;
  edit: Edit;
  /** Questions that this change answered; they are open again when it is undone. */
  keys: readonly number[];
}

/** Changes that can be undone: the last ones, until the server restarts. */
const KEPT = 50;

/** What the console has written, and what was there before. */
export class SavedEdits {
  readonly #edits = new Map<string, SavedEdit>();
  readonly #ids: Ids;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  keep(saved: SavedEdit): string {
    const id = this.#ids.uuid();
    this.#edits.set(id, saved);
    for (const old of this.#edits.keys()) if (this.#edits.size > KEPT) this.#edits.delete(old);
    return id;
  }

  of(site: string, id: string): SavedEdit | null {
    const saved = this.#edits.get(id);
    return saved?.site === site ? saved : null;
  }

  forget(id: string): void {
    this.#edits.delete(id);
  }
}

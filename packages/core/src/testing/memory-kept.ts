interface Kept {
  readonly id: string;
  readonly at: number;
}

/** What the owner keeps of one kind, site by site, in the order in which it was kept first. */
export class MemoryKept<T extends Kept> {
  readonly #rows: { site: string; kept: T }[] = [];

  all(site: string): T[] {
    return this.#rows
      .filter((row) => row.site === site)
      .map(({ kept }) => kept)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  put(site: string, kept: T, most: number): boolean {
    const place = this.#placeOf(site, kept.id);
    const known = this.#rows[place];
    if (known !== undefined) this.#rows[place] = { site, kept: { ...kept, at: known.kept.at } };
    else if (this.all(site).length >= most) return false;
    else this.#rows.push({ site, kept });
    return true;
  }

  drop(site: string, id: string): boolean {
    const place = this.#placeOf(site, id);
    if (place < 0) return false;
    this.#rows.splice(place, 1);
    return true;
  }

  #placeOf(site: string, id: string): number {
    return this.#rows.findIndex((row) => row.site === site && row.kept.id === id);
  }
}

interface Numbered {
  readonly key: number;
}

/** From the lowest number up. @param limit of a page that is not the last */
export async function* pagesAfter<T extends Numbered>(
  read: (after: number) => Promise<T[]>,
  limit: number,
): AsyncGenerator<T[]> {
  for (let after = 0; ;) {
    const page = await read(after);
    yield page;
    after = page.at(-1)?.key ?? after;
    if (page.length < limit) return;
  }
}

/** From the highest number down. @param limit of a page that is not the last */
export async function* pagesBefore<T extends Numbered>(
  read: (page: { before?: number }) => Promise<T[]>,
  limit: number,
): AsyncGenerator<T[]> {
  for (let before: number | undefined; ;) {
    const page = await read(before === undefined ? {} : { before });
    yield page;
    before = page.at(-1)?.key;
    if (page.length < limit) return;
  }
}

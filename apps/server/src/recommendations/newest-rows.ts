const PAGE = 500;

/**
 * The newest rows first, a page at a time, down to one that is known or until there are enough. Chats go between two pages.
 * @param known key of the newest row that was read before; 0 for none
 */
export async function newestRows<Row extends { readonly key: number }>(
  read: (page: { before?: number; limit: number }) => Promise<readonly Row[]>,
  known: number,
  most: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  let before: number | undefined;
  while (rows.length < most) {
    const page = await read({ limit: PAGE, ...(before !== undefined && { before }) });
    rows.push(...page.filter(({ key }) => key > known));
    before = page.at(-1)?.key;
    if (page.length < PAGE || (before ?? 0) <= known) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

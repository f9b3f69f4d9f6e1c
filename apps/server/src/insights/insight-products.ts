import { shownAs, shownThemes } from '@solodesk/core';
import { insightProductsSchema } from '@solodesk/protocol/owner';
import type { InsightExample, InsightProducts } from '@solodesk/protocol/owner';
import { exampleOf } from './insight-themes.ts';
import type { ThemeViewStore } from './insight-themes.ts';
import { storedThemes } from './theme-rows.ts';

/** What was said about each product in the four weeks up to a day, with the words that were not erased since; null where nothing was looked for. */
export async function productsOf(store: ThemeViewStore, site: string, day: string): Promise<InsightProducts | null> {
  const period = (await store.insightPeriods(site, 'products')).filter((each) => each <= day).at(-1);
  const result = period === undefined ? null : await store.insightResult(site, 'products', period);
  const read = result === null ? null : insightProductsSchema.safeParse(JSON.parse(result.body));
  if (!read?.success) return null;
  const [marks, found] = await Promise.all([store.themeMarks(site), storedThemes(store, site, day)]);
  const names = new Map(shownThemes(found?.themes ?? [], marks).map(({ id, name }) => [id, name]));
  const examples = async (remarks: readonly number[]): Promise<InsightExample[]> =>
    (await Promise.all(remarks.map((remark) => exampleOf(store, site, remark)))).flat();
  const { products, ...told } = read.data;
  return {
    ...told,
    products: await Promise.all(
      products.map(async ({ themes, asked, unanswered, ...product }) => ({
        ...product,
        themes: themes.flatMap(({ id, n }) => {
          const as = shownAs(id, marks);
          const name = names.get(as);
          return name === undefined ? [] : [{ id: as, name, n }];
        }),
        asked: await Promise.all(asked.map(async (each) => ({ ...each, examples: await examples(each.examples) }))),
        unanswered: { n: unanswered.n, examples: await examples(unanswered.examples) },
      })),
    ),
  };
}

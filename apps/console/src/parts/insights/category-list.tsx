import type { InsightCategory } from '../../state/api/insights-api.ts';
import { elsewhereTexts } from '../../texts/elsewhere-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { themeTexts } from '../../texts/theme-texts.ts';
import { InsightExamples } from './insight-examples.tsx';
import { MoodBar } from './mood-bar.tsx';

interface CategoryListProps {
  site: string;
  categories: readonly InsightCategory[];
  hasThemes: boolean;
}

/** What is in no theme, by the usual categories: the first complaint has a name, before there are themes at all. */
export function CategoryList({ site, categories, hasThemes }: CategoryListProps) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  return (
    <>
      <h3>{t.categories}</h3>
      {hasThemes && <p class="muted">{t.categoriesText}</p>}
      {categories.map(({ category, n, examples, ...mood }) => (
        <details class="insight" key={category}>
          <summary>
            <span class="insight-name">{elsewhereTexts[locale].categories[category] ?? category}</span>
            <b class="insight-value">{t.messages(n)}</b>
            <MoodBar {...mood} />
          </summary>
          <p class="muted">{t.mood(mood.negative, mood.neutral, mood.positive)}</p>
          <InsightExamples site={site} examples={examples} />
        </details>
      ))}
    </>
  );
}

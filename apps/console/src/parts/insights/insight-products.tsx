import type { InsightAsked, InsightProduct, InsightProducts as Found } from '../../state/api/insights-api.ts';
import { insightProductTexts } from '../../texts/insight-product-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { themeTexts } from '../../texts/theme-texts.ts';
import { InsightExamples } from './insight-examples.tsx';
import { MoodBar } from './mood-bar.tsx';

/** What people say about each product, what they ask in vain, and what its description lacks. */
export function InsightProducts({ site, found }: { site: string; found: Found }) {
  const { locale } = useTexts();
  const t = insightProductTexts[locale];
  const { first, through, messages, products } = found;
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="insight-products">
      <h2 id="insight-products">{t.title}</h2>
      <p class="muted">{t.text(messages, first, through)}</p>
      {products.map((product) => (
        <Product key={product.id} site={site} product={product} />
      ))}
    </section>
  );
}

function Product({ site, product }: { site: string; product: InsightProduct }) {
  const { locale } = useTexts();
  const t = insightProductTexts[locale];
  const { id, names, n, mood, themes, asked, unanswered } = product;
  const lacking = asked.filter(({ isLacking }) => isLacking);
  const facts = lacking.map(({ fact }) => t.facts[fact] ?? fact);
  return (
    <details class="insight">
      <summary>
        <span class="insight-name">
          {names[locale] ?? names.en ?? names.zh ?? id}{' '}
          {lacking.length > 0 && <span class="tag tag-bad">{t.lacks(facts)}</span>}
        </span>
        <b class="insight-value">{t.messages(n)}</b>
        <span class="muted insight-more">{unanswered.n > 0 && t.unanswered(unanswered.n)}</span>
        <MoodBar {...mood} />
      </summary>
      <p class="muted">{themeTexts[locale].mood(mood.negative, mood.neutral, mood.positive)}</p>
      {themes.length > 0 && <p>{t.themes(themes.map(({ name, n: of }) => t.theme(name, of)))}</p>}
      {asked.map((each) => (
        <Asked key={each.fact} site={site} asked={each} />
      ))}
      {unanswered.n > 0 && (
        <>
          <h3>{t.unanswered(unanswered.n)}</h3>
          <InsightExamples site={site} examples={unanswered.examples} />
        </>
      )}
    </details>
  );
}

function Asked({ site, asked }: { site: string; asked: InsightAsked }) {
  const { locale } = useTexts();
  const t = insightProductTexts[locale];
  const { fact, n, unanswered, isLacking, examples } = asked;
  return (
    <>
      <h3>
        {t.asked(t.facts[fact] ?? fact, n, unanswered)} {isLacking && <span class="tag tag-bad">{t.lacking}</span>}
      </h3>
      {isLacking && <p class="muted">{t.add(t.facts[fact] ?? fact)}</p>}
      <InsightExamples site={site} examples={examples} />
    </>
  );
}

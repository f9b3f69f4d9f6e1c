import type { InsightThemes } from '../../state/api/insights-api.ts';
import { useTexts } from '../../texts/index.ts';
import { themeTexts } from '../../texts/theme-texts.ts';
import { InsightExamples } from './insight-examples.tsx';

interface RepeatedListProps {
  site: string;
  repeated: InsightThemes['repeated'];
}

/** What came again and again in the same words: a form that sends one sentence, a bot, or a wish that many copied. */
export function RepeatedList({ site, repeated }: RepeatedListProps) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  return (
    <>
      <h3>{t.repeated}</h3>
      {repeated.map(({ n, examples }, place) => (
        <div key={place}>
          <b>{t.messages(n)}</b>
          <InsightExamples site={site} examples={examples} />
        </div>
      ))}
    </>
  );
}

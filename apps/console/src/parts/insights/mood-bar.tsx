import { themeTexts } from '../../texts/theme-texts.ts';
import { useTexts } from '../../texts/index.ts';

interface MoodBarProps {
  negative: number;
  neutral: number;
  positive: number;
}

/** How many of each mood, as the parts of a bar; for those who do not see it, in words. */
export function MoodBar(mood: MoodBarProps) {
  const { locale } = useTexts();
  const said = themeTexts[locale].mood(mood.negative, mood.neutral, mood.positive);
  return (
    <span class="theme-mood insight-more" role="img" aria-label={said} title={said}>
      {(['negative', 'neutral', 'positive'] as const).map(
        (kind) => mood[kind] > 0 && <i key={kind} class={`theme-${kind}`} style={{ flexGrow: mood[kind] }} />,
      )}
    </span>
  );
}

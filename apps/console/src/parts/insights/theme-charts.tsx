import { MOOD_COLOURS, linesChart, partsChart } from '@solodesk/ui/charts';
import type { ChartLook } from '@solodesk/ui/charts';
import { useCallback } from 'preact/hooks';
import type { InsightThemes } from '../../state/api/insights-api.ts';
import { themeTexts } from '../../texts/theme-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { InsightChart } from './insight-chart.tsx';

/** Themes that are drawn; all of them stand in the list. */
const MOST = 6;
const KINDS = ['negative', 'neutral', 'positive'] as const;

/** Themes over time and how their writers feel, as the report draws them. */
export function ThemeCharts({ found }: { found: InsightThemes }) {
  const { locale } = useTexts();
  const t = themeTexts[locale];
  const lines = useCallback(
    (look: ChartLook) => {
      const shown = drawnThemes(found);
      const labels = found.history.map(({ through }) => through);
      const series = shown.map(({ id, name }) => ({ name, values: found.history.map(({ sizes }) => sizes[id] ?? 0) }));
      return linesChart(labels, series, look);
    },
    [found],
  );
  const bars = useCallback(
    (look: ChartLook) => {
      const shown = drawnThemes(found);
      const parts = KINDS.map((kind) => ({
        ...{ name: t.moods[kind], colour: MOOD_COLOURS[kind], values: shown.map(({ mood }) => mood[kind]) },
      }));
      const names = shown.map(({ name }) => name);
      return partsChart(names, parts, look);
    },
    [found, t],
  );
  if (drawnThemes(found).length === 0) return null;
  return (
    <div class="insight-charts">
      {found.history.length > 1 && <InsightChart name={t.overTime} draw={lines} />}
      <InsightChart name={t.moodByTheme} draw={bars} />
    </div>
  );
}

const drawnThemes = ({ themes }: InsightThemes) => (themes ?? []).filter(({ size }) => size > 0).slice(0, MOST);

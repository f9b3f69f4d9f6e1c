import type { Chart, ChartLook } from '@solodesk/ui/charts';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  ...[BarChart, HeatmapChart, LineChart],
  ...[GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, SVGRenderer],
]);

/** Of a cell its name is said, which is put in as text. */
const CELL_TOOLTIP = { trigger: 'item', formatter: '{b}' } as const;

export type DrawChart = (look: ChartLook) => Chart;

export interface DrawnChart {
  show(draw: DrawChart): void;
  end(): void;
}

/** Draws as the report does, and follows the width and the colours of its place. It moves only for those who want that. */
export function drawIn(place: HTMLElement): DrawnChart {
  const drawn = init(place, null, { renderer: 'svg' });
  const animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let last: DrawChart | null = null;
  /** For which the legend has its rows. */
  let width = 0;
  const again = () => {
    if (last === null) return;
    width = place.clientWidth;
    const { color, fontFamily } = getComputedStyle(place);
    const { option, height } = last({ ink: color, fontFamily, ...(width > 0 && { width }) });
    place.style.height = `${height}px`;
    drawn.resize();
    const tooltip = { confine: true, ...('visualMap' in option ? CELL_TOOLTIP : { trigger: 'axis' }) };
    drawn.setOption({ animation, animationDuration: 200, tooltip, ...option }, true);
  };
  const watch = new ResizeObserver(() => (place.clientWidth === width ? drawn.resize() : again()));
  watch.observe(place);
  dark.addEventListener('change', again);
  return {
    show(draw) {
      last = draw;
      again();
    },
    end() {
      watch.disconnect();
      dark.removeEventListener('change', again);
      drawn.dispose();
    },
  };
}

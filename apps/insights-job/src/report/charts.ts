import type { Chart, ChartLook } from '@solodesk/ui/charts';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, HeatmapChart, LineChart, GridComponent, LegendComponent, VisualMapComponent, SVGRenderer]);

/** Stands for the colour of the page's text, which is another one in the dark. */
const INK = '#010203';
const WIDTH = 640;

export const PAPER: ChartLook = { ink: INK };

/** Draws on no screen: an SVG of its own, whose text has the page's colour. */
export function draw({ option, height }: Chart): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, ...option });
    const svg = chart.renderToSVGString({ useViewBox: true });
    return (
      svg
        .replaceAll(/#010203|rgb\(1,\s*2,\s*3\)/gi, 'currentColor')
        // What a chart does under a pointer has no place on paper.
        .replaceAll(/<style[^>]*>[^]*?<\/style>/g, '')
        .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
    );
  } finally {
    chart.dispose();
  }
}

import type { Chart, ChartLook } from '@solodesk/ui/charts';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, HeatmapChart, LineChart, GridComponent, LegendComponent, VisualMapComponent, SVGRenderer]);

/**
 * Nothing here can measure a text. What ECharts guesses is a narrow font's width, and whoever reads the page may have a wide one, in which
 * names of a legend would run into each other: so much of the font's size for a letter (DejaVu Sans), and all of it for a Chinese one.
 */
const LETTER = 0.63;
setPlatformAPI({
  measureText(text, font = '') {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12);
    const width = [...text].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 1 : LETTER), 0);
    return { width: width * size };
  },
});

/** Stands for the colour of the page's text, which is another one in the dark. */
const INK = '#010203';

/** What a report's charts are drawn for. */
export type ReportLook = ChartLook & { readonly width: number };

export const PAGE: ReportLook = { ink: INK, width: 640 };
/** A phone shows a mail's pictures at half their width or so: narrower, and with larger words, so that these can be read there. */
export const MAIL: ReportLook = { ink: INK, width: 440, fontSize: 16 };

/** Draws on no screen: an SVG of its own, whose text has the page's colour. */
export function draw({ option, height }: Chart, { width }: ReportLook): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
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

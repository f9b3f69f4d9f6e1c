import { useEffect, useRef, useState } from 'preact/hooks';
import type { DrawChart, DrawnChart } from '../../state/insights/draw-chart.ts';
import { report } from '../../state/report.ts';

interface InsightChartProps {
  /** What it shows, for those who do not see it; its numbers stand elsewhere on the page. */
  name: string;
  draw: DrawChart;
}

/** A chart whose library comes when one is first shown. Without it the page says the same in numbers. */
export function InsightChart({ name, draw }: InsightChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  useEffect(() => {
    // What cannot tell how wide something is draws nothing.
    if (typeof ResizeObserver === 'undefined') return undefined;
    let ended = false;
    let made: DrawnChart | null = null;
    import('../../state/insights/draw-chart.ts').then(
      ({ drawIn }) => {
        if (ended || !place.current) return;
        made = drawIn(place.current);
        setDrawn(made);
      },
      (error: unknown) => report('A chart could not be loaded.', error),
    );
    return () => {
      ended = true;
      made?.end();
    };
  }, []);
  useEffect(() => drawn?.show(draw), [drawn, draw]);
  return (
    <figure class="insight-chart">
      <figcaption class="muted">{name}</figcaption>
      <div role="img" aria-label={name} ref={place} />
    </figure>
  );
}

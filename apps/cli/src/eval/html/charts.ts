import type { LanguageEvaluation } from '../evaluate-language.ts';
import { percent } from '../figures.ts';
import { chart, round } from './frame.ts';
import type { Axis } from './frame.ts';
import type { PageTexts } from './page-texts.ts';

/** Coverage against risk: the line of all thresholds, where the bot stands on it, and the budget. */
export function riskChart(
  { curve, answered, wrong, budgets }: LanguageEvaluation,
  budget: number | null,
  texts: PageTexts,
): string {
  const highest = Math.max(...curve.map(({ risk }) => risk), budget ?? 0, ...budgets.map(({ budget: one }) => one));
  const yMax = [0.1, 0.2, 0.3, 0.4, 0.6, 0.8].find((max) => max >= highest) ?? 1;
  const summary = texts.riskSummary(percent(answered.share ?? 0), percent(wrong.share ?? 0));
  return chart(summary, shareAxis(texts.coverage, 1, 4), shareAxis(texts.risk, yMax, 4), ({ x, y }) => {
    const line = curve.map(
      ({ coverage, risk }, at) => `${at === 0 ? 'M' : 'L'}${round(x(coverage))} ${round(y(risk))}`,
    );
    const limit =
      budget === null
        ? ''
        : `<line class="budget" x1="${round(x(0))}" x2="${round(x(1))}" y1="${round(y(budget))}" y2="${round(y(budget))}"/>`;
    const dot =
      wrong.share === null || answered.share === null
        ? ''
        : `<circle class="dot" cx="${round(x(answered.share))}" cy="${round(y(wrong.share))}" r="5"/>`;
    return `${limit}<path class="line" d="${line.join('')}"/>${dot}`;
  });
}

/** Of each range of confidence, the share that was right; what means what it says lies on the diagonal. */
export function reliabilityChart({ reliability, calibrationError }: LanguageEvaluation, texts: PageTexts): string {
  const most = Math.max(1, ...reliability.map(({ count }) => count));
  const axes = [shareAxis(texts.confidence, 1, 4), shareAxis(texts.rightShare, 1, 4)] as const;
  return chart(texts.reliabilitySummary(percent(calibrationError)), ...axes, ({ x, y }) => {
    const bars = reliability.map(({ from, to, count, right }) => {
      if (right === null) return '';
      const [left, top] = [round(x(from) + 1), round(y(right))];
      const [width, height] = [round(x(to) - x(from) - 2), round(y(0) - y(right))];
      // A bar of few questions says little, and is pale.
      const opacity = (0.25 + 0.75 * Math.sqrt(count / most)).toFixed(2);
      const title = texts.bin(percent(from), percent(to), count, percent(right));
      return `<rect class="bar" x="${left}" y="${top}" width="${width}" height="${Math.max(height, 1)}" opacity="${opacity}"><title>${title}</title></rect>`;
    });
    return `${bars.join('')}<line class="diagonal" x1="${round(x(0))}" y1="${round(y(0))}" x2="${round(x(1))}" y2="${round(y(1))}"/>`;
  });
}

function shareAxis(label: string, max: number, steps: number): Axis {
  return { label, max, steps, format: (value) => `${Math.round(value * 1000) / 10}%` };
}

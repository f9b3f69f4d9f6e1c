import type { ShownFigure } from './shown-figure.ts';
import type { InsightsTexts } from '../../texts/insights-texts.ts';
import type { InsightFigures } from '../api/insights-api.ts';

type Group = keyof InsightsTexts['groups'];

const TIMES = [
  ...[
    'botFirstMedian',
    'botFirstP90',
    'ownerFirstMedian',
    'ownerFirstP90',
    'ownerFirstOpenMedian',
    'ownerFirstOpenP90',
  ],
  ...['botResolvedMedian', 'botResolvedP90', 'ownerResolvedMedian', 'ownerResolvedP90'],
  ...['ownerResolvedOpenMedian', 'ownerResolvedOpenP90'],
];
const RATES = ['resolutionRate', 'containment', 'handoffRate', 'promiseKept'];

/** As `KPI_FORMULAS` of the analytics has them: t₀ is the first word, t₁ the answer, t₂ the end. */
const FORMULAS: Readonly<Record<string, string>> = {
  csi: 'CSI = Σ scores / n',
  csat: 'scores ≥ 8 / n',
  crr: 'CRR = (E − N) / S × 100 %',
  churn: '1 − CRR = (S − (E − N)) / S × 100 %',
  cac: 'CAC = Σ spend / N',
  resolutionRate: 'solved / ended',
  containment: 'without a person / ended',
  handoffRate: 'to a person / ended',
  promiseKept: 'kept / (kept + broken)',
};

function timeFormula(name: string): string {
  const which = name.endsWith('P90') ? 'p90' : 'median';
  const end = name.includes('First') ? 't₁' : 't₂';
  return name.includes('Open') ? `${which}(|[t₀, ${end}] ∩ hours|)` : `${which}(${end} − t₀)`;
}

/** The figures of a time in the order in which they are shown, with those of the time before. */
export function shownFigures(
  figures: InsightFigures,
  before: InsightFigures | null,
  t: InsightsTexts,
): { group: Group; shown: ShownFigure[] }[] {
  const { rule } = figures;
  const note = `${t.rule(rule.days)} (${rule.gaps === null ? t.ruleOwn : t.ruleGaps(rule.gaps)}).`;
  const name = (key: string) => t.names[key] ?? key;
  const named = (
    key: 'csi' | 'crr' | 'churn',
    method: ShownFigure['method'],
    unit: ShownFigure['unit'],
  ): ShownFigure => ({
    ...{ key, name: name(key), formula: FORMULAS[key] ?? '', method, unit },
    ...{ figure: figures[key], before: before?.[key] ?? null, note: key === 'csi' ? null : note },
    of: (group) => group.figures[key],
  });
  const kpis = (keys: readonly string[], method: ShownFigure['method'], unit: ShownFigure['unit']): ShownFigure[] =>
    keys.flatMap((key) => {
      const figure = figures.kpis[key];
      if (figure === undefined) return [];
      const formula = FORMULAS[key] ?? timeFormula(key);
      const of: ShownFigure['of'] = (group) => group.figures[key];
      return [
        { key, name: name(key), formula, method, unit, figure, before: before?.kpis[key] ?? null, note: null, of },
      ];
    });
  const cacs = figures.cac.map(({ channel, currency, figure }): ShownFigure => ({
    ...{ key: 'cac', name: channel === null ? name('cac') : t.ofChannel(channel), formula: FORMULAS['cac'] ?? '' },
    ...{ method: 'poisson', unit: currency === null ? 'score' : { currency }, figure, note: null },
    before: before?.cac.find((each) => each.channel === channel && each.currency === currency)?.figure ?? null,
    // Spend is known by channel or by month, and the channels stand with the figures.
    of: (group) =>
      channel === null && 'cac' in group ? group.cac.find((each) => each.currency === currency)?.figure : undefined,
  }));
  return [
    { group: 'feel', shown: [named('csi', 't', 'score'), ...kpis(['csat'], 'wilson', 'share')] },
    { group: 'kept', shown: [named('crr', 'wilson', 'share'), named('churn', 'wilson', 'share'), ...cacs] },
    { group: 'fast', shown: kpis(TIMES, 'order', 'time') },
    { group: 'solved', shown: kpis(RATES, 'wilson', 'share') },
  ];
}

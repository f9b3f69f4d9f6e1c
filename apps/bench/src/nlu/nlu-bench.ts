import { figuresAt, learnForEvaluation, withoutTest } from '@solodesk/nlu';
import type { EvaluationResult, Figures } from '@solodesk/nlu';
import type { BenchResult, Figure, Target } from '../command/bench-result.ts';
import { judge, round } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { demoFigures } from './demo-set.ts';
import { nluSets } from './nlu-sets.ts';
import type { NamedSet } from './nlu-sets.ts';
import { stockNlpjs } from './stock-nlpjs.ts';

/** A second operating point of CLINC150's full set: at least this part of what is out of scope, as far as its validation sentences can tell. */
const HIGH_RECALL = 0.9;

/** The name of the part that is no public set. */
const DEMO = 'demo';

const TARGETS = [
  { figure: 'clincFull_accuracy', atLeast: 0.935 },
  { figure: 'clincFull_inScopeAccuracy', atLeast: 0.925 },
  { figure: 'clincFull_outOfScopeRecall', atLeast: 0.65 },
  { figure: 'clincFullHighRecall_inScopeAccuracy', atLeast: 0.9 },
  { figure: 'clincFullHighRecall_outOfScopeRecall', atLeast: 0.8 },
  { figure: 'clincFull_calibrationError', atMost: 0.03 },
  { figure: 'clincFull_trainSeconds', atMost: 20 },
  { figure: 'clincFull_predictP99Ms', atMost: 2 },
  { figure: 'clincSmall_inScopeAccuracy', atLeast: 0.9 },
  { figure: 'clincSmall_outOfScopeRecall', atLeast: 0.65 },
  { figure: 'clinc5Shots_accuracy', atLeast: 0.76 },
  { figure: 'clinc10Shots_accuracy', atLeast: 0.84 },
  { figure: 'corpora_microF1', atLeast: 0.94 },
  { figure: 'bitext_accuracy', atLeast: 0.997 },
  { figure: 'demo_predictMeanUs', atMost: 60 },
  { figure: 'demo_trainSeconds', atMost: 1.5 },
];

const SHOWN = [
  'accuracy',
  'inScopeAccuracy',
  'outOfScopeRecall',
  'macroF1',
  'microF1',
  'calibrationError',
  'trainSeconds',
  'predictP50Ms',
  'predictP99Ms',
  'modelBytes',
] as const;

/**
 * How intents are told apart on public sets, and what the demo's FAQs cost, beside nlp.js as it comes in the same run.
 * @param data the folder of public sets
 * @param only names of sets or groups, or "demo"; none for all
 * @throws Error if there is nothing by such a name
 */
export async function benchNlu(data: string, only: readonly string[]): Promise<BenchResult> {
  const ours = new Groups();
  const stock = new Groups();
  // First: what has run before would have warmed the machine up.
  const demo = only.length === 0 || only.includes(DEMO) ? await demoFigures() : { figures: {}, control: {} };
  for (const { name, group, besideStock, ...set } of chosen(nluSets(data), only)) {
    const { kept, dropped } = withoutTest(set.train, set.test);
    progress(
      `${name}: ${kept.length} sentences${dropped > 0 ? `, ${dropped} left out that are in the test, too` : ''}`,
    );
    const resultAt = learnForEvaluation(set, 'en');
    ours.add(group, resultAt());
    if (name === 'clincFull') ours.add('clincFullHighRecall', resultAt(HIGH_RECALL));
    if (!besideStock) continue;
    progress(`${name}: nlp.js`);
    const { judgements, threshold, trainSeconds } = await stockNlpjs(kept, set.test);
    stock.add(group, { ...figuresAt(judgements, threshold), trainSeconds });
    progress(`${name}: nlp.js was trained in ${trainSeconds.toFixed(1)} s`);
  }
  const figures = { ...ours.figures(), ...demo.figures };
  const stockFigures = stock.figures('nlpjs_');
  const stockRecall = Number(stockFigures['nlpjs_corpora_outOfScopeRecall'] ?? 0);
  const targets: Target[] = [...TARGETS, { figure: 'corpora_outOfScopeRecall', above: stockRecall }];
  return {
    name: 'nlu',
    figures,
    control: { ...stockFigures, ...demo.control },
    runs: 1,
    repeats: [figures],
    targets: judge(
      targets.filter(({ figure }) => only.length === 0 || figure in figures),
      figures,
    ),
  };
}

function chosen(sets: readonly NamedSet[], only: readonly string[]): readonly NamedSet[] {
  const unknown = only.find(
    (wanted) => wanted !== DEMO && !sets.some(({ name, group }) => wanted === name || wanted === group),
  );
  if (unknown !== undefined) throw new Error(`there is no set "${unknown}"`);
  return only.length === 0 ? sets : sets.filter(({ name, group }) => only.includes(name) || only.includes(group));
}

type Result = Figures & Partial<EvaluationResult>;

/** Figures by group: means over what is in a group, each test sentence counting once. */
class Groups {
  readonly #results = new Map<string, Result[]>();

  add(group: string, result: Result): void {
    const known = this.#results.get(group);
    if (known) known.push(result);
    else this.#results.set(group, [result]);
  }

  figures(prefix = ''): Record<string, Figure> {
    const figures: Record<string, Figure> = {};
    for (const [group, results] of this.#results) {
      for (const name of SHOWN) {
        const measured = results.flatMap((result) => {
          const value = result[name];
          return value === undefined || value === null ? [] : [{ value, weight: counted(name, result) }];
        });
        const weight = measured.reduce((sum, one) => sum + one.weight, 0);
        if (weight === 0) continue;
        figures[`${prefix}${group}_${name}`] = round(
          measured.reduce((sum, one) => sum + one.value * one.weight, 0) / weight,
        );
      }
    }
    return figures;
  }
}

/** How many sentences of a test a figure is about. */
function counted(figure: (typeof SHOWN)[number], { n, outOfScope }: Result): number {
  if (figure === 'outOfScopeRecall') return outOfScope;
  return figure === 'accuracy' || figure === 'inScopeAccuracy' ? n - outOfScope : n;
}

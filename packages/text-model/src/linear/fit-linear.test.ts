import { describe, expect, it } from '@jest/globals';
import { sparseRows } from '../rows/sparse-rows.ts';
import { seededRandom } from '../seeded-random.ts';
import { balancedCosts, fitLinear } from './fit-linear.ts';
import { greatest, linearScores } from './linear-model.ts';

/** Three classes, each with a column of its own under noise that all share. */
function noisyRows(count: number, seed: number) {
  const random = seededRandom(seed);
  const labels = Int32Array.from({ length: count }, (_, row) => row % 3);
  const rows = Array.from(labels, (label) => ({
    columns: Int32Array.of(label, 3 + Math.floor(random() * 4), 7 + Math.floor(random() * 4)),
    values: Float32Array.of(0.6, 0.6, 0.5),
  }));
  return { rows: sparseRows(rows, 11), labels };
}

describe.each(['svm', 'softmax'] as const)('a linear model of %s loss', (loss) => {
  it('tells new rows of the same kind apart', () => {
    const { rows, labels } = noisyRows(60, 1);
    const model = fitLinear(rows, labels, { classes: 3, loss });
    const fresh = noisyRows(30, 2);
    const scores = new Float64Array(3);
    for (let row = 0; row < fresh.rows.count; row += 1) {
      const [from, to] = [fresh.rows.starts[row]!, fresh.rows.starts[row + 1]!];
      linearScores(model, fresh.rows.columns.subarray(from, to), fresh.rows.values.subarray(from, to), scores);
      expect(greatest(scores)).toBe(fresh.labels[row]);
    }
  });

  it('is the same to the last bit for the same seed', () => {
    const { rows, labels } = noisyRows(30, 3);
    const first = fitLinear(rows, labels, { classes: 3, loss, seed: 7 });
    expect(fitLinear(rows, labels, { classes: 3, loss, seed: 7 })).toEqual(first);
  });

  it('reaches the optimum: no small step makes the objective better', () => {
    const { rows, labels } = noisyRows(30, 4);
    const cost = 2;
    const model = fitLinear(rows, labels, { classes: 3, loss, cost, passes: 2000, tolerance: 1e-9 });
    const objective = (weights: Float64Array): number => {
      let sum = 0;
      for (const weight of weights) sum += weight * weight * 0.5;
      for (let row = 0; row < rows.count; row += 1) {
        const z = Float64Array.from(weights.subarray(33));
        for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
          for (let k = 0; k < 3; k += 1) z[k] = z[k]! + rows.values[at]! * weights[rows.columns[at]! * 3 + k]!;
        }
        const label = labels[row]!;
        if (loss === 'softmax') sum += cost * (Math.log(z.reduce((all, one) => all + Math.exp(one), 0)) - z[label]!);
        else z.forEach((score, k) => (sum += cost * Math.max(0, 1 - (k === label ? score : -score)) ** 2));
      }
      return sum;
    };
    const at = Float64Array.from([...model.weights, ...model.bias]);
    const best = objective(at);
    for (let coordinate = 0; coordinate < at.length; coordinate += 1) {
      for (const step of [-0.01, 0.01]) {
        const moved = Float64Array.from(at);
        moved[coordinate] = moved[coordinate]! + step;
        expect(objective(moved)).toBeGreaterThan(best);
      }
    }
  });

  it('refuses labels that are no classes, and another number of labels than rows', () => {
    const { rows } = noisyRows(3, 5);
    expect(() => fitLinear(rows, [0, 1, 3], { classes: 3, loss })).toThrow('label 3 of row 2');
    expect(() => fitLinear(rows, [0, 1], { classes: 3, loss })).toThrow('2 labels for 3 rows');
  });

  it('learns nothing from nothing, without an error', () => {
    const model = fitLinear(sparseRows([], 2), [], { classes: 2, loss });
    expect([...model.weights, ...model.bias]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('balanced costs', () => {
  it('make every class weigh the same in total', () => {
    expect([...balancedCosts([0, 0, 0, 1], 2)]).toEqual([4 / 6, 2]);
  });

  it('leave a class without examples alone', () => {
    expect([...balancedCosts([0], 2)]).toEqual([0.5, 1]);
  });
});

describe('a fit that starts where another ended', () => {
  const settled = { classes: 3, passes: 2000, tolerance: 1e-9 } as const;

  it('is at the optimum at once', () => {
    const { rows, labels } = noisyRows(30, 6);
    const duals = new Float32Array(90);
    const optimum = fitLinear(rows, labels, { ...settled, duals });
    expect(duals.some((dual) => dual > 0)).toBe(true);
    const again = fitLinear(rows, labels, { ...settled, passes: 1, duals });
    const fromNothing = fitLinear(rows, labels, { ...settled, passes: 1 });
    const apart = (weights: Float32Array) => Math.max(...weights.map((w, at) => Math.abs(w - optimum.weights[at]!)));
    expect(apart(again.weights)).toBeLessThan(1e-4);
    expect(apart(fromNothing.weights)).toBeGreaterThan(1e-2);
  });

  it('wants one start for each row and class', () => {
    const { rows, labels } = noisyRows(30, 6);
    expect(() => fitLinear(rows, labels, { classes: 3, duals: new Float32Array(89) })).toThrow(RangeError);
  });
});

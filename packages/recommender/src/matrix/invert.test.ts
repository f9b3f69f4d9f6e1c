import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invertPositiveDefinite } from './invert.ts';

describe('the inverse', () => {
  it('times the matrix is the identity', () => {
    const sized = fc.integer({ min: 1, max: 14 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        numbers: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n }),
      }),
    );
    fc.assert(
      fc.property(sized, ({ n, numbers }) => {
        // A·Aᵀ + I is positive definite, whatever A is.
        const matrix = Float64Array.from({ length: n * n }, (_, at) => {
          const [row, column] = [Math.floor(at / n), at % n];
          let sum = row === column ? 1 : 0;
          for (let k = 0; k < n; k++) sum += numbers[row * n + k]! * numbers[column * n + k]!;
          return sum;
        });
        const inverse = invertPositiveDefinite(matrix.slice(), n);
        for (let row = 0; row < n; row++) {
          for (let column = 0; column < n; column++) {
            let sum = 0;
            for (let k = 0; k < n; k++) sum += matrix[row * n + k]! * inverse[k * n + column]!;
            expect(sum).toBeCloseTo(row === column ? 1 : 0, 6);
          }
        }
      }),
    );
  });

  it('is refused for a matrix that has none', () => {
    expect(() => invertPositiveDefinite(Float64Array.of(1, 1, 1, 1), 2)).toThrow(RangeError);
    expect(() => invertPositiveDefinite(Float64Array.of(NaN), 1)).toThrow(RangeError);
  });
});

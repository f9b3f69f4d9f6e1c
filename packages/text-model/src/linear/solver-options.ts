/** What both solvers take, defaults filled in. */
export interface SolverOptions {
  classes: number;
  /** One a class: the cost of a mistake with its examples. */
  costs: Float64Array;
  biasValue: number;
  passes: number;
  tolerance: number;
  seed: number;
  /** `count · classes` dual variables, row by row: where to start, and, afterwards, where it ended. */
  duals?: Float32Array | undefined;
}

/** What both solvers take, defaults filled in. */
export interface SolverOptions {
  classes: number;
  /** One a class: the cost of a mistake with its examples. */
  costs: Float64Array;
  biasValue: number;
  passes: number;
  tolerance: number;
  seed: number;
}

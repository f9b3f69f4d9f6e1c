/** The bytes are no model of this book and this version: damaged, cut short, or written by another version. */
export class ModelBytesError extends Error {
  override readonly name = 'ModelBytesError';
}

/** Training did not come to an end: the process died, was too slow, or said what went wrong. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
}

/** A data set that cannot be read: what is wrong, and where. */
export class DataSetError extends Error {
  override readonly name = 'DataSetError';
}

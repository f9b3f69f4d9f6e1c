import { availableParallelism } from 'node:os';

/**
 * Node's flags for the server. On a machine with one core V8's helper threads take that core from the thread that answers people: while
 * they marked 50 MB beside a model that was swapped, replies took 20 to 45 ms. Marking by itself, in steps, holds nobody up.
 */
export function serverFlags(cores = availableParallelism()) {
  return ['--enable-source-maps', ...(cores === 1 ? ['--single-threaded-gc'] : [])];
}

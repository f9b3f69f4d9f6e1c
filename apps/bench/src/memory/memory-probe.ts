/**
 * Loaded into a server before its own code (`node --expose-gc --import`): on the word of the process that started it,
 * collects the garbage and tells what is left. The same for the desk and for the bare server.
 */
export interface MemoryWord {
  /** JavaScript objects and buffers, in bytes. */
  heapBytes: number;
}

const MEASURE = 'measure-memory';

process.on('message', (word: unknown) => {
  if (word === null || typeof word !== 'object' || !('kind' in word) || word.kind !== MEASURE) return;
  // Twice, because what the first round finalises is collected by the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ heapBytes: heapUsed + external } satisfies MemoryWord);
});
// Listening must not keep a server alive that wants to end.
process.channel?.unref();

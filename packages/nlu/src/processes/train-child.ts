/** The program of the training process: for each request over IPC one model file and one answer, until nobody is connected any more. */
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { trainModel } from '../model/train-model.ts';
import type { TrainingAnswer, TrainingRequest } from './training-messages.ts';

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Temporary file, fsync, rename, fsync of the folder: after a power cut there is the whole model or none. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(unfinished, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await sync(dirname(file));
}

async function answerTo({ book, file }: TrainingRequest): Promise<TrainingAnswer> {
  const startedAt = performance.now();
  try {
    const bytes = await trainModel(book);
    await writeWhole(file, bytes);
    return { kind: 'trained', bytes: bytes.length, ms: Math.round(performance.now() - startedAt) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (request: TrainingRequest) => {
  void answerTo(request).then((answer) => {
    // A parent that has gone is told nothing; the model is there for its successor.
    if (process.connected) process.send?.(answer);
  });
});

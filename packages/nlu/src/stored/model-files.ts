import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntentModel, Log } from '@solodesk/core';
import { ModelBytesError } from '../errors.ts';
import { inSlices } from '../in-slices.ts';
import type { Pace } from '../in-slices.ts';
import { buildModel } from './load-model.ts';
import { FORMAT } from './recipe.ts';

const MODEL_FILE = /^[\w-]+-v\d+\.model$/;
const UNFINISHED_FILE = /^[\w-]+-v\d+\.model\.\d+\.tmp$/;
const SAFE_HASH = /^[\w-]{1,128}$/;

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** The folder of trained models, `<hash>-v<FORMAT>.model` each. */
export class ModelFiles {
  readonly #dir: string;
  readonly #log: Log;

  constructor(dir: string, log: Log) {
    this.#dir = dir;
    this.#log = log;
  }

  /** @throws Error if the hash could lead out of the folder */
  pathOf(bookHash: string): string {
    if (!SAFE_HASH.test(bookHash)) throw new Error('the hash of the FAQ book is not a plain word');
    return join(this.#dir, `${bookHash}-v${FORMAT}.model`);
  }

  /**
   * The stored model, which counts as used now; undefined if there is none, or none that is whole and of this version.
   * @param pace how much of the time of those who chat meanwhile it may take
   * @param wrongAnswerBudget of 100 answers given, how many may be wrong
   */
  async load(bookHash: string, pace: Pace, wrongAnswerBudget?: number): Promise<IntentModel | undefined> {
    const path = this.pathOf(bookHash);
    try {
      const options = wrongAnswerBudget === undefined ? {} : { wrongAnswerBudget };
      const model = await inSlices(buildModel(await readFile(path), bookHash, options), pace);
      await this.#touch(path);
      return model;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      if (!(error instanceof ModelBytesError)) throw error;
      this.#log.warn({ path, reason: error.message }, 'a stored model is not usable');
      return undefined;
    }
  }

  /**
   * Deletes all models but the `keep` most recently used, and what trainings that died left behind.
   * @param unfinishedMs age from which an unfinished file is nobody's any more
   */
  async prune(keep: number, unfinishedMs: number): Promise<void> {
    const models: { path: string; usedAt: number }[] = [];
    const old: string[] = [];
    const now = Date.now();
    for (const name of await readdir(this.#dir)) {
      const path = join(this.#dir, name);
      const usedAt = (await this.#modifiedAt(path)) ?? now;
      if (MODEL_FILE.test(name)) models.push({ path, usedAt });
      else if (UNFINISHED_FILE.test(name) && now - usedAt > unfinishedMs) old.push(path);
    }
    models.sort((first, second) => second.usedAt - first.usedAt);
    old.push(...models.slice(keep).map(({ path }) => path));
    for (const path of old) await rm(path, { force: true });
  }

  async #touch(path: string): Promise<void> {
    const now = new Date();
    try {
      await utimes(path, now, now);
    } catch (error) {
      this.#log.warn({ path, code: codeOf(error) }, 'a model cannot be marked as used');
    }
  }

  /** Undefined if the file has just gone. */
  async #modifiedAt(path: string): Promise<number | undefined> {
    try {
      return (await stat(path)).mtimeMs;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }
}

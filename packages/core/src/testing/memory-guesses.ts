import { afterGuess, afterReturn } from '../domain/action/guess-level.ts';
import type { GuessLevel } from '../domain/action/guess-level.ts';
import type { GuessStore } from '../ports/guess-store.ts';

export function createMemoryGuesses(): GuessStore {
  const levels = new Map<string, GuessLevel>();
  return {
    async spendGuess(site, { id, at, buckets }) {
      const next = buckets.map((bucket) => {
        const key = `${site} ${bucket.key}`;
        return { key, level: afterGuess(levels.get(key) ?? null, bucket, { id, at }) };
      });
      if (next.some(({ level }) => level === null)) return false;
      for (const { key, level } of next) if (level !== null) levels.set(key, level);
      return true;
    },
    async returnGuess(site, { id, buckets }) {
      for (const bucket of buckets) {
        const key = `${site} ${bucket.key}`;
        const level = levels.get(key);
        if (level !== undefined) levels.set(key, afterReturn(level, bucket, id));
      }
    },
  };
}

const HOUR = 3_600_000;

/** What is left in a bucket of guesses, and as of when. */
export interface GuessLevel {
  readonly left: number;
  /** UTC milliseconds. */
  readonly at: number;
  /** The guess that was taken last. */
  readonly last: string;
}

interface Bucket {
  readonly burst: number;
  readonly perHour: number;
}

/** A bucket that nobody has taken from, or not for long, is full. A clock that was set back takes nothing away. */
function levelNow(level: GuessLevel | null, { burst, perHour }: Bucket, at: number): number {
  if (level === null) return burst;
  return Math.min(burst, level.left + (Math.max(0, at - level.at) * perHour) / HOUR);
}

/** After a guess was taken; null when there is none left. The same guess is taken once. */
export function afterGuess(level: GuessLevel | null, bucket: Bucket, guess: { id: string; at: number }) {
  if (level?.last === guess.id) return level;
  const left = levelNow(level, bucket, guess.at) - 1;
  return left < 0 ? null : { left, at: Math.max(guess.at, level?.at ?? 0), last: guess.id };
}

/** After a guess was given back; as it is when another was taken since. */
export function afterReturn(level: GuessLevel, bucket: Bucket, id: string): GuessLevel {
  return level.last === id ? { ...level, left: Math.min(bucket.burst, level.left + 1), last: '' } : level;
}

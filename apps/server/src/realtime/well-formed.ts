/**
 * Text as it will come back from any store: lone surrogates (which SQLite would replace silently) and U+0000 (which
 * PostgreSQL refuses) become U+FFFD. Done before the ack, so that live and stored text are the same.
 */
export function wellFormed(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\uFFFD') : whole;
}

/** The same for every string in a parsed body, keys included. Bodies are small and shallow: their schema says so. */
export function wellFormedBody<T>(body: T): T {
  return mended(body) as T;
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value !== 'object' || value === null || isWhole(value)) return value;
  if (Array.isArray(value)) return value.map(mended);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [wellFormed(key), mended(inner)]));
}

/** Nearly every body has nothing to mend, and is then not copied. */
function isWhole(value: object): boolean {
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    if (wellFormed(key) !== key || mended(inner) !== inner) return false;
  }
  return true;
}

/**
 * An id that sorts by when it was made: a UUID of version 7 (RFC 9562) out of a random one, of which 74 bits stay. A store that knows repeats by
 * an index finds what is sent about now on one page of it, instead of on one each; the one in SQLite keeps no such index.
 * @param at UTC milliseconds.
 */
export function timeOrderedId(randomUuid: string, at: number): string {
  const time = Math.max(0, Math.trunc(at)).toString(16).padStart(12, '0').slice(-12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUuid.slice(15)}`;
}

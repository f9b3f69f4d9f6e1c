/**
 * An id that sorts by when it was made: a UUID of version 7 (RFC 9562) out of a random one, of which 74 bits stay. What is sent about now lies
 * together in the index by which the store knows a repeat, so that many messages write one page of it instead of one each.
 * @param at UTC milliseconds.
 */
export function timeOrderedId(randomUuid: string, at: number): string {
  const time = Math.max(0, Math.trunc(at)).toString(16).padStart(12, '0').slice(-12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUuid.slice(15)}`;
}

import type { Claims } from './visitor.ts';

/** What a page may claim about one visitor, over all it ever said: enough for a profile, too little to fill a disk with. */
export const MAX_CLAIMS = 64;
/** All names and values together, in UTF-8 bytes of JSON. */
export const MAX_CLAIMS_BYTES = 8 * 1024;

/** What was claimed before with what is claimed now; null when that is more than anybody needs to know. */
export function mergedClaims(before: Claims, now: Claims): Claims | null {
  const merged = { ...before, ...now };
  if (Object.keys(merged).length > MAX_CLAIMS) return null;
  return utf8Length(JSON.stringify(merged)) > MAX_CLAIMS_BYTES ? null : merged;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The keys around each one of an English keyboard. */
const BESIDE: Readonly<Record<string, string>> = {
  ...{ a: 'qsz', b: 'vgn', c: 'xdv', d: 'sfec', e: 'wrd', f: 'dgrv', g: 'fhtb', h: 'gjyn', i: 'uok', j: 'hku' },
  ...{ k: 'jlo', l: 'kop', m: 'nk', n: 'bmh', o: 'ipl', p: 'ol', q: 'wa', r: 'etf', s: 'adwx', t: 'ryg' },
  ...{ u: 'yij', v: 'cbf', w: 'qes', x: 'zcs', y: 'tuh', z: 'xas' },
};

/** A word with one slip of the keyboard: two letters swapped, one left out, one twice, or the key beside it. The same for the same seed. */
export function withSlip(word: string, seed: number): string {
  for (let draw = Math.imul(seed + 1, 0x9e3779b1) >>> 0; ; draw = (Math.imul(draw, 1_664_525) + 1_013_904_223) >>> 0) {
    const at = (draw >>> 8) % word.length;
    const beside = BESIDE[word[at]!] ?? 'e';
    const slipped = [
      word.slice(0, at) + (word[at + 1] ?? '') + word[at]! + word.slice(at + 2),
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + word[at]! + word.slice(at),
      word.slice(0, at) + beside[(draw >>> 16) % beside.length]! + word.slice(at + 1),
    ][draw >>> 30]!;
    if (slipped !== word) return slipped;
  }
}

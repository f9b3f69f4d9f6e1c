/** Letters alone are sizes; words and numbers only behind "size", or at the end of "in a 38". */
const IN_ENGLISH =
  /(?<![\p{L}\p{N}'’])(?:size|or|and|in(?: an?| size)?)\s+(small|medium|large|\d{2}|[2-6]xl|x{0,4}[sl]|m)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}'’])([2-6]xl|x{1,4}[sl])(?![\p{L}\p{N}])/giu;
const IN_CHINESE = /((?<![a-z])(?:[2-6]xl|x{0,4}[sl]|m)|(?<!\d)\d{2,3}|[大中小])\s*[码碼号號]/giu;

const LETTERS: Readonly<Record<string, string>> = {
  small: 's',
  medium: 'm',
  large: 'l',
  小: 's',
  中: 'm',
  大: 'l',
  xxs: '2xs',
  xxl: '2xl',
  xxxl: '3xl',
  xxxxl: '4xl',
};

/** The size that a message asks for ("in XL", 38码), as it is written there; null if it names none, or several. */
export function askedSize(text: string): string | null {
  const found = [...text.matchAll(IN_ENGLISH), ...text.matchAll(IN_CHINESE)].flatMap(
    ([, named, bare]) => named ?? bare ?? [],
  );
  const different = new Set(found.map(plainSize));
  return different.size === 1 ? (found[0] ?? null) : null;
}

/** The size of a product that is the one asked for, however either is written; null if it has none such. */
export function sizeOf(sizes: readonly string[], asked: string): string | null {
  const wanted = plainSize(asked);
  return sizes.find((size) => plainSize(size) === wanted) ?? null;
}

function plainSize(size: string): string {
  const plain = size.trim().toLowerCase();
  return LETTERS[plain] ?? plain;
}

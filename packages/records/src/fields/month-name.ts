const NAMES = 'january february march april may june july august september october november december'.split(' ');

/** The number of an English month's name, or of its beginning with three letters or more ("sept"), in lower case; 0 where it is none. */
export function monthNamed(word: string): number {
  return word.length < 3 ? 0 : NAMES.findIndex((name) => name.startsWith(word)) + 1;
}

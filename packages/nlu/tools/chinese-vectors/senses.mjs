const LONGEST_WORD = 5;
const ENTRY = /^\S+ (\S+) \[[^\]]*\] \/(.*)\/$/;
/** What speaks of the word instead of saying what it means, or refers to another by its Chinese name. */
const NO_SENSE =
  /^(?:surname|CL:|variant of|old variant|see |abbr\. for|also written|also pr|used in |Japanese variant)|\[.*\]/;

/** @returns of each simplified word of CC-CEDICT its senses in English, without what stands in brackets */
export function readSenses(dictionary) {
  const senses = new Map();
  for (const line of dictionary.split('\n')) {
    const [, word, explained] = ENTRY.exec(line) ?? [];
    if (word === undefined || word.length > LONGEST_WORD || !/^\p{Script=Han}+$/u.test(word)) continue;
    const said = explained
      .split('/')
      .map((sense) =>
        sense
          .replace(/\([^)]*\)/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((sense) => /[a-z]/.test(sense) && !NO_SENSE.test(sense));
    if (said.length > 0) senses.set(word, [...(senses.get(word) ?? []), ...said]);
  }
  return senses;
}

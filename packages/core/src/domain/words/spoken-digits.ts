const DIGITS: Readonly<Record<string, string>> = {
  ...{ zero: '0', oh: '0', o: '0', nought: '0', one: '1', two: '2', three: '3', four: '4', five: '5' },
  ...{ six: '6', seven: '7', eight: '8', nine: '9' },
  ...{
    零: '0',
    〇: '0',
    一: '1',
    幺: '1',
    二: '2',
    两: '2',
    三: '3',
    四: '4',
    五: '5',
    六: '6',
    七: '7',
    八: '8',
    九: '9',
  },
};
const DIGIT_EN = '(?:(?:double|triple) )?(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)';
/** Fewer are a count or an hour: "one or two", 三四天. */
const SPOKEN = new RegExp(
  `\\b${DIGIT_EN}(?:[\\s,-]{1,2}${DIGIT_EN}){2,15}\\b|(?<![\\u4e00-\\u9fff]年)[零〇一幺二两三四五六七八九](?:\\s?[零〇一幺二两三四五六七八九]){3,15}(?![年月十百千万])`,
  'gi',
);
const ONE = /(?:(double|triple) )?([a-z]+|[零〇一幺二两三四五六七八九])/giu;
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3 };

/** A number that was dictated digit by digit, in digits: "one oh four two" is 1042, 幺零四二 as well. The rest of the words stays. */
export function spokenDigits(words: string): string {
  return words.replace(SPOKEN, (run) =>
    [...run.matchAll(ONE)]
      .map(([, times, digit = '']) =>
        (DIGITS[digit.toLowerCase()] ?? '').repeat(TIMES[times?.toLowerCase() ?? ''] ?? 1),
      )
      .join(''),
  );
}

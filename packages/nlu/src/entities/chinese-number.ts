const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((sign, value): [string, number] => [sign, value]),
);
const OTHER_DIGITS: ReadonlyMap<string, number> = new Map([
  ['〇', 0],
  ['两', 2],
  ['兩', 2],
  ['幾', NaN],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
  ['万', 10_000],
  ['萬', 10_000],
]);

/** A number in Arabic or Chinese digits (`12`, 十二, 二十, 一百零五, 二〇二六); NaN when it is none. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let section = 0;
  let digits = '';
  for (const sign of text) {
    const digit = DIGITS.get(sign) ?? OTHER_DIGITS.get(sign);
    const unit = UNITS.get(sign);
    if (digit !== undefined) digits += String(digit);
    else if (unit === 10_000) {
      total += (section + Number(digits || '0')) * unit;
      section = 0;
      digits = '';
    } else if (unit !== undefined) {
      section += (digits === '' ? 1 : Number(digits)) * unit;
      digits = '';
    } else return NaN;
  }
  return text === '' ? NaN : total + section + Number(digits || '0');
}

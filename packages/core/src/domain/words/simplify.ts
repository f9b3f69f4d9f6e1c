import { SIMPLIFIED, TRADITIONAL } from './traditional.ts';

const FIRST = 0x3400;
const LAST = 0x9fff;

/** Of each character from `FIRST` to `LAST` the one to write in its place. */
const TABLE = (() => {
  const table = Uint16Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);
  for (let at = 0; at < TRADITIONAL.length; at += 1)
    table[TRADITIONAL.charCodeAt(at) - FIRST] = SIMPLIFIED.charCodeAt(at);
  return table;
})();

/** Traditional characters as simplified ones, so that 退貨 and 退货 meet. A text without any is returned as it is. */
export function simplify(text: string): string {
  let simplified = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST || unit > LAST) continue;
    const other = TABLE[unit - FIRST] ?? unit;
    if (other === unit) continue;
    simplified += text.slice(copied, at) + String.fromCharCode(other);
    copied = at + 1;
  }
  return copied === 0 ? text : simplified + text.slice(copied);
}

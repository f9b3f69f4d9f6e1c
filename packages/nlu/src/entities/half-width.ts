const FULL_WIDTH = /[\uff01-\uff5e\u3000￥]/g;
const SOME = /[\uff01-\uff5e\u3000￥]/;
const YEN = '￥';

/** Full-width letters, digits and signs as half-width ones; every offset stays the same. */
export function halfWidth(text: string): string {
  // Nearly all texts have none.
  if (!SOME.test(text)) return text;
  return text.replace(FULL_WIDTH, (sign) => {
    if (sign === YEN) return '¥';
    return sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}

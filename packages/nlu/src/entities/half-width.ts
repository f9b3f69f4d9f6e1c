const FULL_WIDTH = /[\uff01-\uff5e\u3000￥]/g;
const YEN = '￥';

/** Full-width letters, digits and signs as half-width ones; every offset stays the same. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => {
    if (sign === YEN) return '¥';
    return sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}

/** Words that are something else as often as a colour (rose, natural, lemon) are left out. */
const NAMES_EN =
  'black|white|red|blue|navy|green|yellow|pink|purple|violet|orange|brown|beige|gr[ae]y|silver|gold|golden|cream|ivory|' +
  'turquoise|teal|olive|khaki|burgundy|maroon|coral|lilac|lavender|mint|mustard|charcoal|terracotta|rust|sand|oat';
const EN = `(?:(?:light|dark|bright|pale|off|sky|royal)[ -]?)?\\b(?:${NAMES_EN})\\b(?:[ -]colou?red)?`;
const ONE_ZH = '黑白红紅蓝藍绿綠黄黃粉紫橙棕褐灰青金银銀米咖';
const ZH = `(?:藏青|墨[绿綠]|酒[红紅]|天[蓝藍]|卡其|米白|香[槟檳]|[陶驼駝]土?|燕[麦麥]|[深浅淺]?[${ONE_ZH}])色|[${ONE_ZH}]的(?=[吗嗎么麼没沒？?]|$)`;

const ASKS = /\bcolou?rs?\b|[颜顏]色|什[么麼]色/gi;
const NAMED = new RegExp(`${EN}|${ZH}`, 'gi');
/** Whether a text may be about colours: looked at for each message. */
export const COLOURS = new RegExp(`${ASKS.source}|\\b(?:${NAMES_EN})\\b|${ZH}`, 'i');

/** The colours that a text names, as it names them. */
export function coloursIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(NAMED), ([colour]) => colour.toLowerCase().replace(/的$/, '')))];
}

/** Whether a text names a colour. */
export function namesColour(text: string): boolean {
  return text.search(NAMED) >= 0;
}

/** A question without the colours that it names, and without the word. */
export function withoutColours(text: string): string {
  return text.replace(NAMED, ' ').replace(ASKS, ' ');
}

import { simplify } from '../../words/simplify.ts';

/** Words that are something else as often as a colour (rose, natural, lemon) are left out. */
const NAMES_EN =
  'black|white|red|blue|navy|green|yellow|pink|purple|violet|orange|brown|beige|gr[ae]y|silver|gold|golden|cream|ivory|' +
  'turquoise|teal|olive|khaki|burgundy|maroon|coral|lilac|lavender|mint|mustard|charcoal|terracotta|rust|sand|oat';
const SHADE_EN = '(?:light|dark|bright|pale|off|sky|royal)[ -]?';
const EN = `(?:${SHADE_EN})?\\b(?:${NAMES_EN})\\b(?:[ -]colou?red)?`;
const ONE_ZH = '黑白红紅蓝藍绿綠黄黃粉紫橙棕褐灰青金银銀米咖';
const SHADE_ZH = '[深浅淺淡亮暗]';
/** Of two characters: the second alone is the colour that most of them are a kind of. */
const TWO_ZH =
  '[藏天宝寶湖海墨][蓝藍]|藏青|[墨军軍草豆翠青蓝藍][绿綠]|[酒粉玫橙枣棗紫砖磚大桃][红紅]|[米奶乳]白|[米金鹅鵝姜薑土][黄黃]|[银銀炭烟煙]灰|' +
  '卡其|香[槟檳]|陶土|燕[麦麥]|咖啡';
const ZH = `(?:${TWO_ZH}|[陶驼駝]|${SHADE_ZH}?[${ONE_ZH}])色|[${ONE_ZH}]的(?=[吗嗎么麼没沒？?]|$)`;

const ASKS = /\bcolou?rs?\b|[颜顏]色|什[么麼]色/gi;
const NAMED = new RegExp(`${EN}|${ZH}`, 'gi');
/** Whether a text may be about colours: looked at for each message. */
export const COLOURS = new RegExp(`${ASKS.source}|\\b(?:${NAMES_EN})\\b|${ZH}`, 'i');

/** The colours that a text names, as it names them. */
export function coloursIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(NAMED), ([colour]) => colour.toLowerCase().replace(/的$/, '')))];
}

const SHADE = new RegExp(`^(?:${SHADE_EN}|${SHADE_ZH})`);
const LAST_ZH = new RegExp(`[${ONE_ZH}]$`);
/** What a colour is a kind of, where its last character does not say so: 藏青 is a blue, and no 青. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  ...{ 藏青: [], 粉红: ['粉'], 青绿: ['青', '绿'], 蓝绿: ['蓝', '绿'] },
  ...{ 米白: ['米', '白'], 米黄: ['米', '黄'] },
};

/** Whether a text names each of these colours (as `coloursIn` gives them), by its whole name or by that of a kind of it: 青色 does not stand in 藏青色. */
export function namesColours(text: string, colours: readonly string[]): boolean {
  if (colours.length === 0) return true;
  const named = coloursIn(text).flatMap(kindsOf);
  return colours.every((colour) => named.includes(plainName(colour)));
}

function plainName(colour: string): string {
  return simplify(colour)
    .replace(/色$|[ -]colou?red$/, '')
    .replace('-', ' ')
    .replace('grey', 'gray');
}

function kindsOf(colour: string): string[] {
  const name = plainName(colour);
  const plain = name.replace(SHADE, '');
  return [name, plain, ...(KINDS[plain] ?? LAST_ZH.exec(plain) ?? [])];
}

/** Whether a text names a colour. */
export function namesColour(text: string): boolean {
  return text.search(NAMED) >= 0;
}

/** A question without the colours that it names, and without the word. */
export function withoutColours(text: string): string {
  return text.replace(NAMED, ' ').replace(ASKS, ' ');
}

/** What people ask of a product, and its description may lack. */
export const ASKED_FACTS = [
  ...(['price', 'stock', 'sizes', 'material', 'care'] as const),
  ...(['measures', 'colours', 'origin'] as const),
] as const;
export type AskedFact = (typeof ASKED_FACTS)[number];

/** What a catalogue says of a product, in any of its languages. */
export interface DescribedProduct {
  readonly price: number | null;
  readonly stock?: number;
  readonly sizes?: readonly string[];
  readonly descriptions?: Readonly<Partial<Record<string, string>>>;
  readonly specs?: Readonly<Partial<Record<string, readonly string[]>>>;
}

/** A longer message tells a story, in which words such as "size" ask for nothing. UTF-16 units. */
const LONGEST = 300;
/** A mark of a question, a word of one anywhere, or one that makes a question at the beginning of a sentence only. */
const ASKS =
  /[?？]|\b(?:what|which|how|tell me|know|information)\b|(?:^|[.!,;]\s*)(?:(?:and|hi|hello|so|please)\W+)*(?:where|is|are|was|does|do|did|can|could|will|would|has|have)\b|[吗嗎呢]|什[么麼]|多[少高大长長宽寬重]|[几幾]|怎|哪|能不能|可以|[请請][问問]|有没有|是不是/iu;

const ABOUT: Readonly<Record<AskedFact, RegExp>> = {
  price: /\b(?:how (?:much|expensive)|prices?|priced|costs?)\b|多少[钱錢]|[价價][格钱錢位]|怎[么麼][卖賣]/iu,
  stock:
    /\b(?:in stock|stock|available|availability|sold out|back in|restock\w*)\b|[有现現][货貨]|[库庫]存|[缺断斷补補][货貨]|售罄|[卖賣]完/iu,
  sizes: /\b(?:sizes?|sizing|fits?|xs|xl|xxl|small|large|medium)\b|尺[码碼寸]|[码碼]|大小|合身/iu,
  material:
    /\b(?:made (?:of|from|out of)|materials?|fabric|cotton|linen|wool|leather|silk|polyester|vegan|lining|lined)\b|材[质質料]|面料|什[么麼]做的|成分|[纯純]棉|真皮|[内內][里裡]/iu,
  care: /\b(?:wash\w*|iron\w*|dry.?clean\w*|tumble|dishwasher|microwave|oven|clean(?:ed|ing)?|care|shrinks?)\b|洗|[熨烫燙]|[护護]理|保[养養]|[缩縮]水|微波|烤箱/iu,
  measures:
    /\b(?:dimensions?|measure\w*|how (?:big|long|wide|tall|high|heavy|deep)|weighs?|weight|lengths?|widths?|heights?|diameter|capacity|volume|cm|inch(?:es)?|litres?|liters?)\b|多[大长長宽寬高重]|重量|[规規]格|[长長]度|[宽寬]度|高度|直[径徑]|容量|厘米/iu,
  colours: /\b(?:colou?rs?|black|white|blue|red|green|grey|gray|beige|pink)\b|[颜顏]色|[黑白蓝藍红紅绿綠灰粉]色/iu,
  origin:
    /\b(?:made in|where (?:is|are|was|were) .*\bmade|produced|manufactured|origin|handmade|fair ?trade)\b|[产產]地|哪[里裡](?:生[产產]|[产產]|做)|[国國][产產]|手工/iu,
};

/** What in a description answers it. Words in it are worth more than an empty cell beside it. */
const SAYS: Readonly<Record<Exclude<AskedFact, 'price' | 'stock' | 'sizes'>, RegExp>> = {
  material:
    /\b(?:made (?:of|from)|materials?|fabric|cotton|linen|wool|leather|silk|polyester|nylon|viscose|cashmere|denim|canvas|cork|bamboo|wood|wooden|oak|beech|walnut|pine|steel|iron|brass|copper|silver|gold|aluminium|aluminum|glass|ceramic|porcelain|stoneware|clay|terracotta|paper|plastic|rubber|wax)\b|材[质質料]|面料|成分|[亚亞]麻|棉|羊毛|真?皮[革质質]?|[丝絲][绸綢]?|聚酯|木|[钢鋼铁鐵铜銅银銀金铝鋁]|玻璃|陶|瓷|纸|塑料|竹/iu,
  care: /\b(?:wash\w*|iron(?:ing)? (?:at|on|low|cool|warm)|dry.?clean\w*|tumble|dishwasher|microwave|oven|wipe|care)\b|洗|[熨烫燙]|[护護]理|保[养養]|微波|烤箱/iu,
  measures:
    /\d\s?(?:cm|mm|m|in|inch(?:es)?|kg|g|oz|lbs?|ml|cl|l|litres?|liters?|″|")(?![a-z])|\d\s?[×x]\s?\d|\d\s?(?:厘米|毫米|米|克|千克|公斤|毫升|升)/iu,
  colours:
    /\b(?:colou?rs?|black|white|blue|red|green|grey|gray|beige|pink|teal|oat|terracotta|navy|brown|yellow|orange|purple|cream|natural)\b|色/iu,
  origin:
    /\b(?:made in|produced in|manufactured in|origin|handmade|hand-?(?:made|thrown|woven|sewn)|fair ?trade)\b|[产產]地|[产產]自|[国國][产產]|制造|手工/iu,
};

/** What a message asks of a product; nothing where it asks nothing. @param text without the product's name, which may say what it is made of */
export function askedFacts(text: string): AskedFact[] {
  if (text.length > LONGEST || !ASKS.test(text)) return [];
  return ASKED_FACTS.filter((fact) => ABOUT[fact].test(text));
}

/** Whether a catalogue says nothing of it. */
export function isLacking(product: DescribedProduct, fact: AskedFact): boolean {
  if (fact === 'price') return product.price === null;
  if (fact === 'stock') return product.stock === undefined;
  if (fact === 'sizes') return (product.sizes ?? []).length === 0;
  const said = [...Object.values(product.descriptions ?? {}), ...Object.values(product.specs ?? {}).flat()];
  return !said.some((each) => each !== undefined && SAYS[fact].test(each));
}

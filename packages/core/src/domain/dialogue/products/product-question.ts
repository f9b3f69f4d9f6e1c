import type { ProductFact } from '../../product.ts';
import type { Turn } from '../turn.ts';
import { COLOURS, withoutColours } from './colours.ts';
import { mayAskMistyped, withoutMistypedAsking } from './mistyped-asking.ts';

/** What a message asks about a product, by its words alone. */
export interface ProductQuestion {
  /** Asked for, in the order in which an answer gives them; empty when only a product is named, or asked for as a whole. */
  facts: readonly ProductFact[];
  /** What is left of the message without the words of such a question: the product's name, or more than that. */
  rest: string;
  /** The same without colours, which may be no part of a name: "the apron in black". */
  colourless: string;
  /** Whether it asks if there is such a thing. */
  asksWhether: boolean;
}

/** Longest message that is read as a question about a product, in UTF-16 units: longer ones tell a story. */
const LONGEST = 160;

/** How a fact is asked for: English words, and Chinese. */
const WORDS: Readonly<Record<Exclude<ProductFact, 'colours'> | 'have', { en: string; zh: string }>> = {
  price: {
    en: 'how (?:much|expensive)|prices?|priced|costs?',
    zh: '多少[钱錢块塊元]|什[么麼]价|[价價][格钱錢位]|售[价價]|怎[么麼][卖賣]|[几幾][块塊]|[贵貴](?:吗|嗎|不)|多[贵貴]',
  },
  stock: {
    en: 'stock(?:ed)?|available|availability|sold out|(?:how many|any)\\b.*\\bleft',
    zh: '[有现現][货貨]|[库庫]存|[缺断斷][货貨]|售罄|[卖賣]完|[还還]有(?:吗|嗎|[没沒]有)?|在售',
  },
  sizes: {
    en: 'sizes?|sizing|(?:come|comes|available) in|in (?:x{0,4}[sl]|m|small|medium|large)|x{1,4}[sl]|[2-6]xl',
    zh: '尺[码碼寸]|[码碼]',
  },
  details: {
    en: 'made (?:of|from|out of)|materials?|fabric|details?|specs?|specifications?|describe|description|dimensions?|measurements?|weighs?|weight|tell me (?:more )?about|more about|information|info',
    zh: '材[质質]|面料|什[么麼]做的|成分|[规規]格|[参參][数數]|[详詳]情|介[绍紹]|多重|重量',
  },
  // The product as a whole: whether there is such a thing.
  have: {
    en: 'do you(?! (?:like|love|think|feel|believe|know|remember|prefer|enjoy|eat|dream|sleep|understand|mean|even|ever))|have you|got any|is there|are there|sell',
    zh: '[卖賣]|有.*[吗嗎]|有[没沒]有',
  },
};

function asking(...words: readonly { en: string; zh: string }[]): string {
  return `\\b(?:${words.map(({ en }) => en).join('|')})\\b|${words.map(({ zh }) => zh).join('|')}`;
}

const ASKS: Readonly<Record<ProductFact, RegExp>> = {
  price: new RegExp(asking(WORDS.price), 'i'),
  stock: new RegExp(asking(WORDS.stock), 'i'),
  sizes: new RegExp(asking(WORDS.sizes), 'i'),
  colours: COLOURS,
  details: new RegExp(asking(WORDS.details), 'i'),
};
const FACTS = Object.keys(ASKS) as ProductFact[];
const HAVE = new RegExp(asking(WORDS.have), 'i');

/** Quick to tell, as it looks at beginnings of words alone: nearly all messages have none of it. */
const MAY_ASK = new RegExp(`${asking(...Object.values(WORDS))}|${COLOURS.source}`, 'i');

/** Words of the question itself, which are no part of what it asks about. */
const NEUTRAL_WORDS = new Set(
  (
    'a an the this that these those it its is are was be s d re do does did you your i me my we us our can could would will ' +
    'should may what whats how much many expensive which for of in on to at with from out about and or also please hi hello ' +
    'hey there ok okay then again altogether any some one ones left still right now currently today have has had got get sell selling buy want like know ' +
    'u ur pls plz need tell give show more price prices priced cost costs stock stocked available availability sold size sizes sizing ' +
    'come comes made material materials fabric detail details spec specs specification specifications describe description ' +
    'dimension dimensions measurement measurements weigh weighs weight information info exactly thanks thank'
  ).split(' '),
);
/** Sizes on labels; they are answered with all that there are. */
const SIZE = /^(?:x{0,4}[sl]|[2-6]xl|m|\d{2}|small|medium|large)$/i;
const SIZES_ZH = /(?:[xX]{0,4}[sSlL]|[2-6][xX][lL]|[mM]|\d{2,3})\s*[码碼号號]|[大中小均][码碼号號]/gu;

const NEUTRAL_ZH =
  /[请請][问問]|你好|您好|[你您][们們]?|我?想(?:要|[问問]|[买買]|知道|了解)?(?:一下)?|告[诉訴]我|[这這那哪](?:个|個|款|件|条|條|[种種]|一款|里|裡)?|一(?:个|個|款|件|条|條|套|[双雙]|下|共)|多少[钱錢块塊元]?|什[么麼](?:[价價][格钱錢位]?|做的)?|怎[么麼][卖賣]?|[价價][格钱錢位]|售[价價]|[几幾][块塊]?[钱錢]?|[贵貴]不[贵貴]|多?[贵貴]|[还還]?[有现現][没沒]?有?[货貨]|[库庫]存|[缺断斷][货貨]|售罄|[卖賣]完|[还還]?有(?:[没沒]有)?|在售|尺[码碼寸]|[码碼]|材[质質]|面料|成分|[规規]格|[参參][数數]|[详詳][情细細]|介[绍紹]|多重|重量|[现現]在|目前|来着|來著|[吗嗎呢吧啊呀了的是要和与與跟卖賣买買大小]/gu;

/** What the message of a turn asks about a product. */
export const productQuestion = (turn: Turn): ProductQuestion | null => turn.once(readMessage);

function readMessage(turn: Turn): ProductQuestion | null {
  return readProductQuestion(turn.input.text);
}

/** The same as it is meant, where words that ask are mistyped beside others that ask: "how much si the linen shirt". */
export function asMeant(turn: Turn): ProductQuestion | null {
  const { text } = turn.input;
  const meant = text.length > LONGEST ? text : withoutMistypedAsking(text);
  return meant === text ? null : readProductQuestion(meant);
}

/** Null when nothing in the message asks about a product. */
export function readProductQuestion(text: string): ProductQuestion | null {
  if (text.length > LONGEST) return null;
  if (!MAY_ASK.test(text)) return mayAskMistyped(text) ? readProductQuestion(withoutMistypedAsking(text)) : null;
  const rest = withoutFrame(text);
  const asksWhether = HAVE.test(text);
  if (!COLOURS.test(text)) {
    return { facts: FACTS.filter((fact) => ASKS[fact].test(text)), rest, colourless: rest, asksWhether };
  }
  // What "it comes in" may be a colour as well as a size.
  const asked = text.replace(/\b(?:comes?|available) in\b/gi, ' ');
  const facts = FACTS.filter((fact) => ASKS[fact].test(asked));
  return { facts, rest, colourless: withoutFrame(withoutColours(text)), asksWhether };
}

/** A message as the name of something, or null when it is too long for one. */
export function readAsName(text: string): string | null {
  return text.length > LONGEST ? null : withoutFrame(text);
}

function withoutFrame(text: string): string {
  const said = text
    .replace(/['’]s\b/g, ' ')
    .replace(SIZES_ZH, ' ')
    .replace(NEUTRAL_ZH, ' ');
  const asksSize = ASKS.sizes.test(text) || ASKS.stock.test(text);
  return said.replace(/[\p{Script=Latin}\p{N}]+/gu, (word) =>
    NEUTRAL_WORDS.has(word.toLowerCase()) || (asksSize && SIZE.test(word)) ? ' ' : word,
  );
}

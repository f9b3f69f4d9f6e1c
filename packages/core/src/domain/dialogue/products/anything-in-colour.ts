import type { BotReply } from '../../conversation/bot-commands.ts';
import { PRODUCT_FACTS } from '../../product.ts';
import { offeringPerson } from '../person/person.ts';
import type { Turn } from '../turn.ts';
import { coloursIn } from './colours.ts';
import { answerFor, wasAboutProduct } from './product-answer.ts';
import { productQuestion } from './product-question.ts';
import { productTexts } from './product-texts.ts';

const ZH = '什[么麼](?:[东東]西|商品)?|[东東]西|商品|[产產]品';
/** Asked of all that there is. */
const ANYTHING = new RegExp(
  `\\b(?:any|some)thing\\b|\\b(?:any|some|which|what) (?:other )?(?:things?|products?|items?)\\b|\\bwhat\\b|${ZH}`,
  'i',
);
/** Its words, which are no name of a product. */
const WORDS_OF_IT = new RegExp(`\\b(?:(?:any|some)thing|what|other|things?|products?|items?)\\b|${ZH}`, 'gi');
/** Something that was spoken of, whichever it may be. */
const POINTS = /\b(?:it|this|that|these|those|they|them)\b|[这這那它]/i;
const WORD = /[\p{L}\p{N}]/u;

/**
 * "Have you got anything in blue?": the products that are said to be blue. An FAQ that surely knows stands before an empty shelf, but not a
 * form: "I ordered blue and got green" has the same words.
 */
export function anythingInColour(turn: Turn): BotReply | null {
  const { catalogue, pressed, text, formBook, locale, voice } = turn.input;
  if (!catalogue || pressed !== undefined) return null;
  const question = productQuestion(turn);
  if (question === null || WORD.test(question.colourless.replace(WORDS_OF_IT, ' '))) return null;
  const isOpen = ANYTHING.test(text);
  const colours = coloursIn(text);
  if (colours.length === 0) return null;
  // "Do you have blue?" is of the product that was spoken of, where one was.
  if (!isOpen && (!question.asksWhether || POINTS.test(text) || wasAboutProduct(turn))) return null;
  const products = [...new Set(colours.flatMap((colour) => catalogue.told(colour)))];
  if (products.length > 0) return answerFor(turn, products, []);
  const { sure } = turn;
  if (sure !== null && formBook?.byIntent.has(sure.intent) !== true) return null;
  const texts = productTexts(voice, locale);
  const said = `${texts.noneIn(colours.join(locale === 'en' ? ' or ' : '或'))}${locale === 'en' ? ' ' : ''}${texts.orPerson}`;
  const reply = offeringPerson(turn, said, 'unsure', [{ intent: PRODUCT_FACTS, confidence: 1 }]);
  return { ...reply, unsureStreak: turn.input.unsureStreak + 1 };
}

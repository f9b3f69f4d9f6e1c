import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import type { AnswerContent, Faq, Link, QuickReply } from '../../faq.ts';
import type { Locale } from '../../locale.ts';
import { localize } from '../../locale.ts';
import { PRODUCT_FACTS } from '../../product.ts';
import type { Catalogue, Product, ProductFact } from '../../product.ts';
import { afterAnswer, offering } from '../dialogue-context.ts';
import { PRICE } from '../questions/kinds-of-question.ts';
import { isMarked } from '../questions/follow-up-words.ts';
import { offeringPerson } from '../person/person.ts';
import { faqAnswer } from '../answers/settled-answer.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { namedBefore } from './named-before.ts';
import { offerButton } from './offers.ts';
import { factText } from './product-facts.ts';
import { asMeant, productQuestion, readAsName, readProductQuestion } from './product-question.ts';
import type { ProductQuestion } from './product-question.ts';
import { productTexts } from './product-texts.ts';

/** So many products are answered for at once; of more the bot asks which one. */
const MOST_AT_ONCE = 4;
const MOST_BUTTONS = 5;
/** What "do you have the linen shirt?" is told, as far as the catalogue says it. */
const OVERVIEW: readonly ProductFact[] = ['price', 'stock', 'sizes'];
const WORD = /[\p{L}\p{N}]/u;
/** What is done with a thing is no word for it, though its description may speak of that, too. */
const DEED = /\b(?:return|refund|exchang|ship|deliver|repair|mend|warrant|wash|cancel)|[退换換寄送运運修洗]/i;

/**
 * "How much is the linen shirt?": answered from the catalogue before any FAQ, which can only be about prices in general. It is
 * one only if nothing but a product is named in it: "how much is it to return the linen shirt" is for the FAQs.
 */
export function productFacts(turn: Turn): BotReply | null {
  const { catalogue, pressed } = turn.input;
  if (!catalogue || pressed !== undefined) return null;
  const question = productQuestion(turn);
  if (question === null) return sameOfAnother(turn, catalogue);
  const found = productsNamed(catalogue, question);
  const isNamed = WORD.test(question.colourless) || found.products.length > 0;
  const { products, facts } = isNamed ? found : { ...question, products: spokenOf(turn, catalogue, question.facts) };
  if (products.length === 0) {
    const mistyped = mistypedName(catalogue, question);
    if (mistyped.length > 0) return answerFor(turn, mistyped, facts);
    const meant = asMeant(turn);
    const named = meant === null ? null : productsNamed(catalogue, meant);
    if (named !== null && named.products.length > 0) return answerFor(turn, named.products, named.facts);
    const before = question.asksWhether && turn.sure === null ? namedBefore(catalogue, turn.input.text) : [];
    return before.length === 0 ? null : answerFor(turn, before, []);
  }
  // A site that keeps no stock in its catalogue may have an FAQ about it. Of a price the one of something else is never an answer.
  const elsewhere = facts.length > 0 && facts.every((fact) => fact !== 'price' && !catalogue.keeps.has(fact));
  if (elsewhere && turn.sure !== null) return isNamed ? null : withFaq(turn, products, facts, turn.sure.intent);
  return answerFor(turn, products, facts);
}

/** "Is it in stock?" of the product that was spoken of: that nothing is known of it, and what the FAQ says of all of them. */
function withFaq(
  turn: Turn,
  products: readonly Product[],
  facts: readonly ProductFact[],
  intent: string,
): BotReply | null {
  const answer = faqAnswer(turn, intent);
  if (answer === null) return null;
  const reply = answerFor(turn, products, facts);
  const { text } = tellAll(turn, products, facts);
  const links = [...reply.links, ...answer.links];
  return {
    ...reply,
    text: `${text}\n\n${answer.text}`,
    links,
    unsureStreak: 0,
    reason: { ...reply.reason, kind: 'answered' },
  };
}

/** The answer to one of several questions, if it is one about a product to which the catalogue knows all. */
export function productContent(turn: Turn, text: string): AnswerContent | null {
  const question = turn.input.catalogue ? readProductQuestion(text) : null;
  if (question === null || !turn.input.catalogue) return null;
  const { products, facts } = productsNamed(turn.input.catalogue, question);
  if (products.length === 0 || products.length > MOST_AT_ONCE) return null;
  const { missing, text: said, links } = tellAll(turn, products, facts, text);
  return missing ? null : { text: said, links, quickReplies: [] };
}

/** What no FAQ answers may name a product, with slips, or by nothing but its name. */
export function productLikelyMeant(turn: Turn): BotReply | null {
  const { catalogue, pressed, text } = turn.input;
  if (!catalogue || pressed !== undefined) return null;
  const question = productQuestion(turn);
  const name = question === null ? readAsName(text) : question.rest;
  if (name === null || !WORD.test(name)) return null;
  const products = catalogue.called(name, 'slips');
  return products.length === 0 ? null : answerFor(turn, products, question?.facts ?? []);
}

/** What a question names, and what it asks of it: a colour that is part of the name is none that is asked for. */
function productsNamed(catalogue: Catalogue, { facts, rest, colourless }: ProductQuestion) {
  const called = WORD.test(rest) ? catalogue.called(rest, 'exact') : [];
  if (called.length > 0) return { products: called, facts: rest === colourless ? facts : without(facts, 'colours') };
  const mayDescribe = WORD.test(rest) && !DEED.test(rest);
  const described = mayDescribe ? catalogue.described(rest) : [];
  if (described.length > 0 || rest === colourless) return { products: described, facts };
  const plain = catalogue.called(colourless, 'exact');
  return { products: plain.length > 0 || !mayDescribe ? plain : catalogue.described(colourless), facts };
}

/** Several words that hold a slip and still name one product: "how much is the linnen shirt" was near to an FAQ about shrinking. */
const SEVERAL_WORDS = /[a-z\d]{2,}[^a-z\d]+[a-z\d]{3,}|\p{Script=Han}{3}/iu;

function mistypedName(catalogue: Catalogue, { facts, rest }: ProductQuestion): readonly Product[] {
  if (!facts.includes('price') || !SEVERAL_WORDS.test(rest) || DEED.test(rest)) return [];
  const named = catalogue.called(rest, 'slips');
  return named.length > MOST_AT_ONCE ? [] : named;
}

function without(facts: readonly ProductFact[], fact: ProductFact): ProductFact[] {
  return facts.filter((each) => each !== fact);
}

/** The product that the last answer was about: "and which sizes are there?" */
function spokenOf(turn: Turn, catalogue: Catalogue, facts: readonly ProductFact[]): readonly Product[] {
  const id = wasAboutProduct(turn)
    ? turn.context?.named.find(({ kind }) => kind === 'product')?.value
    : askedAboutBefore(turn, facts);
  const product = id && catalogue.get(id);
  return product ? [product] : [];
}

/**
 * The product that was named in a question which an FAQ answered: "can I wash the linen shirt?", "is it in stock?". "How much is
 * it" may as well ask for what the FAQ was about, as delivery.
 */
function askedAboutBefore({ context, input }: Turn, facts: readonly ProductFact[]): string | null {
  if (context === null || context.words === '' || facts.length === 0) return null;
  if (facts.includes('price') && context.intents.some((intent) => mayCost(input.book?.faqs.get(intent), input.locale)))
    return null;
  return input.productIn?.(context.words) ?? null;
}

/** Whether money is asked of it, or told in its answer. */
function mayCost(faq: Faq | undefined, locale: Locale): boolean {
  if (faq === undefined) return true;
  const ways = [localize(faq.question, locale) ?? '', ...(faq.phrasings[locale] ?? [])];
  return (
    PRICE.told?.test(localize(faq.answer, locale)?.text ?? '') === true ||
    ways.some((way) => PRICE.about[locale].test(way))
  );
}

/** "And the apron?": the same of another product. */
function sameOfAnother(turn: Turn, catalogue: Catalogue): BotReply | null {
  const { text, locale } = turn.input;
  if (!wasAboutProduct(turn) || !isMarked(text, locale)) return null;
  const name = readAsName(text);
  const products = name === null ? [] : catalogue.called(name.replace(/\bthen\b|那|换成/gi, ' '), 'exact');
  if (products.length === 0) return null;
  return answerFor(turn, products, readProductQuestion(turn.context?.words ?? '')?.facts ?? []);
}

export function wasAboutProduct({ context }: Turn): boolean {
  return context?.intents.includes(PRODUCT_FACTS) ?? false;
}

/** What is known of these products; which one is meant, where they are many. */
export function answerFor(turn: Turn, products: readonly Product[], facts: readonly ProductFact[]): BotReply {
  const { locale, voice, text } = turn.input;
  const texts = productTexts(voice, locale);
  const guesses = [{ intent: PRODUCT_FACTS, confidence: 1 }];
  const context = afterAnswer(turn.context, {
    intents: [PRODUCT_FACTS],
    words: text,
    named: products.length === 1 ? products.map(({ id }) => ({ kind: 'product', value: id })) : [],
    at: turn.input.now,
  });
  if (products.length > MOST_AT_ONCE) {
    const quickReplies = products.slice(0, MOST_BUTTONS).map((product) => buttonFor(turn, product));
    return { ...say(texts.which, { kind: 'answered', guesses }), quickReplies, context };
  }
  const { missing, known, text: said, links } = tellAll(turn, products, facts);
  if (!missing) {
    const quickReplies = products.length === 1 ? products.flatMap((product) => offerButton(turn, product)) : [];
    return { ...say(said, { kind: 'answered', guesses }), quickReplies, links, context };
  }
  // What is known is said as well; where nothing is, it counts as a question without an answer, which the owner can see.
  return {
    ...offeringPerson(
      turn,
      `${said}${locale === 'en' ? ' ' : ''}${texts.orPerson}`,
      known ? 'answered' : 'unsure',
      guesses,
    ),
    links,
    context: offering(context, [BUILT_IN.person], turn.input.now),
    unsureStreak: known ? 0 : turn.input.unsureStreak + 1,
  };
}

function tellAll(turn: Turn, products: readonly Product[], facts: readonly ProductFact[], question = turn.input.text) {
  const told = products.map((product) => tell(turn, product, facts, question));
  return {
    text: told.map(({ lines }) => lines.join('\n')).join('\n'),
    links: told.flatMap(({ link }) => link ?? []),
    missing: told.some(({ missing }) => missing),
    known: told.some(({ knows }) => knows),
  };
}

function tell(turn: Turn, product: Product, facts: readonly ProductFact[], question: string) {
  const { locale, voice } = turn.input;
  const texts = productTexts(voice, locale);
  const name = localize(product.names, locale) ?? product.id;
  const said = (facts.length === 0 ? OVERVIEW : facts).map((fact) => ({
    fact,
    line: factText(product, fact, texts, locale, question),
  }));
  const lines = said.flatMap(({ line }) => line ?? []);
  const unknown = facts.length === 0 ? [] : said.filter(({ line }) => line === null).map(({ fact }) => fact);
  if (unknown.length > 0) lines.push(texts.unknown(name, unknown));
  if (lines.length === 0) lines.push(texts.listed(name));
  const link: Link | null = product.url === null ? null : { label: name, url: product.url };
  return { lines, link, missing: unknown.length > 0, knows: unknown.length < said.length };
}

/** Pressed, it says the product's name, which is enough. */
function buttonFor(turn: Turn, product: Product): QuickReply {
  return { label: localize(product.names, turn.input.locale) ?? product.id };
}

import type { BotReply } from '../../conversation/bot-commands.ts';
import type { QuickReply } from '../../faq.ts';
import { localize } from '../../locale.ts';
import { afterAnswer } from '../dialogue-context.ts';
import type { DialogueContext } from '../dialogue-context.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { offerLine, offerTexts } from './offer-texts.ts';
import type { Product } from '../../product.ts';

/** How a recommendation is called where intents are named: it is no FAQ, and nobody trains it. */
export const OFFERS = 'solodesk.offers';
const LONGEST = 160;

const ASKS =
  /\b(?:goes?|go|pairs?|fits?|match(?:es)?) (?:well |nicely |best )?(?:together )?with\b|\bwhat else (?:do|would|can|could|should) (?:you|i) (?:recommend|suggest|buy|get|need)\b|\b(?:recommend|suggest) (?:me )?(?:something|anything|some)\b|\bwhat (?:do|would|can) you (?:recommend|suggest)\b|\b(?:any|your) (?:other )?(?:recommendations|suggestions)\b|搭配|搭什[么麼]|配什[么麼]|推[荐薦](?:一下|一些|点|點|些|什[么麼]|几|幾)|有(?:什[么麼]|啥)(?:可以)?推[荐薦]|[还還]推[荐薦]|[还還]有什[么麼]推[荐薦]/i;
/** Just after a recommendation; at any other time these words are about something else. */
const REFUSES =
  /^(?:no|nope|nah)?[,.! ]*(?:no,? )?(?:thanks|thank you|not interested|not now|nothing else|stop)[.! ]*$|^(?:no|nope|nah)[.! ]*$|^(?:不用|不要|不需要|不必|别|別|没兴趣|沒興趣|算了)[^？?]{0,12}$/i;
/** At any time. */
const WANTS_NONE =
  /^(?:(?:no|please|thanks|thank you)[,.! ]+)*(?:stop (?:recommending|suggesting)|no (?:more )?(?:recommendations|suggestions)|(?:do not|don['’]?t) (?:recommend|suggest))\b[^.!?]*[.! ]*$|^(?:请|請|谢谢|謝謝)?[，, ]*(?:不用|不要|不需要|不必|别|別|停止)(?:再|给我|給我|向我)*推[荐薦][^？?]{0,12}$/i;
/** What is left of the question when its product is looked for. */
const FRAME =
  /\b(?:what|which|anything|something|else|goes?|go|pairs?|fits?|match(?:es)?|well|nicely|best|together|with|do|would|can|could|should|you|i|recommend|suggest|me|some|any|your|other|recommendations|suggestions|to|for|is|there|that|this|it|the|my|a|an|have|buy|get|need|please|of|and|also|too)\b|[还還]?有(?:什[么麼]|啥|没有|沒有)?|可以|能|一下|一些|什[么麼]|搭配|推[荐薦]|和|跟|与|與|配|搭|这(?:个|款|件)?|那(?:个|款|件)?|的|吗|嗎|呢|吧|怎[么麼]|请|請|[我你您]|[，。？?！!,.]/gi;
const WORD = /[\p{L}\p{N}]/u;

/**
 * "What goes with this?" Where nothing can be said that enough people stand behind, it is left to the steps after it. Who has complained hears that
 * this comes first; who declined and asks all the same is answered.
 */
export function whatGoesWith(turn: Turn): BotReply | null {
  const { offers, pressed, text, catalogue } = turn.input;
  if (!offers || !catalogue || pressed !== undefined || text.length > LONGEST) return null;
  const words = text.trim();
  if (WANTS_NONE.test(words) || (justOffered(turn) && REFUSES.test(words))) return refused(turn);
  if (!ASKS.test(text)) return null;
  const rest = text.replace(/['’]s\b/g, ' ').replace(FRAME, ' ');
  const named = WORD.test(rest) ? catalogue.called(rest, 'exact') : spokenOf(turn);
  // Several are meant, or something that is not in the catalogue: the FAQs may know it.
  if (named.length > 1 || (named.length === 0 && WORD.test(rest))) return null;
  const product = named[0] ?? null;
  const found = offers(product?.id ?? null);
  if (found.length === 0) return null;
  if (turn.input.offerStanding?.().complains === true) return complaintFirst(turn, product);
  const { locale, now } = turn.input;
  const lines = found.map((each) => `• ${offerLine(each, locale)}`);
  const name = product === null ? null : nameOf(turn, product);
  return {
    ...say([offerTexts(locale).intro(name), ...lines].join('\n'), {
      kind: 'answered',
      guesses: [{ intent: OFFERS, confidence: 1 }],
    }),
    links: found.flatMap(({ product: each }) =>
      each.url === null ? [] : { label: nameOf(turn, each), url: each.url },
    ),
    context: afterAnswer(turn.context, {
      intents: [OFFERS],
      words: text,
      named: product === null ? [] : [{ kind: 'product', value: product.id }],
      at: now,
    }),
  };
}

/**
 * The button under an answer about a product. Not for those who have a request open, have complained or are angry, who have something else in
 * mind, nor for those who declined.
 */
export function offerButton(turn: Turn, product: Product): QuickReply[] {
  const { offers, offerStanding, ticket, locale } = turn.input;
  if (!offers || ticket !== null || wantsNoOffers(turn.context)) return [];
  return offers(product.id).length === 0 || offerStanding?.().held === true ? [] : [{ label: offerTexts(locale).ask }];
}

/** It is the answer to a question: one that came in the middle of a form is followed by the form's own. */
function complaintFirst(turn: Turn, product: Product | null): BotReply {
  const { locale, text, now } = turn.input;
  return {
    ...say(offerTexts(locale).complaintFirst, { kind: 'answered', guesses: [{ intent: OFFERS, confidence: 1 }] }),
    context: afterAnswer(turn.context, {
      intents: [],
      words: text,
      named: product === null ? [] : [{ kind: 'product', value: product.id }],
      at: now,
    }),
  };
}

function refused(turn: Turn): BotReply {
  const { locale, text, now } = turn.input;
  return {
    ...say(offerTexts(locale).declined, { kind: 'answered', guesses: [{ intent: OFFERS, confidence: 1 }] }),
    context: {
      ...afterAnswer(turn.context, { intents: [], words: text, named: [], at: now }),
      wantsNoOffers: true,
    },
  };
}

function justOffered({ context }: Turn): boolean {
  return context?.intents.includes(OFFERS) ?? false;
}

/** Nothing is offered unasked to those who declined, nor to the angry. */
export function wantsNoOffers(context: DialogueContext | null | undefined): boolean {
  return context?.wantsNoOffers === true || (context?.insults ?? 0) > 0;
}

/** The product that the last answer was about. */
function spokenOf(turn: Turn): readonly Product[] {
  const named = turn.context?.named.find(({ kind }) => kind === 'product');
  const product = named === undefined ? null : (turn.input.catalogue?.get(named.value) ?? null);
  return product === null ? [] : [product];
}

function nameOf(turn: Turn, product: Product): string {
  return localize(product.names, turn.input.locale) ?? product.id;
}

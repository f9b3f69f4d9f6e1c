import type { Attachment } from '../attachment/attachment.ts';
import type { BotReply } from '../conversation/bot-commands.ts';
import type { BotReason } from '../conversation/log-event.ts';
import { ACTION, BUILT_IN } from '../faq.ts';
import type { FaqBook } from '../faq.ts';
import type { Locale } from '../locale.ts';
import type { Catalogue } from '../product.ts';
import type { OfferStanding, Recommendation } from '../recommendation.ts';
import type { Voice } from '../voice.ts';
import type { BotTexts } from './texts/bot-texts.ts';
import type { CustomerFacts } from './answers/customer-facts.ts';
import type { ArticlePointers } from './answers/point-to-article.ts';
import type { ComplaintInput } from '../complaint/complaint-input.ts';
import type { FormBook } from './forms/form-book.ts';
import { asksSomewhere, looksLikeQuestion } from '../words/asks.ts';
import { plainWords } from '../words/plain-words.ts';
import { declinesPersonIn } from '../words/withdraws.ts';
import type { FormState } from './forms/form-state.ts';
import type { FormsInput } from './forms/forms-input.ts';
import type { DialogueContext, NamedThing } from './dialogue-context.ts';
import type { Thresholds } from './thresholds.ts';

/** How an answer by a person can be expected: at once, or until when, in words of the visitor's language and zone. */
export type PersonOutlook =
  | { here: true }
  /** `holiday`: for what the site is closed just now, in the visitor's language, where the calendar knows its name. */
  | { here: false; by: number; byText: string; holiday?: string };

export type Guesses = readonly { intent: string; confidence: number }[];

export interface Understood {
  /** The likeliest intents of a text, best first. */
  readonly guesses: Guesses;
  /** The owner says of just these words that no FAQ answers them. */
  readonly outOfScope: boolean;
}

/** Everything that a decision depends on. Functions are asked only when it comes to them. */
export interface ReplyInput {
  text: string;
  /** Of a pressed quick reply: it settles what was meant. */
  pressed: string | undefined;
  /** Of the message; left out where it has none. */
  files?: readonly Attachment[] | undefined;
  understand: (text: string) => Understood;
  thresholds: Thresholds;
  /** Null while the site has not been learned yet. */
  book: FaqBook | null;
  /** The site's manuals, once it has been learned. */
  articles?: ArticlePointers | undefined;
  /** The site's catalogue, once it has been learned; left out or null where there is none. */
  catalogue?: Catalogue | null;
  /** What goes with a product, or what many buy; left out where nothing may be recommended. */
  offers?: ((product: string | null) => readonly Recommendation[]) | undefined;
  /** Whether they may be offered anything, by what is known besides what they said here; left out where nothing speaks against it. */
  offerStanding?: (() => OfferStanding) | undefined;
  locale: Locale;
  /** The site's, its usual one first. */
  locales: readonly Locale[];
  /** What went before, as it was stored. */
  context: DialogueContext | null;
  /** UTC milliseconds. */
  now: number;
  /** How often in a row the bot did not know, before this message. */
  unsureStreak: number;
  /** Name of the visitor's request that was touched last and is not closed; null when there is none. */
  ticket: string | null;
  /** Where that request is open and no person has it: whether it only calls for one, and was made just now. Left out: there is nothing to take back. */
  withdrawable?: { readonly isCall: boolean; readonly isFresh: boolean } | undefined;
  ownerName: string;
  siteName: string;
  voice: Voice;
  facts: () => CustomerFacts;
  /** ISO 639-1 code of the language of a text that nothing was understood of; null when it cannot be told. */
  languageOf: (text: string) => string | null;
  /** Order numbers and the like, for the questions that follow. */
  namedIn: (text: string) => readonly NamedThing[];
  /** The one product that a text names among other words; null when there is none, or more than one. Left out: it cannot be told. */
  productIn?: (text: string) => string | null;
  outlook: () => PersonOutlook;
  /** Left out: no complaint is recognised. */
  complaints?: ComplaintInput;
  /** The form that is open. */
  form?: FormState | null;
  /** The site's forms; left out: the bot fills in none. */
  formBook?: FormBook | null;
  forms?: () => FormsInput;
}

/** One message on its way to an answer; what several steps ask for is found out once. */
export class Turn {
  readonly input: ReplyInput;
  readonly texts: BotTexts;
  /** What went before, unless it is too long ago. */
  readonly context: DialogueContext | null;
  #guesses: Guesses | null = null;
  #outOfScope = false;
  #plain: string | null = null;
  #asks: boolean | null = null;
  #named: readonly NamedThing[] | null = null;
  readonly #found = new Map<(turn: Turn) => unknown, unknown>();

  constructor(input: ReplyInput, texts: BotTexts, context: DialogueContext | null) {
    this.input = input;
    this.texts = texts;
    this.context = context;
  }

  /** What several steps ask for besides: found out by the first of them. */
  once<T>(find: (turn: Turn) => T): T {
    if (!this.#found.has(find)) this.#found.set(find, find(this));
    return this.#found.get(find) as T;
  }

  /** The message as `plainWords` gives it. */
  get plain(): string {
    return (this.#plain ??= plainWords(this.input.text));
  }

  /** Whether something is asked anywhere in the message. */
  get asks(): boolean {
    return (this.#asks ??= asksSomewhere(this.input.text));
  }

  /** What is named in the message. */
  get named(): readonly NamedThing[] {
    return (this.#named ??= this.input.namedIn(this.input.text));
  }

  /** What the message means by itself. */
  get guesses(): Guesses {
    // The words of "none of these" are the bot's own and mean nothing else.
    const { pressed } = this.input;
    return (this.#guesses ??= pressed === ACTION.noneOfThese ? [] : this.#understand());
  }

  #understand(): Guesses {
    const { guesses, outOfScope } = this.input.understand(this.input.text);
    this.#outOfScope = outOfScope;
    const wanted = guesses[0]?.intent === BUILT_IN.person && declinesPersonIn(this.plain) ? guesses.slice(1) : guesses;
    return withoutFalseInsult(withoutFalseGreeting(wanted, this.input.text), this.input.text);
  }

  /** Whether the owner says of the message's very words that no FAQ answers them; told once `guesses` were asked for. */
  get outOfScope(): boolean {
    return this.#outOfScope;
  }

  /** The best guess, if the bot may answer it. */
  get sure(): Guesses[number] | null {
    return this.surest(this.guesses);
  }

  /** The best of these guesses, if the bot may answer it. */
  surest(guesses: Guesses): Guesses[number] | null {
    const best = guesses[0];
    return best !== undefined && best.confidence >= this.input.thresholds.answer ? best : null;
  }
}

const RUDE =
  /[,;:!，；！]|damn|stupid|useless|dumb|dum\b|idiot|moron|\bsuck|f+[u*]+c*k|wtf|\bhell\b|bull|\bass|sh[i*]t|screw|worst|worth|junk|\bhate|annoy|no help|garbage|trash|joke|crap|shut up|nothing|\byou(?:'re| are)? (?:so |such )?(?:an? )?(?:blind|deaf|bad)|\p{Script=Han}/iu;

/** "This is ridiculous" is said of what happened. */
const OF_WHAT_HAPPENED = /^(?:this|that|it)(?:['’]s| is)\b/i;

/** "Tell me a joke", 牙疼死了 and 垃圾箱也看了 curse nobody. */
const CURSES_NOBODY =
  /\b(?:tell|know|hear)\b.*\bjokes?\b|^[^你您]*[疼痛痒癢晕暈](?:死|得|极|極)|垃圾(?:箱|桶|[邮郵])/iu;

/** "How" is near to "how are you", "morning if possible" to "good morning", and neither greets. */
const GREETS_NOBODY =
  /^\W*(?:how|why|what|when|where|who)\W*$|\b(?:if possible|would be|works? (?:best|for)|suits?|preferred|preferably|prefer|or (?:afternoon|evening|morning))\b/i;

const TALK: ReadonlySet<string> = new Set(Object.values(BUILT_IN).filter((intent) => intent !== BUILT_IN.person));

/** 5月12号 and "12/5" are near to nothing that was learned, and so to whatever is short. */
const ONLY_NUMBERS = /^[\d\s年月日号號点點时時分:：./-]*\d[\d\s年月日号號点點时時分:：./-]*$/;

function withoutFalseGreeting(guesses: Guesses, text: string): Guesses {
  const intent = guesses[0]?.intent;
  if (intent === BUILT_IN.greeting && GREETS_NOBODY.test(text)) return guesses.slice(1);
  return intent !== undefined && TALK.has(intent) && ONLY_NUMBERS.test(text) ? guesses.slice(1) : guesses;
}

/** Of few FAQs a model knows few words, and takes a polite question for a curse: no question is one that is all there is, and not rude. */
function withoutFalseInsult(guesses: Guesses, text: string): Guesses {
  if (guesses[0]?.intent !== BUILT_IN.insult) return guesses;
  if (CURSES_NOBODY.test(text)) return guesses.slice(1);
  if (!(looksLikeQuestion(text) || OF_WHAT_HAPPENED.test(text)) || RUDE.test(text)) return guesses;
  return guesses.slice(1);
}

/** A step of the decision: an answer, or null to leave the message to the steps after it. */
export type Step = (turn: Turn) => BotReply | null;

/** What more is said of it is set on it: a spread makes each of them an object of another hidden class, which all who read it pay for. */
export function say(text: string, reason: BotReason): BotReply {
  return { text, quickReplies: [], links: [], reason, handoff: null, promisedFor: null, unsureStreak: 0 };
}

/** Something that was named in a message, kept for what comes after it. */
export interface NamedThing {
  /** `order`, `email`, … */
  readonly kind: string;
  /** Normalised, as the entity finder gives it. */
  readonly value: string;
}

/** What a conversation with the bot was about last: stored with the conversation, so that it survives a restart. */
export interface DialogueContext {
  /** Answered last, in the order of the answers; empty when nothing was. */
  readonly intents: readonly string[];
  /** How often in a row just these were answered before. Left out: never. */
  readonly again?: number;
  /** What the visitor said to get that answer, at most 120 UTF-16 units. */
  readonly words: string;
  /** Order numbers and addresses that were named since. */
  readonly named: readonly NamedThing[];
  /** What "did you mean" offered in the bot's last message. */
  readonly offered: readonly string[];
  /** How often the bot was insulted in this conversation: a sign of how urgent a person's word is. */
  readonly insults: number;
  /** Said once that they want no recommendations: holds for good, whatever else is forgotten. */
  readonly wantsNoOffers?: true;
  /** UTC milliseconds. */
  readonly at: number;
}

/** After so long a visitor begins anew. */
const EXPIRES_AFTER_MS = 30 * 60_000;
const LONGEST_WORDS = 120;
const MOST_NAMED = 5;

export const NOTHING_YET: DialogueContext = { intents: [], words: '', named: [], offered: [], insults: 0, at: 0 };

/** What still counts of a stored context at `now`. */
export function stillKnown(context: DialogueContext | null, now: number): DialogueContext | null {
  if (context === null || now - context.at <= EXPIRES_AFTER_MS) return context;
  return withoutThread(context);
}

/** What is left when a person takes over: the bot must not take up an old thread when it comes back. */
export function withoutThread(context: DialogueContext | null): DialogueContext | null {
  if (context === null || (context.insults === 0 && !context.wantsNoOffers)) return null;
  return { ...NOTHING_YET, insults: context.insults, at: context.at, ...ofOffers(context) };
}

function ofOffers({ wantsNoOffers }: DialogueContext): Pick<DialogueContext, 'wantsNoOffers'> {
  return wantsNoOffers === true ? { wantsNoOffers } : {};
}

/** The context after an answer to `intents`. */
export function afterAnswer(
  before: DialogueContext | null,
  answered: { intents: readonly string[]; words: string; named: readonly NamedThing[]; at: number },
): DialogueContext {
  const earlier = before ?? NOTHING_YET;
  const context: DialogueContext = {
    intents: answered.intents,
    words: answered.words.length > LONGEST_WORDS ? headOf(answered.words) : answered.words,
    named: answered.named.length === 0 ? earlier.named : namedOf(answered.named, earlier.named),
    offered: [],
    insults: earlier.insults,
    at: answered.at,
  };
  return { ...context, ...timesAgain(earlier, context), ...ofOffers(earlier) };
}

/** The same words are no new question: a detail was told since. */
function timesAgain(earlier: DialogueContext, { intents, words }: DialogueContext): Pick<DialogueContext, 'again'> {
  if (intents.length === 0 || intents.join() !== earlier.intents.join()) return {};
  const again = (earlier.again ?? 0) + (words === earlier.words ? 0 : 1);
  return again > 0 ? { again } : {};
}

/** The context with what the bot offers in this message. */
export function offering(before: DialogueContext | null, offered: readonly string[], at: number): DialogueContext {
  return { ...(before ?? NOTHING_YET), offered, at };
}

/** Half of a surrogate pair would not come back from the store as it went in. */
function headOf(words: string): string {
  return words.slice(0, LONGEST_WORDS).replace(/[\ud800-\udbff]$/, '');
}

function namedOf(now: readonly NamedThing[], earlier: readonly NamedThing[]): NamedThing[] {
  return [...now, ...earlier].filter(isFirst).slice(0, MOST_NAMED);
}

function isFirst(thing: NamedThing, index: number, all: readonly NamedThing[]): boolean {
  return all.findIndex(({ kind, value }) => kind === thing.kind && value === thing.value) === index;
}

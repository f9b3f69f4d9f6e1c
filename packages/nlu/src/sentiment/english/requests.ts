import { isNegator } from './tokens.ts';
import type { Token } from './tokens.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

const BEFORE = words('hi hello hey dear team please thanks thank and also so ok okay well just sorry morning good');
const AUXILIARIES = words('can could may will would should shall do does did is are was has have am');
const WHO = words(
  'i we you it this that the there they he she my your our a an any anyone anybody someone somebody one these those',
);
const ASKING = words('which where when who whom what how wondering');
const WISHES = words('need want would like wish wanted');
const SELVES = words('i we');
const SELVES_WISHING = words("i'd we'd id");

const AFTER_WISHES = words('to a like');

/** What nobody says who only wants to know: "does anybody EVER answer", "how HARD can it be". Negators are such words, too. */
const REPROACHES = words(
  'ever even actually seriously really still again earth hell heck fuck wtf kidding joke hard difficult supposed finally yet anyone anybody',
);

/** How a sentence asks: for something or to know it, as a reproach, or not at all. */
export type Asking = 'asks' | 'reproaches' | null;

/** Of each token, how the sentence asks in which it stands. Looked through once: each message of a night passes here. */
export function askings(text: string, tokens: readonly Token[]): Asking[] {
  const found = new Array<Asking>(tokens.length).fill(null);
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!endsSentence(text, tokens[at]!) && at < tokens.length - 1) continue;
    const asking = askingOf(tokens, from, at);
    if (asking !== null) found.fill(asking, from, at + 1);
    from = at + 1;
  }
  return found;
}

function endsSentence(text: string, { kind, start }: Token): boolean {
  if (kind === 'asks' || kind === 'exclaims') return true;
  return kind === 'pause' && (text.charAt(start) === '.' || text.charAt(start) === '…');
}

function askingOf(tokens: readonly Token[], from: number, to: number): Asking {
  const { kind, start, end } = tokens[to]!;
  const opens = opensAsking(tokens, from, to);
  if (!opens && kind !== 'asks') return null;
  if (kind === 'exclaims' || (kind === 'asks' && end - start > 1)) return 'reproaches';
  for (let at = from; at <= to; at += 1) {
    const word = tokens[at]!;
    if (word.kind === 'word' && (REPROACHES.has(word.norm) || isNegator(word.norm))) return 'reproaches';
  }
  return opens ? 'asks' : null;
}

/** Whether a sentence begins as one that asks, be it after a greeting. */
function opensAsking(tokens: readonly Token[], from: number, to: number): boolean {
  let polite = false;
  let at = from;
  const next = (): string => {
    while (at <= to && tokens[at]!.kind !== 'word') at += 1;
    return at > to ? '' : tokens[at++]!.norm;
  };
  let first = next();
  while (BEFORE.has(first)) {
    if (first === 'please') polite = true;
    first = next();
  }
  if (first === '') return false;
  if (polite || ASKING.has(first)) return true;
  if (AUXILIARIES.has(first)) return WHO.has(next());
  if (SELVES_WISHING.has(first)) return next() === 'like';
  if (!SELVES.has(first) || !WISHES.has(next())) return false;
  return AFTER_WISHES.has(next());
}

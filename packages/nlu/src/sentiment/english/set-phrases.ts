import { hashText } from '@solodesk/text-model';
import type { Token } from './tokens.ts';

const IS_NOT = "not|isn't|wasn't|aren't|weren't|ain't|isnt|wasnt|arent|werent|aint";
const BETTER = 'happier|better|nicer|easier|smoother|friendlier|kinder|simpler|faster';
const CONTENT = 'pleased|satisfied|happy|helpful|impressed|grateful|thankful|delighted|accommodating';
const PRAISE = `perfect|good|great|ideal|satisfied|happy|impressed|pleased|easy|clean|fresh|helpful|friendly|professional|acceptable|nice|fast|satisfactory`;

/**
 * Phrases whose words say the opposite of what is meant, and the word that says it plainly. A part is one of several words; `?` makes it one
 * that may be missing, `…` stands for up to three words, and what follows `=` must come next but stays.
 */
const PHRASES: readonly (readonly [means: string, phrase: string])[] = [
  ['good', `${IS_NOT} all? too|so|that|half|at? all? a? bad at? all?`],
  ['ok', `${IS_NOT} too|so|that? terrible|awful|horrible at? all?`],
  ['satisfied', "can't|cannot|cant|couldn't|couldnt complain"],
  ['satisfied', 'can|could not complain'],
  ['satisfied', 'no|zero|nothing|without to? any? complaints|complain|complaint about|so? at|far? all?'],
  ['good', 'no|zero|without any? issues|regrets|hassle|hassles whatsoever|so|at? far|all?'],
  ['good', 'no problem|problems whatsoever|so|at far|all?'],
  ['good', 'nothing wrong with'],
  ['good', 'no|zero problem|problems with'],
  ['great', `couldn't|couldnt|can't|cannot|cant be|have been? any? ${BETTER}`],
  ['great', `could|can not be|have been? any? ${BETTER}`],
  ['great', `couldn't|couldnt|can't be|have been? more ${CONTENT}`],
  ['great', `could|can not be|have been? more ${CONTENT}`],
  ['great', "couldn't|couldnt|can't ask|asked|wish|wished|hope|hoped for a? better|more|nicer"],
  ['great', 'could|can not ask|asked|wish|wished|hope|hoped for a? better|more|nicer'],
  ['recommend', "can't|cannot|cant|couldn't recommend|praise|thank … enough"],
  ['recommend', 'can|could not recommend|praise|thank … enough'],
  ['great', "never|hasn't|haven't|hasnt|havent|won't|didn't|didnt once? let|lets me|us|you|anyone down"],
  [
    'amazing',
    'never had|seen|met|received|experienced such a? good|great|friendly|nice|kind|helpful|lovely|fast|amazing',
  ],
  ['terrible', 'never had|seen|met|received|experienced such a? bad|poor|rude|terrible|awful|slow|horrible'],
  [
    'recommend',
    "would|will|i'd|we'd|i'll|we'll definitely|certainly|gladly|happily|absolutely? buy|order|shop|book|purchase … again",
  ],
  ['not', `far|nowhere|anything from|near|but =${PRAISE}`],
];

interface Part {
  words: ReadonlySet<string>;
  optional: boolean;
  /** Stands for any words, up to `GAP`. */
  gap: boolean;
  /** Is looked at only. */
  ahead: boolean;
}

interface SetPhrase {
  parts: readonly Part[];
  norm: string;
  hash: number;
}

const WORD = 1;
const GAP = 3;

/** The longest first, by the words that they may begin with: few words begin any. */
const BY_FIRST = new Map<string, SetPhrase[]>();
for (const [norm, phrase] of PHRASES) {
  const parts = phrase.split(' ').map(partOf);
  for (const word of parts[0]!.words) {
    BY_FIRST.set(word, [...(BY_FIRST.get(word) ?? []), { parts, norm, hash: hashText(WORD, norm) }]);
  }
}

function partOf(written: string): Part {
  const optional = written.endsWith('?');
  const ahead = written.startsWith('=');
  const words = written.slice(ahead ? 1 : 0, optional ? -1 : undefined).split('|');
  return { words: new Set(words), optional, gap: written === '…', ahead };
}

/** Tokens with each set phrase as the one word that it means, at the place of the whole. */
export function withSetPhrases(tokens: readonly Token[]): readonly Token[] {
  let plain: Token[] | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at]!;
    const phrases = first.kind === 'word' ? BY_FIRST.get(first.norm) : undefined;
    const found = phrases && longest(phrases, tokens, at);
    if (!found) {
      plain?.push(first);
      continue;
    }
    plain ??= tokens.slice(0, at);
    const last = tokens[found.next - 1]!;
    plain.push({ kind: 'word', norm: found.norm, hash: found.hash, start: first.start, end: last.end, shouted: false });
    at = found.next - 1;
  }
  return plain ?? tokens;
}

function longest(phrases: readonly SetPhrase[], tokens: readonly Token[], at: number) {
  let best: { next: number; norm: string; hash: number } | null = null;
  for (const { parts, norm, hash } of phrases) {
    const next = endOf(parts, 0, tokens, at);
    if (next > (best?.next ?? at)) best = { next, norm, hash };
  }
  return best;
}

/** Where the words of a phrase end, -1 if they are not there. */
function endOf(parts: readonly Part[], index: number, tokens: readonly Token[], at: number): number {
  const part = parts[index];
  if (part === undefined) return at;
  if (part.gap) {
    for (let skipped = 0; skipped <= GAP; skipped += 1) {
      if (skipped > 0 && tokens[at + skipped - 1]?.kind !== 'word') return -1;
      const end = endOf(parts, index + 1, tokens, at + skipped);
      if (end >= 0) return end;
    }
    return -1;
  }
  const token = tokens[at];
  if (token?.kind === 'word' && part.words.has(token.norm)) {
    if (part.ahead) return at;
    const end = endOf(parts, index + 1, tokens, at + 1);
    if (end >= 0) return end;
  }
  return part.optional ? endOf(parts, index + 1, tokens, at) : -1;
}

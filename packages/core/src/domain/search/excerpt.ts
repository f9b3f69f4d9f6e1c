import { rangesOf } from './search-match.ts';
import type { TextRange } from './search-match.ts';
import type { SearchPiece } from './search-terms.ts';

/** A part of a text with what was looked for; plain text and places in it, never HTML. */
export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly TextRange[];
  /** Whether something was left out before and after it. */
  readonly cut: readonly [before: boolean, after: boolean];
}

/** Of what is shown before the first place. UTF-16 units. */
const LEAD = 30;

/** The part of a text around the first place where a piece stands, on one line. @param most UTF-16 units. */
export function excerptOf(original: string, pieces: readonly SearchPiece[], most = 160): Excerpt {
  // One unit for one unit, so that places stay where they are.
  const text = original.replace(/\s/g, ' ');
  const ranges = rangesOf(text, pieces);
  const first = ranges[0]?.[0] ?? 0;
  const from = wholeFrom(text, text.length <= most ? 0 : Math.max(0, Math.min(first - LEAD, text.length - most)));
  const to = wholeTo(text, Math.min(text.length, from + most));
  return {
    text: text.slice(from, to),
    ranges: ranges
      .filter(([start, end]) => end > from && start < to)
      .map(([start, end]) => [Math.max(start, from) - from, Math.min(end, to) - from] as const),
    cut: [from > 0, to < text.length],
  };
}

/** The nearest place before that cuts no surrogate pair, and no Latin word where a space is near. */
function wholeFrom(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.lastIndexOf(' ', at);
  if (space !== -1 && at - space < 15) return space + 1;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function wholeTo(text: string, at: number): number {
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

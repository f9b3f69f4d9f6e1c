import type { Excerpt } from '../../state/api/search-api.ts';

/** A text with what was searched for marked in it. */
export function MarkedText({ of: { text, ranges, cut } }: { of: Excerpt }) {
  let at = 0;
  const parts = ranges.map(([from, to]) => {
    const part = [text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>];
    at = to;
    return part;
  });
  return (
    <>
      {cut[0] && '… '}
      {parts}
      {text.slice(at)}
      {cut[1] && ' …'}
    </>
  );
}

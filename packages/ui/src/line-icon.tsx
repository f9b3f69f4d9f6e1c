import type { JSX } from 'preact';

/**
 * A line icon in the text's colour. It is decoration: the button around it carries the name.
 *
 * @param props.d path on a 24 × 24 grid, drawn with a line of 2
 * @param props.size edge in CSS pixels, 20 when left out
 * @param props.bold drawn with a line of 3, as dots need it
 */
export function LineIcon({ d, size = 20, bold }: { d: string; size?: number; bold?: boolean }): JSX.Element {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width={bold ? 3 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={d} />
    </svg>
  );
}

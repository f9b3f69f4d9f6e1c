import type { JSX } from 'preact';

/** Paths on a 24 × 24 grid, drawn with a line of 2. */
const PATHS = {
  chat: 'M21 12a8 8 0 0 1-8 8H4l2-3.5A8 8 0 1 1 21 12z',
  send: 'M5 12h14M13 6l6 6-6 6',
  down: 'M6 9l6 6 6-6',
  back: 'M15 6l-6 6 6 6',
  more: 'M12 5h.01M12 12h.01M12 19h.01',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  sound: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  mute: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  end: 'M12 3v8M6.5 6.5a8 8 0 1 0 11 0',
  offline:
    'M3 3l18 18M5 12.5a10 10 0 0 1 5-2.7M2 8.5a15 15 0 0 1 5-3.1M11 5a15 15 0 0 1 11 3.5M8.5 16.2a5 5 0 0 1 7 0M12 20h.01',
} as const;

export type IconName = keyof typeof PATHS;

/**
 * A line icon in the text's colour. It is decoration: the button around it carries the name.
 *
 * @param props.size edge in CSS pixels, 20 when left out
 */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 3 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

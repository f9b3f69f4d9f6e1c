import type { JSX } from 'preact';
import { LineIcon } from './line-icon.tsx';

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
  clip: 'M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.6 8.6a1.7 1.7 0 0 1-2.4-2.4L14.5 7.500',
  offline:
    'M3 3l18 18M5 12.5a10 10 0 0 1 5-2.7M2 8.5a15 15 0 0 1 5-3.1M11 5a15 15 0 0 1 11 3.5M8.5 16.2a5 5 0 0 1 7 0M12 20h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon of the console, by its name. @param props.size edge in CSS pixels, 20 when left out */
export function Icon({ name, size }: { name: IconName; size?: number }): JSX.Element {
  return <LineIcon d={PATHS[name]} bold={name === 'more'} {...(size !== undefined && { size })} />;
}

/** Paths on a 24 × 24 grid, for what stands in the panel from its beginning; each in a name of its own, so that none comes along unused. */
export const SEND = 'M5 12h14M13 6l6 6-6 6';
export const DOWN = 'M6 9l6 6 6-6';
export const MORE = 'M12 5h.01M12 12h.01M12 19h.01';
export const CLIP =
  'M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.6 8.6a1.7 1.7 0 0 1-2.4-2.4L14.5 7.5';
export const OFFLINE =
  'M3 3l18 18M5 12.5a10 10 0 0 1 5-2.7M2 8.5a15 15 0 0 1 5-3.1M11 5a15 15 0 0 1 11 3.5M8.5 16.2a5 5 0 0 1 7 0M12 20h.01';

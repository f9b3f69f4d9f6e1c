/** Longest message, in Unicode code points. */
export const MAX_MESSAGE_CODE_POINTS = 4000;

/** Longest word with a score, in Unicode code points. */
export const MAX_WORD_CODE_POINTS = 1000;

/** Largest packet that the server accepts, in bytes. */
export const MAX_PACKET_BYTES = 64 * 1024;

/** A page of the log holds at most this many events ... */
export const MAX_PAGE_EVENTS = 100;

/** ... and at most about this many bytes of JSON. */
export const MAX_PAGE_BYTES = 256 * 1024;

/** How many `track` events travel in one packet. */
export const MAX_TRACK_EVENTS = 50;

/** Largest file, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Most files of one message. */
export const MOST_FILES = 5;

/** Tells whether a text has more code points than allowed, without copying it. */
export function isTooLong(text: string, max: number = MAX_MESSAGE_CODE_POINTS): boolean {
  if (text.length <= max) return false;
  let points = 0;
  for (const _ of text) if (++points > max) return true;
  return false;
}

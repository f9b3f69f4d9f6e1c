import { IANAZone } from 'luxon';

/** There are some 600; whoever writes them in other cases shall not fill the memory. */
const MOST_KNOWN = 1000;
const known = new Set<string>();

/**
 * Whether there is a time zone of that name. To find out is dear: a date format of 40 kB of native memory is made for it, so that what
 * is there is kept in mind. A crowd that connects asks for each of them.
 */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  if (!IANAZone.isValidZone(name)) return false;
  if (known.size < MOST_KNOWN) known.add(name);
  return true;
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { dayKey } from '@solodesk/ui';

/** The time zone of the site that is open; undefined outside of any: the browser's. */
export const SiteZone = createContext<string | undefined>(undefined);

/** Days as the business counts them, wherever its owner is: an order of the evening is not one of the next day. */
export function useSiteDay(): (at: number) => string {
  const zone = useContext(SiteZone);
  return (at) => dayKey(at, zone);
}

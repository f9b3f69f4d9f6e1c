import { useEffect, useRef } from 'preact/hooks';
import { route } from '../route.ts';

/**
 * Calls `leave` when the browser goes elsewhere, by its back button too: what stands above a page goes with it. Whoever goes back on a
 * phone means the sheet.
 */
export function useLeaving(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => route.subscribe(() => latest.current()), []);
}

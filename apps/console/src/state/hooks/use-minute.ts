import { useEffect, useState } from 'preact/hooks';

const MINUTE = 60_000;
const thisMinute = () => Math.floor(Date.now() / MINUTE) * MINUTE;

/** The minute that it is, UTC milliseconds: all that is told in minutes changes at once, not each line at a moment of its own. */
export function useMinute(): number {
  const [minute, setMinute] = useState(thisMinute);
  useEffect(() => {
    const timer = setTimeout(() => setMinute(thisMinute()), minute + MINUTE - Date.now());
    return () => clearTimeout(timer);
  }, [minute]);
  return minute;
}

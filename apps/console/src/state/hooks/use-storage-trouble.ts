import { useEffect, useState } from 'preact/hooks';
import { report } from '../report.ts';

/** Milliseconds between two looks. */
const LOOK_EVERY_MS = 30_000;

/**
 * Whether the server cannot save anything just now: its disk is full, or another program holds the database.
 * @param isOnline whether there is a line at all; without one that is what is told
 * @param refused whether something of the owner's own was just refused: then nobody waits for the next look
 */
export function useStorageTrouble(isOnline: boolean, refused: boolean): boolean {
  const [trouble, setTrouble] = useState(false);
  useEffect(() => {
    if (!isOnline) return setTrouble(false);
    let current = true;
    const look = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch('/readyz');
        const said = answer.status === 503 ? (JSON.parse(await answer.text()) as { fault?: string }) : {};
        if (current) setTrouble(said.fault === 'storage');
      } catch (cause) {
        // The line's own banner tells of it.
        report('Whether the server can save is not known.', cause);
      }
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    const seen = () => void look();
    document.addEventListener('visibilitychange', seen);
    return () => {
      current = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [isOnline, refused]);
  return trouble;
}

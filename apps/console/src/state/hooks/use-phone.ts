import { useEffect, useState } from 'preact/hooks';

/** As in `narrow.css`: where one thing is shown at a time. */
export const PHONE = '(max-width: 760px)';

/** Whether the window is as narrow as a phone's, also after it was turned. */
export function usePhone(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const look = () => setNarrow(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return narrow;
}

import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** The heading of a page that is read first: it gets the focus when that is there, so that keys and screen readers begin at it. */
export function useTitle(ready: boolean): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (ready) title.current?.focus();
  }, [ready]);
  return title;
}

import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Of more lines than fit, the field scrolls. CSS pixels. */
const HIGHEST = 200;

/** A field of text is as high as what stands in it. @param text read anew each time that it changes */
export function useGrowing(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, HIGHEST)}px`;
  }, [area, text]);
}

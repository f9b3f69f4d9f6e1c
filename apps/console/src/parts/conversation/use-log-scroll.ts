import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface LogScrollOptions {
  /** Another one when other entries are in the log than before. */
  print: string;
  /** There are entries beyond its end that are not read. */
  newer: boolean;
  /** A place in it is sought: its end is not what is to be seen. */
  seeks: boolean;
  /** The beginning, or the end, of what is read is near: it is time to read on. */
  onBegin(): void;
  onEnd(): void;
}

export interface LogScroll {
  /** The scrolled element, and what is in it. */
  box: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** One reads elsewhere than at the newest entry. */
  away: boolean;
  /** To be called when it was scrolled. */
  look(): void;
  /** Stays at the end from now on. */
  toEnd(): void;
  /** Shows an element in the middle, and focuses it. */
  show(element: HTMLElement): void;
}

/** So near to its end a log counts as read to the end. */
const AT_END_PX = 48;
/** So near to where what is read ends, more of it is read: about a screen. */
const NEAR_PX = 600;

/**
 * Keeps a log at its end while one is there, and else the entry in its place that one reads, whatever comes, goes or grows above or
 * below. Browsers do that themselves for some of it, but not all of them.
 */
export function useLogScroll({ print, newer, seeks, onBegin, onEnd }: LogScrollOptions): LogScroll {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(!seeks);
  const [away, setAway] = useState(seeks);
  /** The uppermost entry in sight, and how far below the upper edge it begins. */
  const anchor = useRef<{ row: Element; top: number } | null>(null);
  /** The height, as the observer saw it last. */
  const room = useRef(0);
  const hadFocus = box.current?.contains(document.activeElement) === true;

  const topOf = (row: Element) => row.getBoundingClientRect().top - (box.current?.getBoundingClientRect().top ?? 0);
  const noteAnchor = () => {
    const edge = box.current?.getBoundingClientRect().top ?? 0;
    const rows = [...(content.current?.querySelectorAll('.said, .event') ?? [])];
    const row = rows.find((one) => one.getBoundingClientRect().bottom > edge);
    anchor.current = row ? { row, top: topOf(row) } : null;
  };
  const noteEnd = (element: HTMLDivElement) => {
    atEnd.current = !newer && element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_PX;
    setAway(!atEnd.current);
  };
  const settle = () => {
    const element = box.current;
    if (!element) return;
    const kept = anchor.current;
    // On its way to an end that is not read yet it stays as well.
    if ((!atEnd.current || newer) && kept?.row.isConnected) {
      element.scrollTop += topOf(kept.row) - kept.top;
      if (!atEnd.current) noteEnd(element);
    } else if (!seeks) {
      // Also where all that was read made way for the newest entries.
      atEnd.current = !newer;
      element.scrollTop = element.scrollHeight;
    }
    noteAnchor();
  };
  const settleNow = useRef(settle);
  settleNow.current = settle;

  const look = () => {
    const element = box.current;
    // Nobody has scrolled: there is less room than a moment ago, and the observer is about to put it right.
    if (!element || element.clientHeight !== room.current) return;
    noteEnd(element);
    noteAnchor();
    if (element.scrollTop < NEAR_PX) onBegin();
    else if (element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX) onEnd();
  };

  useLayoutEffect(() => {
    settleNow.current();
    // What had the focus went with the entries that made way: the keys go on scrolling.
    if (hadFocus && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
    // Settled when entries change, not whenever something is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [print, newer]);

  useEffect(() => {
    const [element, inside] = [box.current, content.current];
    if (!element || !inside) return;
    // A growing reply field, a banner or a toast takes height away; pictures come late; a phone is turned.
    const sizes = new ResizeObserver(() => {
      room.current = element.clientHeight;
      settleNow.current();
    });
    sizes.observe(element);
    sizes.observe(inside);
    return () => sizes.disconnect();
  }, []);

  return {
    box,
    content,
    away,
    look,
    toEnd() {
      atEnd.current = true;
      setAway(false);
      if (box.current && !newer) box.current.scrollTop = box.current.scrollHeight;
    },
    show(element) {
      atEnd.current = false;
      element.scrollIntoView({ block: 'center' });
      element.focus({ preventScroll: true });
      if (box.current) noteEnd(box.current);
      noteAnchor();
    },
  };
}

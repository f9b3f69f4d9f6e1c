import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface WindowedListProps<T> {
  items: readonly T[];
  keyOf(item: T): string;
  /** The inside of a row; each row is as high as `--row` says. */
  row(item: T): ComponentChildren;
  label: string;
  /** Key of the row that has to be seen. */
  shown: string | null;
  class?: string;
  /** The last rows are drawn: the time to read on. */
  onEnd?(): void;
  /** What stands below the list, and scrolls with it. */
  children?: ComponentChildren;
}

/** So many rows are there beyond what is seen, so that scrolling finds them drawn. */
const BEYOND = 5;
/** Until a row was measured. */
const ROW_PX = 112;

/** A long list of which only what is seen, and a little more, is in the page. Its rows are all of one height. */
export function WindowedList<T>({
  items,
  keyOf,
  row,
  label,
  shown,
  class: name = '',
  onEnd,
  children,
}: WindowedListProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const [{ top, height, rowHeight }, setPlace] = useState({ top: 0, height: 900, rowHeight: ROW_PX });

  const measure = () => {
    const element = frame.current;
    if (!element) return;
    const next = {
      // Whole rows: a scrolled pixel draws nothing anew.
      top: Math.floor(element.scrollTop / rowHeight) * rowHeight,
      height: element.clientHeight || 900,
      rowHeight: element.querySelector<HTMLElement>('li')?.offsetHeight || rowHeight,
    };
    setPlace((last) =>
      last.top === next.top && last.height === next.height && last.rowHeight === next.rowHeight ? last : next,
    );
  };
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
    // Measuring reads what is in the page, not what was there when it was set up.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [rowHeight]);

  const at = shown === null ? -1 : items.findIndex((item) => keyOf(item) === shown);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || at < 0) return;
    const [first, last] = [at * rowHeight, (at + 1) * rowHeight];
    if (first < element.scrollTop) element.scrollTop = first;
    else if (last > element.scrollTop + element.clientHeight) element.scrollTop = last - element.clientHeight;
    // A row that moves because others come and go must not take the list with it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);

  const from = Math.max(0, Math.floor(top / rowHeight) - BEYOND);
  const to = Math.min(items.length, Math.ceil((top + height) / rowHeight) + BEYOND);
  const isAtEnd = items.length > 0 && to === items.length;
  useLayoutEffect(() => {
    if (isAtEnd) onEnd?.();
    // Asked again when there is more, not when the caller's function is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isAtEnd, items.length]);
  return (
    <div class={`queue-list ${name}`} ref={frame} onScroll={measure}>
      {items.length > 0 && (
        <ul
          class="items"
          aria-label={label}
          style={{ paddingTop: `${from * rowHeight}px`, paddingBottom: `${(items.length - to) * rowHeight}px` }}
        >
          {items.slice(from, to).map((item, index) => (
            <li key={keyOf(item)} aria-setsize={items.length} aria-posinset={from + index + 1}>
              {row(item)}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

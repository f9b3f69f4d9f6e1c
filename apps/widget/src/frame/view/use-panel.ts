import { useEffect } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { PageLink } from '../host/page-link.ts';

const REACHABLE = 'button:not([disabled]), textarea:not([disabled]), a[href], [tabindex="0"]';

/** Puts the keyboard where writing begins; not on a touch screen, whose own would cover what is to be read. */
export function focusIn(panel: Element): void {
  const touch = matchMedia('(pointer: coarse)').matches;
  panel.querySelector<HTMLElement>(touch ? '.log, .primary' : 'textarea:not([disabled]), .primary')?.focus();
}

/** Keeps the keyboard inside the open panel, closes it on Escape, and takes the focus when it opens. */
export function usePanel(panel: RefObject<HTMLElement | null>, page: PageLink): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) page.post('close', null);
      if (event.key !== 'Tab') return;
      const all = [...panel.current!.querySelectorAll<HTMLElement>(REACHABLE)];
      const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
      if (document.activeElement !== from && panel.current!.contains(document.activeElement)) return;
      to?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [panel, page]);

  useEffect(() => {
    let open = false;
    const take = () => {
      const { state } = page;
      if (state.open && !open && state.focus) focusIn(panel.current!);
      open = state.open;
    };
    take();
    page.subscribe(take);
  }, [panel, page]);
}

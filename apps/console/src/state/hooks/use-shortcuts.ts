import { useLayoutEffect, useRef } from 'preact/hooks';
import { composes } from '../composes.ts';

// Effects of the layout, since others come after the screen is shown: who types at once would type in vain.

/** Ctrl or ⌘ with K, which opens search wherever the focus is, but above an open dialog. */
export function useSearchKeys(onSearch: () => void): void {
  const current = useRef(onSearch);
  current.current = onSearch;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) current.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/**
 * Single keys as commands, anywhere but in fields, dialogs and with a modifier. While a person composes with an input
 * method, keys belong to it (Safari says so by key code 229 alone).
 */
export function useShortcuts(commands: Readonly<Record<string, () => void>>): void {
  const current = useRef(commands);
  current.current = commands;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || composes(event)) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest('input, textarea, select, [contenteditable], dialog')) return;
      const command = current.current[event.key];
      if (!command) return;
      event.preventDefault();
      command();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

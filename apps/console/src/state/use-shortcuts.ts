import { useEffect, useRef } from 'preact/hooks';

/**
 * Single keys as commands, anywhere but in fields, dialogs and with a modifier. While a person composes with an input
 * method, keys belong to it (Safari says so by key code 229 alone).
 */
export function useShortcuts(commands: Readonly<Record<string, () => void>>): void {
  const current = useRef(commands);
  current.current = commands;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229) return;
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

import { useRef } from 'preact/hooks';

/** The newest value that there was, so that a list stays in place while the next one is on its way. */
export function useLast<T>(value: T | null): T | null {
  const last = useRef<T | null>(null);
  if (value !== null) last.current = value;
  return last.current;
}

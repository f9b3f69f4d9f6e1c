import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ApiError } from '../api/api.ts';
import { useDesk } from '../desk.ts';
import { asApiError } from '../session.ts';

export interface Remote<T> {
  /** The last answer; what is shown stays until the next one is there, or until the server says that it is gone. */
  value: T | null;
  error: ApiError | null;
  reload(): void;
}

/**
 * What the server says for a key; asked again for another key and on `reload`. An answer that comes too late is dropped.
 * @param may while false nothing is asked; asked again when it may be
 */
export function useRemote<T>(key: string, load: () => Promise<T>, may = true): Remote<T> {
  const [state, setState] = useState<{ key: string; value: T | null; error: ApiError | null }>({
    key,
    value: null,
    error: null,
  });
  const [attempt, setAttempt] = useState(0);
  const loader = useRef(load);
  loader.current = load;
  useEffect(() => {
    if (!may) return;
    let current = true;
    loader.current().then(
      (value) => current && setState({ key, value, error: null }),
      (cause: unknown) => {
        if (!current) return;
        const error = asApiError(cause);
        setState((last) => ({ key, value: last.key === key && error.kind !== 'not_found' ? last.value : null, error }));
      },
    );
    return () => {
      current = false;
    };
  }, [key, attempt, may]);
  const reload = useCallback(() => setAttempt((n) => n + 1), []);
  // What was read for another key is not shown for this one.
  return state.key === key ? { value: state.value, error: state.error, reload } : { value: null, error: null, reload };
}

/** The same of what comes over the console's line: a page that is open before the line is there has nothing to complain of yet. */
export function useLineRemote<T>(key: string, load: () => Promise<T>): Remote<T> {
  const { state } = useDesk();
  return useRemote(key, load, state.connection === 'online');
}

import { api, ApiError } from './api/api.ts';
import type { Session } from './api/api.ts';
import { createStore } from './store.ts';
import { report } from './report.ts';

export type SessionState =
  | { status: 'loading' }
  | { status: 'failed'; error: ApiError }
  | { status: 'known'; session: Session; /** It ended while this tab was open. */ ended?: boolean };

export const sessionStore = createStore<SessionState>({ status: 'loading' });

/** Asks the server who we are and which sites there are. What is shown stays until the answer is there. */
export async function refreshSession(): Promise<void> {
  try {
    sessionStore.set({ status: 'known', session: await api.session() });
  } catch (error) {
    const known = sessionStore.get().status === 'known';
    if (!known) sessionStore.set({ status: 'failed', error: asApiError(error) });
    else report('The session could not be read again.', error);
  }
}

/** The server has ended our session: what was on the screen is hidden until somebody signs in. */
export function endSession(): void {
  const state = sessionStore.get();
  if (state.status !== 'known') return;
  sessionStore.set({ status: 'known', session: { ...state.session, account: null, sites: [] }, ended: true });
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError('internal', error instanceof Error ? error.message : String(error));
}

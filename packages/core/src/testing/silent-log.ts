import type { Log } from '../ports/log.ts';

const nothing = (): void => undefined;

/** For tests that look at behaviour, not at what is said about it. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Addresses that may be called although they are not public: the owner's own, named one by one. */
export interface AllowList {
  /** @param host as a URL has it (`[::1]` in brackets). */
  allows(host: string, port: number): boolean;
}

export const NOTHING_ALLOWED: AllowList = { allows: () => false };

/**
 * Reads `OUTGOING_ALLOW`: hosts with their ports, separated by commas, such as `127.0.0.1:4711, n8n.internal:5678`.
 * @throws Error naming the part that is none.
 */
export function allowListFrom(text: string): AllowList {
  const entries = new Set<string>();
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const url = URL.canParse(`http://${part}/`) ? new URL(`http://${part}/`) : null;
    if (url === null || !/:\d{1,5}$/.test(part) || url.pathname !== '/' || url.username !== '') {
      throw new Error(`must be hosts with ports, such as 127.0.0.1:4711, separated by commas; “${part}” is none`);
    }
    entries.add(`${url.hostname}:${url.port === '' ? 80 : url.port}`);
  }
  if (entries.size === 0) return NOTHING_ALLOWED;
  return { allows: (host, port) => entries.has(`${host}:${port}`) };
}

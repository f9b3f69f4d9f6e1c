/** What the host pages and the tests put into `window`. */
declare global {
  interface Window {
    Solodesk: { (command: string, ...given: unknown[]): void; q?: unknown[] };
    SolodeskSettings?: object;
    /** What the page at `/api` was told by the widget. */
    heard: string[];
    /** What a page took from other people's messages. */
    overheard?: unknown[];
    /** What a spying page saw, as JSON. */
    spied: string[];
    /** What a text sets that was executed. */
    pwned?: unknown;
  }
}

export {};

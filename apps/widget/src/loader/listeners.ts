export type Listener = (detail?: unknown) => void;

/** Runs foreign code: its error goes to the console as the page's own, and stops nothing of ours. */
export function safely(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}

/** Who listens to what. `ready` happens once, and still reaches those who ask later. */
export function createListeners() {
  let all: [name: string, listener: Listener][] = [];
  let ready: boolean | undefined;
  return {
    on(name: string, listener: Listener) {
      if (ready && name === 'ready') listener();
      else all = [...all, [name, listener]];
    },
    off(name: string, listener?: Listener) {
      all = all.filter((one) => one[0] !== name || (listener && one[1] !== listener));
    },
    tell(name: 'ready' | 'open' | 'close' | 'unread' | 'message', detail?: unknown) {
      ready ||= name === 'ready';
      for (const one of all) if (one[0] === name) safely(() => one[1](detail));
    },
  };
}

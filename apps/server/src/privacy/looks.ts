import type { NewView, ViewKind } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';

/** Notes who saw whom. What is looked at is shown all the same when that cannot be noted, and the log says so. */
export class Looks {
  readonly #desk: Pick<Desk, 'store' | 'clock' | 'log'>;

  constructor(desk: Pick<Desk, 'store' | 'clock' | 'log'>) {
    this.#desk = desk;
  }

  async note(
    site: string,
    account: number,
    kind: ViewKind,
    whom: Partial<Pick<NewView, 'contact' | 'visitor' | 'detail'>>,
  ): Promise<void> {
    const { store, clock, log } = this.#desk;
    try {
      const by = (await store.findAccount(account))?.name ?? '';
      const view = { contact: null, visitor: null, detail: '', ...whom };
      await store.noteView({ site, at: clock.now(), account, by, kind, ...view });
    } catch (cause) {
      log.error({ err: cause, kind }, 'that somebody looked at a person could not be noted');
    }
  }
}

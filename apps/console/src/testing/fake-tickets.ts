import type { OwnerClient, OwnerState, TicketViews } from '@solodesk/client/owner';
import type { OwnerUp, TicketDetail, TicketView } from '@solodesk/protocol/owner';

import { createStore } from '../state/store.ts';

/** A ticket as the server tells it. */
export function ticketOf(change: Partial<TicketDetail> = {}): TicketDetail {
  return {
    ...{ number: 17, name: 'SHOP-T17', state: 'new', subject: 'Return of order 1042', category: 'returns' },
    ...{ priority: 47, level: 'high', contact: { email: 'ann@mail.example' }, target: { to: 'owner' } },
    ...{ createdAt: 1, updatedAt: 1, dueAt: null, locale: 'en', missing: [], complaint: null, solvedAt: null },
    details: [{ slot: 'order', label: 'Order', value: '<b>1042</b>', sensitive: false }],
    reasons: [{ name: 'refund', points: 15, text: { en: 'refund', zh: '退款' } }],
    route: { rule: null, because: [], byHand: false },
    conversation: '7f1f2a94-9d4f-4c57-8a0e-6c2f5d1d1c11',
    history: [{ at: 1, by: { kind: 'visitor' }, what: { type: 'made' } }],
    ...change,
  };
}

/** A desk with tickets and nothing else, that writes down what it is told to do. */
export class FakeTickets {
  readonly done: string[] = [];
  tickets: TicketDetail[];
  refuses = false;
  /** Numbers of those that cannot be changed. */
  closed: number[] = [];
  views: TicketView[] = [];
  readonly #views = createStore<TicketViews>({});
  #outbox: OwnerState['outbox'] = [];
  #listeners = new Set<() => void>();
  readonly #changed = new Set<Parameters<OwnerClient['onChanged']>[0]>();

  constructor(...tickets: TicketDetail[]) {
    this.tickets = tickets;
  }

  get client(): OwnerClient {
    const state = () =>
      ({ connection: 'online', sites: {}, outbox: this.#outbox, notices: [] }) as unknown as OwnerState;
    let last = state();
    const find = (number: number) => this.tickets.find((ticket) => ticket.number === number)!;
    const refusal = { ok: false, error: { kind: 'refused', message: '' } };
    const answer = (said: string, number: number) => {
      this.done.push(said);
      return Promise.resolve(this.refuses ? refusal : { ok: true, ticket: find(number) });
    };
    const fake = {
      get: () => (last.outbox === this.#outbox ? last : (last = state())),
      subscribe: (listener: () => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      onChanged: (tell: Parameters<OwnerClient['onChanged']>[0]) => {
        this.#changed.add(tell);
        return () => this.#changed.delete(tell);
      },
      reply: (_: string, conversation: string, text: string, more: Parameters<OwnerClient['reply']>[3] = {}) => {
        const names = (more.attachments ?? []).map(({ name }) => ` +${name}`);
        this.done.push(`reply ${more.ticket} ${text}${names.join('')}`);
        this.reach([{ clientId: 'r', site: 'shop', conversation, text, at: 1, status: 'sending', ...more }]);
        return 'r';
      },
      tickets: {
        list: ({ site, filter, search, ...sieve }: OwnerUp['tickets']) => {
          const rest = Object.entries(sieve).map(([key, value]) => ` ${key}=${value}`);
          this.done.push(`list ${filter}${search === undefined ? '' : ` ${search}`}${rest.join('')}`);
          const all = this.tickets
            .filter(({ subject }) => search !== 'nothing' || subject === search)
            .filter(({ level }) => sieve.level === undefined || level === sieve.level);
          const counts = { open: all.length, waiting: 0, solved: 0 };
          const targets = [{ to: 'person', name: 'Lee', mail: 'lee@repairs.example' }];
          this.#views.set({ ...this.#views.get(), [site]: this.views });
          return Promise.resolve({
            ok: true,
            tickets: all,
            more: false,
            counts,
            categories: ['returns', 'repairs'],
            targets,
          });
        },
        changeMany: ({ numbers, ...edit }: OwnerUp['tickets_change']) => {
          const { site: _, ...said } = edit;
          this.done.push(`many ${numbers.join('+')} ${JSON.stringify(said)}`);
          if (this.refuses) return Promise.resolve(refusal);
          const failed = numbers.filter((number) => this.closed.includes(number));
          this.tickets = this.tickets.map((ticket) =>
            numbers.includes(ticket.number) && !failed.includes(ticket.number) ? { ...ticket, ...said } : ticket,
          );
          return Promise.resolve({ ok: true, done: [], failed: failed.map((number) => ({ number, kind: 'refused' })) });
        },
        views: { get: this.#views.get, subscribe: this.#views.subscribe },
        keepView: (site: string, view: TicketView) => {
          this.done.push(`keep ${view.name} ${JSON.stringify(view.sieve)}`);
          if (this.refuses) return Promise.resolve(refusal);
          this.views = [...this.views, view];
          this.#views.set({ [site]: this.views });
          return Promise.resolve({ ok: true });
        },
        dropView: (site: string, id: string) => {
          this.done.push(`drop ${id}`);
          this.views = this.views.filter((view) => view.id !== id);
          this.#views.set({ [site]: this.views });
          return Promise.resolve({ ok: true });
        },
        read: (_: string, number: number) => Promise.resolve({ ok: true, ticket: find(number) }),
        change: ({ number, state }: OwnerUp['ticket_change']) => answer(`${number} ${state}`, number),
        note: (_: string, number: number, text: string) => answer(`note ${number} ${text}`, number),
        offer: (_: string, number: number) => answer(`offer ${number}`, number),
        subscribe: () => () => undefined,
      },
    };
    return fake as unknown as OwnerClient;
  }

  /** Another device has changed something. */
  changed(site: string, ...what: string[]): void {
    for (const tell of this.#changed) tell(site, what);
  }

  /** What is on its way. */
  reach(outbox: OwnerState['outbox']): void {
    this.#outbox = outbox;
    for (const listener of this.#listeners) listener();
  }
}

import type { NewAppointment } from '../../domain/records/appointment.ts';
import type { BookingAftermath } from '../../ports/record-store.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const HOUR = 3_600_000;

export const appointmentContract: Contract = ({ describe, it, expect }, stage) => {
  const at = (from: number, to = from + 1, change: Partial<NewAppointment> = {}): NewAppointment => ({
    site: SHOP,
    id: stage().uuid(),
    resource: '',
    startsAt: from * HOUR,
    endsAt: to * HOUR,
    service: 'first-visit',
    contactKey: null,
    conversationKey: null,
    createdAt: 1,
    ...change,
  });
  const book = (...of: Parameters<typeof at>) => stage().store.bookAppointment(at(...of));
  const booked = async (...of: Parameters<typeof at>) => {
    const outcome = await book(...of);
    if (outcome.kind !== 'booked') throw new Error('the time was taken');
    return outcome.appointment;
  };
  const starts = async (from: number, to: number, resource?: string) => {
    const span = { from: from * HOUR, to: to * HOUR, ...(resource !== undefined && { resource }) };
    return (await stage().store.appointmentsBetween(SHOP, span)).map(({ startsAt }) => startsAt / HOUR);
  };

  describe('appointments', () => {
    it('are kept as they were booked', async () => {
      const details = [{ slot: 'reason', label: 'Reason', value: 'my knee', sensitive: true }];
      const wanted = at(10, 11, { contactKey: 4, conversationKey: 5, resource: 'room 1', details });
      const outcome = await stage().store.bookAppointment(wanted);
      const found = await stage().store.findAppointment(SHOP, wanted.id);
      expect(outcome).toEqual({ kind: 'booked', appointment: found });
      expect(found).toEqual({ ...wanted, key: found?.key, state: 'booked', sequence: 0 });
      expect(await stage().store.findAppointment(BAKERY, wanted.id)).toBeNull();
      expect(await booked(20)).toMatchObject({ details: [] });
    });

    it('never overlap: of many who want one time, one gets it', async () => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => book(10)));
      expect(outcomes.filter(({ kind }) => kind === 'booked')).toHaveLength(1);
      for (const [from, to] of [
        [9.5, 10.5],
        [10.5, 12],
        [10.25, 10.5],
        [9, 12],
      ] as const)
        expect(await book(from, to)).toEqual({ kind: 'taken' });
      expect([(await book(9)).kind, (await book(11)).kind]).toEqual(['booked', 'booked']);
      expect([(await book(10, 11, { resource: 'b' })).kind, (await book(10, 11, { site: BAKERY })).kind]).toEqual([
        'booked',
        'booked',
      ]);
    });

    it('are the same when they are booked again by their id', async () => {
      const wanted = at(10);
      const first = await stage().store.bookAppointment(wanted);
      expect(await stage().store.bookAppointment(wanted)).toEqual(first);
      expect(await starts(0, 24)).toEqual([10]);
    });

    it('are listed by time, those included that reach into the span', async () => {
      for (const from of [12, 8, 10]) await booked(from);
      await booked(10, 11, { resource: 'b' });
      expect(await starts(8.5, 12)).toEqual([8, 10, 10]);
      expect(await starts(9, 12.5, '')).toEqual([10, 12]);
      expect(await starts(9, 10)).toEqual([]);
      expect(await stage().store.appointmentsBetween('no-such-site', { from: 0, to: HOUR * 24 })).toEqual([]);
    });

    it('move to a time that is free, and stay where they are when it is not', async () => {
      const { store } = stage();
      const [first, second] = [await booked(10), await booked(12)];
      const to = { startsAt: 12.5 * HOUR, endsAt: 13.5 * HOUR };
      expect(await store.moveAppointment(SHOP, first.id, to)).toEqual({ kind: 'taken' });
      expect(await starts(0, 24)).toEqual([10, 12]);
      // Its own old time does not stand in its way.
      expect(await store.moveAppointment(SHOP, second.id, to)).toEqual({
        kind: 'booked',
        appointment: { ...second, ...to, sequence: 1 },
      });
      expect(await store.moveAppointment(BAKERY, second.id, to)).toBeNull();
      expect(await starts(0, 24)).toEqual([10, 12.5]);
    });

    it('free their time when they are cancelled, and are not booked again by a repeat', async () => {
      const { store } = stage();
      const wanted = at(10);
      await store.bookAppointment(wanted);
      expect(await store.cancelAppointment(BAKERY, wanted.id)).toBeNull();
      expect(await store.cancelAppointment(SHOP, wanted.id)).toMatchObject({ state: 'cancelled', sequence: 1 });
      expect(await store.cancelAppointment(SHOP, wanted.id)).toBeNull();
      expect(await store.moveAppointment(SHOP, wanted.id, { startsAt: 0, endsAt: 1 })).toBeNull();
      expect(await store.bookAppointment(wanted)).toEqual({ kind: 'taken' });
      expect((await book(10)).kind).toBe('booked');
    });

    it('plan with a change what it causes, call off what it makes void, and do neither when it fails', async () => {
      const { store } = stage();
      const note = (key: string) =>
        ({ kind: 'sms', id: key, key, dueAt: 1_000, payload: { to: '+4915112345678', text: key } }) as const;
      const after =
        (what: string): BookingAftermath =>
        ({ sequence }) => ({
          plan: [note(`${what} ${sequence}`)],
          drop: [{ kind: 'sms', key: 'booked 0' }],
        });
      const due = async (lease: string) =>
        (await store.claimJobs({ now: 2_000, until: 9_000, limit: 9, lease })).map(({ id }) => id);
      const wanted = at(10);
      const booking = { plan: [note('booked 0')], drop: [] };
      await store.bookAppointment(wanted, () => booking);
      await store.bookAppointment(wanted, () => ({ plan: [note('repeated')], drop: [] }));
      await booked(12);
      const to = { startsAt: 12 * HOUR, endsAt: 13 * HOUR };
      expect(await store.moveAppointment(SHOP, wanted.id, to, after('taken'))).toEqual({ kind: 'taken' });
      expect(await store.bookAppointment(at(12), after('taken'))).toEqual({ kind: 'taken' });
      expect(await due('L')).toEqual(['booked 0']);
      await store.releaseJobs();
      await store.moveAppointment(SHOP, wanted.id, { startsAt: 14 * HOUR, endsAt: 15 * HOUR }, after('moved'));
      await store.cancelAppointment(SHOP, wanted.id, after('cancelled'));
      await store.cancelAppointment(SHOP, wanted.id, after('again'));
      expect(await due('M')).toEqual(['moved 1', 'cancelled 2']);
    });

    it('of a contact come the latest first, cancelled ones too', async () => {
      const { store } = stage();
      const [first] = [await booked(10, 11, { contactKey: 4 }), await booked(12, 13, { contactKey: 4 })];
      await booked(14, 15, { contactKey: 5 });
      await store.cancelAppointment(SHOP, first.id);
      const of = async (site: string) =>
        (await store.appointmentsOfContact(site, 4, 9)).map(({ startsAt, state }) => [startsAt / HOUR, state]);
      expect(await of(SHOP)).toEqual([
        [12, 'booked'],
        [10, 'cancelled'],
      ]);
      expect(await of(BAKERY)).toEqual([]);
    });
  });
};

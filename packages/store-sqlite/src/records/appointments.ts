import type { Appointment, AppointmentStore, BookingAftermath } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { OutboxWriter } from '../jobs/outbox-writer.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

export type AppointmentRow = Omit<Appointment, 'site' | 'details'> & { details: string };

export const APPOINTMENT_COLUMNS = `key, id, resource, starts_at AS startsAt, ends_at AS endsAt, service, contact AS contactKey,
  conversation AS conversationKey, state, created_at AS createdAt, sequence,
  details`;

/** Each change looks and writes within one transaction, so that no time is given away twice; the index says so as well. */
export function createAppointmentStore(db: Database, group: GroupCommit, sites: SiteKeys): AppointmentStore {
  const statements = prepare(db);
  const outbox = new OutboxWriter(db);
  const settle = (saved: Appointment, aftermath: BookingAftermath | undefined) => {
    if (aftermath === undefined) return;
    const { plan, drop } = aftermath(saved);
    const site = sites.make(saved.site);
    outbox.add(site, plan);
    for (const { kind, key } of drop) outbox.cancel(site, kind, key);
  };
  const find = (site: string, id: string): Appointment | null => {
    const row = statements.find.get(sites.find(site) ?? 0, id);
    return row === undefined ? null : toAppointment(row, site);
  };
  const booked = (site: string, id: string) => {
    const found = find(site, id);
    return found?.state === 'booked' ? found : null;
  };
  // Booked times of a resource do not overlap, so only the last one that begins before the end can reach into the span.
  const isFree = ({
    site,
    resource,
    startsAt,
    endsAt,
    key,
  }: Pick<Appointment, 'site' | 'resource' | 'startsAt' | 'endsAt' | 'key'>) => {
    const last = statements.last.get(sites.make(site), resource, endsAt, key);
    return last === undefined || last <= startsAt;
  };

  return {
    bookAppointment: (appointment, aftermath) =>
      group.write(() => {
        const { site, contactKey, conversationKey, details = [], ...rest } = appointment;
        const earlier = find(site, appointment.id);
        if (earlier !== null) {
          return earlier.state === 'booked' ? { kind: 'booked', appointment: earlier } : { kind: 'taken' };
        }
        if (!isFree({ ...appointment, key: 0 })) return { kind: 'taken' };
        const columns = {
          ...rest,
          details: JSON.stringify(details),
          site: sites.make(site),
          contact: contactKey,
          conversation: conversationKey,
        };
        const { changes, lastInsertRowid } = statements.insert.run(columns);
        if (changes === 0) return { kind: 'taken' };
        const made: Appointment = {
          ...appointment,
          details,
          key: Number(lastInsertRowid),
          state: 'booked',
          sequence: 0,
        };
        settle(made, aftermath);
        return { kind: 'booked', appointment: made };
      }),

    findAppointment: (site, id) => reading(() => find(site, id)),

    appointmentsBetween: (site, { from, to, resource }) =>
      reading(() =>
        statements.between
          .all(sites.find(site) ?? 0, from, to, resource ?? null, resource ?? null)
          .map((row) => toAppointment(row, site)),
      ),

    appointmentsOfContact: (site, contactKey, limit) =>
      reading(() =>
        statements.ofContact.all(contactKey, sites.find(site) ?? 0, limit).map((row) => toAppointment(row, site)),
      ),

    moveAppointment: (site, id, to, aftermath) =>
      group.write(() => {
        const current = booked(site, id);
        if (current === null) return null;
        const moved = { ...current, ...to, sequence: current.sequence + 1 };
        if (!isFree(moved)) return { kind: 'taken' };
        const { key, startsAt, endsAt, resource, sequence } = moved;
        const { changes } = statements.move.run({ key, startsAt, endsAt, resource, sequence });
        if (changes === 0) return { kind: 'taken' };
        settle(moved, aftermath);
        return { kind: 'booked', appointment: moved };
      }),

    cancelAppointment: (site, id, aftermath) =>
      group.write(() => {
        const current = booked(site, id);
        if (current === null) return null;
        const cancelled: Appointment = { ...current, state: 'cancelled', sequence: current.sequence + 1 };
        statements.cancel.run(cancelled.sequence, current.key);
        settle(cancelled, aftermath);
        return cancelled;
      }),
  };
}

export function toAppointment(row: AppointmentRow, site: string): Appointment {
  return { ...row, site, details: JSON.parse(row.details) as Appointment['details'] };
}

function prepare(db: Database) {
  return {
    find: db.prepare<[number, string], AppointmentRow>(
      `SELECT ${APPOINTMENT_COLUMNS} FROM appointment WHERE site = ? AND id = ?`,
    ),
    last: db
      .prepare<[number, string, number, number], number>(
        `SELECT ends_at FROM appointment
         WHERE site = ? AND resource = ? AND state = 'booked' AND starts_at < ? AND key <> ?
         ORDER BY starts_at DESC LIMIT 1`,
      )
      .pluck(),
    insert: db.prepare(
      `INSERT INTO appointment (site, id, resource, starts_at, ends_at, service, contact, conversation, state,
         created_at, sequence, details)
       VALUES (@site, @id, @resource, @startsAt, @endsAt, @service, @contact, @conversation, 'booked', @createdAt, 0,
         @details)
       ON CONFLICT DO NOTHING`,
    ),
    between: db.prepare<[number, number, number, string | null, string | null], AppointmentRow>(
      `SELECT ${APPOINTMENT_COLUMNS} FROM appointment
       WHERE site = ? AND state = 'booked' AND ends_at > ? AND starts_at < ? AND (? IS NULL OR resource = ?)
       ORDER BY starts_at, key`,
    ),
    ofContact: db.prepare<[number, number, number], AppointmentRow>(
      `SELECT ${APPOINTMENT_COLUMNS} FROM appointment WHERE contact = ? AND site = ? ORDER BY starts_at DESC, key DESC LIMIT ?`,
    ),
    move: db.prepare(
      `UPDATE OR IGNORE appointment
       SET starts_at = @startsAt, ends_at = @endsAt, resource = @resource, sequence = @sequence WHERE key = @key`,
    ),
    cancel: db.prepare<[number, number]>(`UPDATE appointment SET state = 'cancelled', sequence = ? WHERE key = ?`),
  };
}

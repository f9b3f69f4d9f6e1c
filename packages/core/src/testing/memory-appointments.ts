import type { Appointment } from '../domain/records/appointment.ts';
import type { AppointmentStore, BookingAftermath } from '../ports/record-store.ts';

/** How a change's aftermath gets into the outbox, together with it. */
export type SettleAftermath = (site: string, after: ReturnType<BookingAftermath>) => void;

export function createMemoryAppointments(settle: SettleAftermath): AppointmentStore & { rows: Appointment[] } {
  const rows: Appointment[] = [];
  const booked = (site: string, id: string) =>
    rows.findIndex((row) => row.site === site && row.id === id && row.state === 'booked');
  const overlapping = (site: string, from: number, to: number, resource?: string) =>
    rows
      .filter((row) => row.site === site && row.state === 'booked' && row.startsAt < to && row.endsAt > from)
      .filter((row) => resource === undefined || row.resource === resource)
      .sort((a, b) => a.startsAt - b.startsAt || a.key - b.key);
  return {
    rows,
    async bookAppointment(appointment, aftermath) {
      const { site, id, startsAt, endsAt, resource } = appointment;
      const earlier = rows.find((row) => row.site === site && row.id === id);
      if (earlier !== undefined) {
        return earlier.state === 'booked' ? { kind: 'booked', appointment: earlier } : { kind: 'taken' };
      }
      if (overlapping(site, startsAt, endsAt, resource).length > 0) return { kind: 'taken' };
      const made: Appointment = { details: [], ...appointment, key: rows.length + 1, state: 'booked', sequence: 0 };
      rows.push(made);
      if (aftermath !== undefined) settle(site, aftermath(made));
      return { kind: 'booked', appointment: made };
    },
    findAppointment: async (site, id) => rows.find((row) => row.site === site && row.id === id) ?? null,
    appointmentsBetween: async (site, { from, to, resource }) => overlapping(site, from, to, resource),
    appointmentsOfContact: async (site, contactKey, limit) =>
      rows
        .filter((row) => row.site === site && row.contactKey === contactKey)
        .sort((a, b) => b.startsAt - a.startsAt || b.key - a.key)
        .slice(0, limit),
    async moveAppointment(site, id, to, aftermath) {
      const at = booked(site, id);
      const current = rows[at];
      if (current === undefined) return null;
      const moved = { ...current, ...to, sequence: current.sequence + 1 };
      const others = overlapping(site, moved.startsAt, moved.endsAt, moved.resource).filter((row) => row !== current);
      if (others.length > 0) return { kind: 'taken' };
      rows[at] = moved;
      if (aftermath !== undefined) settle(site, aftermath(moved));
      return { kind: 'booked', appointment: moved };
    },
    async cancelAppointment(site, id, aftermath) {
      const at = booked(site, id);
      const current = rows[at];
      if (current === undefined) return null;
      const cancelled: Appointment = { ...current, state: 'cancelled', sequence: current.sequence + 1 };
      rows[at] = cancelled;
      if (aftermath !== undefined) settle(site, aftermath(cancelled));
      return cancelled;
    },
  };
}

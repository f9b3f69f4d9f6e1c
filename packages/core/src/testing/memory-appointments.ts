import type { Appointment } from '../domain/records/appointment.ts';
import type { AppointmentStore } from '../ports/record-store.ts';

export function createMemoryAppointments(): AppointmentStore & { rows: Appointment[] } {
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
    async bookAppointment(appointment) {
      const { site, id, startsAt, endsAt, resource } = appointment;
      const earlier = rows.find((row) => row.site === site && row.id === id);
      if (earlier !== undefined) {
        return earlier.state === 'booked' ? { kind: 'booked', appointment: earlier } : { kind: 'taken' };
      }
      if (overlapping(site, startsAt, endsAt, resource).length > 0) return { kind: 'taken' };
      const made: Appointment = { ...appointment, key: rows.length + 1, state: 'booked', sequence: 0 };
      rows.push(made);
      return { kind: 'booked', appointment: made };
    },
    findAppointment: async (site, id) => rows.find((row) => row.site === site && row.id === id) ?? null,
    appointmentsBetween: async (site, { from, to, resource }) => overlapping(site, from, to, resource),
    appointmentsOfContact: async (site, contactKey, limit) =>
      rows
        .filter((row) => row.site === site && row.contactKey === contactKey)
        .sort((a, b) => b.startsAt - a.startsAt || b.key - a.key)
        .slice(0, limit),
    async moveAppointment(site, id, to) {
      const at = booked(site, id);
      const current = rows[at];
      if (current === undefined) return null;
      const moved = { ...current, ...to, sequence: current.sequence + 1 };
      const others = overlapping(site, moved.startsAt, moved.endsAt, moved.resource).filter((row) => row !== current);
      if (others.length > 0) return { kind: 'taken' };
      rows[at] = moved;
      return { kind: 'booked', appointment: moved };
    },
    async cancelAppointment(site, id) {
      const at = booked(site, id);
      const current = rows[at];
      if (current === undefined) return null;
      return (rows[at] = { ...current, state: 'cancelled', sequence: current.sequence + 1 });
    },
  };
}

import type { Appointment } from '@solodesk/core';
import { z } from 'zod';
import { moment, momentOut, told } from './fields.ts';

/** Milliseconds. */
export const DAY = 86_400_000;
/** What one question may span, in days. */
export const MOST_DAYS = 92;

/** What is booked; empty where there is only one. */
export const resource = z.string('must be a text').trim().max(60, 'is longer than 60 characters');

export const appointmentSchema = z
  .object({
    id: z.string(),
    resource: told(
      z.string(),
      'What is booked (a room, a teacher); empty where there is only one.',
      '预订的对象（房间、老师）；只有一个时为空。',
    ),
    startsAt: momentOut,
    endsAt: momentOut,
    service: told(z.string(), 'What it is for.', '预约的服务。'),
    customer: told(z.string().nullable(), 'Id of the customer.', '客户的 id。'),
    state: z.enum(['booked', 'cancelled']),
    createdAt: momentOut,
    sequence: told(
      z.int(),
      'How often it was moved or cancelled (SEQUENCE of iCalendar).',
      '被改期或取消的次数（iCalendar 的 SEQUENCE）。',
    ),
  })
  .meta({ id: 'Appointment' });

/** As other programs see it. @param customer id of the contact whose it is */
export function appointmentView(appointment: Appointment, customer: string | null) {
  const { id, resource: of, startsAt, endsAt, service, state, createdAt, sequence } = appointment;
  return {
    ...{ id, resource: of, startsAt: moment(startsAt), endsAt: moment(endsAt), service, customer, state },
    ...{ createdAt: moment(createdAt), sequence },
  };
}

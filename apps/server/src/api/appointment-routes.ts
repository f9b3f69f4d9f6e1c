import type { Appointment, Site } from '@solodesk/core';
import { bookForCustomer, cancelForCustomer, moveForCustomer } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { DAY, MOST_DAYS, appointmentSchema, appointmentView, resource } from './appointment-fields.ts';
import { fromCursor, line, momentIn, none, page, pageOf, paging, told } from './fields.ts';
import { freeSlotsRoute } from './free-slots-route.ts';
import { Problem } from './problem.ts';

const tag = 'appointments';
const byId = z.strictObject({ id: z.string().max(100) });
const lasting = (span: { startsAt: number; endsAt: number }) =>
  span.endsAt > span.startsAt && span.endsAt - span.startsAt <= DAY;
const LASTS = { path: ['endsAt'], message: 'must be after "startsAt", by a day at most' };
/** Whoever tells customers by other ways keeps the desk from doing it as well. */
const telling = z.strictObject({
  notify: told(
    z.enum(['true', 'false']).default('true'),
    'false: the customer gets no mail or text message of ours, now or as a reminder.',
    'false：我们不向客户发送任何邮件或短信，包括提醒。',
  ),
});
const tells = ({ notify }: { notify: 'true' | 'false' }) => ({ tellCustomer: notify === 'true' });
const one = { about: { en: 'The appointment.', zh: '预约。' }, schema: appointmentSchema };

/** Booked times, and free ones within the site's hours. */
export function appointmentRoutes(desk: Desk): ApiRoute[] {
  const { store, ids } = desk;
  const show = async (site: Site, appointment: Appointment) => {
    const { contactKey } = appointment;
    const contact = contactKey === null ? null : await store.findContact(site.id, { key: contactKey });
    return appointmentView(appointment, contact?.id ?? null);
  };
  const missing = () => new Problem('not_found', 'nothing of this site is called so');
  const taken = () => new Problem('conflict', 'the time is taken');

  return [
    apiRoute({
      ...{
        method: 'get',
        path: '/api/appointments',
        id: 'listAppointments',
        tag,
        scope: 'appointments:read',
        params: none.params,
        body: null,
      },
      title: { en: 'List appointments', zh: '列出预约' },
      about: {
        en: `Booked ones that overlap a span of at most ${MOST_DAYS} days, the earliest first.`,
        zh: `与某段时间（最长 ${MOST_DAYS} 天）重叠的有效预约，最早的在前。`,
      },
      query: z
        .strictObject({ from: momentIn, to: momentIn, resource: resource.optional(), ...paging })
        .refine(({ from, to }) => to > from && to - from <= MOST_DAYS * DAY, {
          path: ['to'],
          message: `must be after "from", by ${MOST_DAYS} days at most`,
        }),
      answers: {
        200: { about: { en: 'A page of appointments.', zh: '一页预约。' }, schema: pageOf(appointmentSchema) },
      },
      async run({ site, query: { from, to, resource: of, cursor, limit } }) {
        const after = fromCursor(cursor, 'string')?.split(' ').map(Number) ?? [0, 0];
        const [at = 0, key = 0] = after;
        const all = await store.appointmentsBetween(site.id, { from, to, ...(of !== undefined && { resource: of }) });
        const rest = all
          .sort((a, b) => a.startsAt - b.startsAt || a.key - b.key)
          .filter((each) => each.startsAt > at || (each.startsAt === at && each.key > key));
        const shown = await Promise.all(
          rest.slice(0, limit + 1).map(async (each) => ({ each, view: await show(site, each) })),
        );
        return page(
          shown,
          limit,
          (row) => row.view,
          ({ each }) => `${each.startsAt} ${each.key}`,
        );
      },
    }),
    freeSlotsRoute(desk),
    apiRoute({
      ...{
        method: 'get',
        path: '/api/appointments/{id}',
        id: 'getAppointment',
        tag,
        scope: 'appointments:read',
        params: byId,
        query: none.query,
      },
      title: { en: 'Read an appointment', zh: '读取预约' },
      about: { en: 'Also one that was cancelled.', zh: '包括已取消的。' },
      ...{ body: null, answers: { 200: one }, problems: ['not_found'] },
      async run({ site, params }) {
        const appointment = await store.findAppointment(site.id, params.id);
        if (appointment === null) throw missing();
        return { status: 200, body: await show(site, appointment) };
      },
    }),
    apiRoute({
      ...{
        method: 'post',
        path: '/api/appointments',
        id: 'bookAppointment',
        tag,
        scope: 'appointments:write',
        params: none.params,
        query: telling,
      },
      title: { en: 'Book a time', zh: '预订时间' },
      about: {
        en: 'Of two who book overlapping times of one resource, one gets it and the other 409. The hours of the site do not bind you: a time outside of them can be booked. Its customer gets a confirmation with an entry for the calendar and, later, a reminder. Repeating an `id` gives the same appointment and tells nobody again.',
        zh: '两人同时预订同一对象的重叠时间时，一人成功，另一人得到 409。不受营业时间限制。客户会收到带日历条目的确认，之后还有提醒。重复同一个 `id` 得到同一个预约，不会再次通知。',
      },
      body: {
        schema: z
          .strictObject({
            id: told(
              z
                .string()
                .regex(/^[\w.:-]{1,100}$/, 'must be letters, digits and . _ : - (at most 100)')
                .optional(),
              'Your own id; made here when left out.',
              '您自己的 id；不填则自动生成。',
            ),
            startsAt: momentIn,
            endsAt: momentIn,
            resource: resource.default(''),
            service: line(100),
            customer: told(z.string().max(100).optional(), 'Id of a known customer.', '已知客户的 id。'),
          })
          .refine(lasting, LASTS),
        example: {
          startsAt: '2026-12-01T09:00:00+01:00',
          endsAt: '2026-12-01T09:30:00+01:00',
          service: 'first-visit',
          customer: 'C-7',
        },
      },
      ...{ answers: { 201: one }, problems: ['conflict'] },
      async run({ site, query, body: { id = ids.uuid(), customer, ...wanted } }) {
        const contact = customer === undefined ? null : await store.findContact(site.id, { id: customer });
        if (customer !== undefined && contact === null) {
          const reason = 'is no customer of this site';
          const error = { in: 'body', pointer: '/customer', field: 'customer', reason } as const;
          throw new Problem('invalid', `"customer" ${reason}`, { errors: [error] });
        }
        const outcome = await bookForCustomer(desk, site, { id, ...wanted }, contact, tells(query));
        if (outcome.kind === 'taken') throw taken();
        return { status: 201, body: await show(site, outcome.appointment) };
      },
    }),
    apiRoute({
      ...{
        method: 'patch',
        path: '/api/appointments/{id}',
        id: 'moveAppointment',
        tag,
        scope: 'appointments:write',
        params: byId,
        query: telling,
      },
      title: { en: 'Move an appointment', zh: '改期' },
      about: {
        en: 'Where the new time is taken it keeps the old one. Its customer gets the new one, and no reminder of the old one.',
        zh: '新时间已被占用时保留原时间。客户会收到新的时间，原时间的提醒不再发送。',
      },
      body: {
        schema: z
          .strictObject({ startsAt: momentIn, endsAt: momentIn, resource: resource.optional() })
          .refine(lasting, LASTS),
        example: { startsAt: '2026-12-02T09:00:00+01:00', endsAt: '2026-12-02T09:30:00+01:00' },
      },
      ...{ answers: { 200: one }, problems: ['not_found', 'conflict'] },
      async run({ site, params, query, body: { resource: of, ...to } }) {
        const wanted = { ...to, ...(of !== undefined && { resource: of }) };
        const outcome = await moveForCustomer(desk, site, params.id, wanted, tells(query));
        if (outcome === null) throw missing();
        if (outcome.kind === 'taken') throw taken();
        return { status: 200, body: await show(site, outcome.appointment) };
      },
    }),
    apiRoute({
      ...{
        method: 'post',
        path: '/api/appointments/{id}/cancel',
        id: 'cancelAppointment',
        tag,
        scope: 'appointments:write',
        params: byId,
        query: telling,
      },
      title: { en: 'Cancel an appointment', zh: '取消预约' },
      about: {
        en: 'Its time is free again. Cancelling twice does no harm, and tells its customer once.',
        zh: '时间重新空出。重复取消无害，客户只会收到一次通知。',
      },
      ...{ body: null, answers: { 200: one }, problems: ['not_found'] },
      async run({ site, params, query }) {
        const cancelled =
          (await cancelForCustomer(desk, site, params.id, tells(query))) ??
          (await store.findAppointment(site.id, params.id));
        if (cancelled === null) throw missing();
        return { status: 200, body: await show(site, cancelled) };
      },
    }),
  ];
}

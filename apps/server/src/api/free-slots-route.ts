import type { Desk } from '@solodesk/core/use-cases';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { DAY, MOST_DAYS, resource } from './appointment-fields.ts';
import { moment, momentIn, momentOut, none, told } from './fields.ts';

const MOST_SLOTS = 500;
const slotSchema = z.object({ startsAt: momentOut, endsAt: momentOut });

/** Free times within the site's hours. */
export function freeSlotsRoute({ store, calendar, clock }: Desk): ApiRoute {
  return apiRoute({
    ...{
      method: 'get',
      path: '/api/appointments/free',
      id: 'listFreeSlots',
      tag: 'appointments',
      scope: 'appointments:read',
      params: none.params,
      body: null,
    },
    title: { en: 'List free slots', zh: '列出空闲时段' },
    about: {
      en: `Within the hours of the site, holidays left out, at most ${MOST_SLOTS}.`,
      zh: `在营业时间内（不含节假日），最多 ${MOST_SLOTS} 个。`,
    },
    query: z.strictObject({
      from: told(momentIn.optional(), 'No slot begins before it; now when left out.', '不早于此时间；不填即现在。'),
      days: z.coerce.number().int().min(1, 'must be 1 to 92').max(MOST_DAYS, 'must be 1 to 92').default(7),
      minutes: told(
        z.coerce.number().int().min(5, 'must be 5 to 1440').max(1_440, 'must be 5 to 1440').default(30),
        'How long a slot is.',
        '时段长度（分钟）。',
      ),
      every: told(
        z.coerce.number().int().min(5, 'must be 5 to 1440').max(1_440, 'must be 5 to 1440').optional(),
        'Minutes between the beginnings of two slots; as long as a slot when left out.',
        '两个时段开始之间的分钟数；不填即时段长度。',
      ),
      resource: resource.default(''),
    }),
    answers: {
      200: {
        about: { en: 'Free slots, in order.', zh: '空闲时段，按时间排序。' },
        schema: z.object({ items: z.array(slotSchema) }),
      },
    },
    async run({ site, query: { from = clock.now(), days, minutes, every, resource: of } }) {
      const booked = await store.appointmentsBetween(site.id, { from, to: from + (days + 2) * DAY, resource: of });
      const slots = calendar.freeSlots(site, {
        ...{ from, days, minutes },
        ...(every !== undefined && { every }),
        booked: booked.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
      });
      const items = slots
        .slice(0, MOST_SLOTS)
        .map((slot) => ({ startsAt: moment(slot.from), endsAt: moment(slot.to) }));
      return { status: 200, body: { items } };
    },
  });
}

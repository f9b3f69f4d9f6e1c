import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The action by which times are booked, and the button that begins it. */
const BOOKING = 'book-fitting';
export const BEGIN_BOOKING = `solodesk.form.begin.${BOOKING}`;

/**
 * Lets visitors of these sites book times of one resource: few enough that many want the same, and with no more questions than a
 * booking needs, so that many come as far as the time before the kill.
 */
export function sellTimes(sitesDir: string, sites: readonly string[]): void {
  for (const id of sites) {
    // Its FAQs are not learned here.
    rmSync(join(sitesDir, id, 'forms/damage.json'), { force: true });
    const path = join(sitesDir, id, 'site.json');
    const site = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    site['actions'] = [
      {
        name: BOOKING,
        do: 'book',
        intents: ['shop.hours'],
        title: { en: 'Fitting', zh: '试穿' },
        service: { en: 'Fitting', zh: '试穿' },
        days: 30,
        minutes: 60,
        slots: [
          {
            name: 'email',
            type: 'email',
            label: { en: 'E-mail', zh: '邮箱' },
            prompt: { en: 'Which address?', zh: '哪个邮箱？' },
            purpose: { en: 'to send you the appointment', zh: '用于把预约发给您' },
          },
        ],
      },
    ];
    writeFileSync(path, JSON.stringify(site, null, 2));
  }
}

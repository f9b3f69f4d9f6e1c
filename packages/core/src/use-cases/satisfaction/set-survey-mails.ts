import { DeskError } from '../../domain/desk-error.ts';
import type { Site } from '../../domain/site.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { Desk } from '../desk.ts';

/**
 * The owner says whether a contact may be asked by mail how it was, and be sent surveys. Said twice, it is as it was said first.
 * @throws DeskError `refused` where they themselves said by a mail's link that they want none: only they can take that back
 */
export async function setSurveyMails(
  { store, clock, ids }: Pick<Desk, 'store' | 'clock' | 'ids'>,
  site: Site,
  contact: Pick<Contact, 'key' | 'email' | 'locale'>,
  may: boolean,
): Promise<void> {
  const of = { contactKey: contact.key, address: (contact.email ?? '').toLowerCase() };
  if (!may) {
    const locale = contact.locale ?? site.defaultLocale;
    return store.leaveSurveysFor(site.id, { ...of, locale }, ids.uuid(), clock.now());
  }
  const exit = await store.surveyExit(site.id, of);
  if (exit?.by === 'reader')
    throw new DeskError('refused', 'they asked for no more surveys; only they can take that back');
  await store.returnToSurveysFor(site.id, of);
}

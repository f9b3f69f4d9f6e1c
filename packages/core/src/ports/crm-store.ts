import type { Profile, ProfileChange } from '../domain/crm/profile.ts';
import type { TimelineItem, TimelinePlace } from '../domain/crm/timeline.ts';

export interface TimelinePage {
  readonly items: readonly TimelineItem[];
  /** Where to go on; null when there is no more. */
  readonly next: TimelinePlace | null;
}

/** Everything of one customer, and what the owner notes of them. A contact of another site is nobody. */
export interface CrmStore {
  /**
   * Conversations, requests, orders, booked times, scores, mails and page views of a contact and of the browsers that are
   * linked to it, by `compareTimeline`. Nothing for who is not known.
   * @param page at most `limit` of them; `after` is the `next` of the page before
   */
  timeline(site: string, contactKey: number, page: { after?: TimelinePlace; limit: number }): Promise<TimelinePage>;
  /** Empty where nothing is noted; null for who is not known. */
  profile(site: string, contactKey: number): Promise<Profile | null>;
  /** Null for who is not known. @throws DeskError `refused` where it would be more than one contact may have. */
  changeProfile(site: string, contactKey: number, change: ProfileChange): Promise<Profile | null>;
  /** The site's tags with how many contacts have each, the most used first. */
  tags(site: string, limit: number): Promise<{ readonly tag: string; readonly contacts: number }[]>;
}

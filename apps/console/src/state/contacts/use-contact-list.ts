import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { lifeApi } from '../api/life-api.ts';
import type { ContactFilter, Stage } from '../api/life-api.ts';
import type { Contact } from '../api/records-api.ts';
import type { ApiError } from '../api/api.ts';
import { report } from '../report.ts';
import { asApiError } from '../session.ts';
import { useNews } from '../hooks/use-news.ts';

export type ListedContact = Contact & { stage: Stage | null };

interface Page {
  key: string;
  contacts: readonly ListedContact[];
  next: number | null;
  error: ApiError | null;
}

/**
 * A list that is read page by page as its end comes near. What was asked for before is shown until the next answer is there.
 * @param changes another number after each change by which it is read anew
 */
export function useContactList(site: string, search: string, filter: ContactFilter, changes: number) {
  const key = JSON.stringify([site, search, filter, changes]);
  const [page, setPage] = useState<Page | null>(null);
  /** Key and place of what is being read. */
  const reading = useRef<string | null>(null);
  const wanted = useRef(key);
  wanted.current = key;
  const read = (before: number | null, earlier: readonly ListedContact[]) => {
    const asked = `${key} ${before}`;
    if (reading.current === asked) return;
    reading.current = asked;
    lifeApi
      .contacts(site, search, filter, before)
      .then(
        ({ contacts, next }) => ({ contacts: [...earlier, ...contacts], next, error: null }),
        (cause: unknown) => ({ contacts: earlier, next: before, error: asApiError(cause) }),
      )
      .then((result) => {
        if (reading.current === asked) reading.current = null;
        if (wanted.current === key) setPage({ key, ...result });
      });
  };
  // What is read depends on the key, which holds all that it is made of.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => read(null, []), [key]);
  /** Null while the first page is on its way. */
  const shown = useRef<number | null>(null);
  shown.current = page?.key === key ? page.contacts.length : null;
  /** As many as are shown, anew: whoever scrolled down stays there. */
  const refresh = useCallback(async () => {
    const [wantedBefore, least] = [wanted.current, shown.current];
    if (least === null) return;
    const contacts: ListedContact[] = [];
    let next: number | null = null;
    do {
      const answer = await lifeApi.contacts(site, search, filter, next);
      contacts.push(...answer.contacts);
      next = answer.next;
    } while (next !== null && contacts.length < least);
    if (wanted.current === wantedBefore && reading.current === null)
      setPage({ key: wantedBefore, contacts, next, error: null });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key holds all that it is made of
  }, [key]);
  const onNews = useCallback(() => {
    // What is shown was true a moment ago, and stays.
    refresh().catch((cause: unknown) => report('The contacts were not read anew.', cause));
  }, [refresh]);
  useNews(site, 'contacts', onNews);
  const isStale = page !== null && page.key !== key;
  return {
    contacts: page?.contacts ?? [],
    isRead: page !== null && !isStale,
    isStale,
    error: page?.error ?? null,
    retry: () => read(page?.contacts.length ? page.next : null, page?.contacts ?? []),
    /** Reads the next page, if there is one. */
    more() {
      if (page !== null && !isStale && page.next !== null && page.error === null) read(page.next, page.contacts);
    },
  };
}

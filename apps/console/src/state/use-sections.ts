import { useCallback } from 'preact/hooks';
import { queueOf } from '@solodesk/client/owner';
import type { GlyphName } from '../parts/controls/glyph.tsx';
import { insightsTexts } from '../texts/insights-texts.ts';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { useTexts } from '../texts/index.ts';
import { useDesk } from './desk.ts';
import { DESK } from './route.ts';
import type { Route } from './route.ts';
import { countUnanswered, useUnansweredCount } from './faqs/unanswered-count.ts';
import { useNews } from './hooks/use-news.ts';
import { useStore } from './hooks/use-store.ts';

export interface Section {
  to: Route;
  glyph: GlyphName;
  word: string;
  /** The word, and how much there is to do. */
  spoken: string;
  count: number;
  /** Whether the count can wait: nobody does. */
  calm: boolean;
  current: boolean;
}

const SECTION_OF: Partial<Record<Route['screen'], Route['screen']>> = {
  privacy: 'settings',
  site: 'settings',
  feedback: 'tickets',
};

/** What the console consists of, in the order of use, with what there is to do on a site. */
export function useSections(site: string, screen: Route['screen']): readonly Section[] {
  const { t, locale } = useTexts();
  const todo = queueOf(useStore(useDesk().client.queue), site).todo.length;
  const unanswered = useUnansweredCount(site);
  const countAgain = useCallback(() => countUnanswered(site), [site]);
  useNews(site, 'unanswered', countAgain);
  const shown = SECTION_OF[screen] ?? screen;
  const section = (to: Route, glyph: GlyphName, word: string, rest?: Partial<Section>): Section => ({
    ...{ to, glyph, word, spoken: word, count: 0, calm: false, current: to.screen === shown },
    ...rest,
  });
  return [
    section({ ...DESK, site }, 'inbox', t.nav.inbox, { spoken: t.nav.inboxCount(todo), count: todo }),
    section({ screen: 'tickets', ticket: null }, 'tickets', ticketTexts[locale].title),
    section({ screen: 'unanswered' }, 'unanswered', t.unanswered.title, {
      ...{ spoken: t.unanswered.count(unanswered), count: unanswered, calm: true },
    }),
    section({ screen: 'faqs', edit: null }, 'faqs', t.nav.faqs),
    section({ screen: 'contacts', contact: null }, 'contacts', t.records.title),
    section({ screen: 'insights' }, 'insights', insightsTexts[locale].title),
    section({ screen: 'settings' }, 'settings', t.nav.settings),
  ];
}

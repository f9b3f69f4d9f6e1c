import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import { queueOf } from '@solodesk/client/owner';
import type { SiteBrief } from '../state/api.ts';
import { useDesk } from '../state/desk.ts';
import { DESK, go } from '../state/route.ts';
import { useStore } from '../state/use-store.ts';
import { countUnanswered, useUnansweredCount } from '../state/unanswered-count.ts';
import { useNews } from '../state/use-news.ts';
import type { Route } from '../state/route.ts';
import { insightsTexts } from '../texts/insights-texts.ts';
import { searchTexts } from '../texts/search-texts.ts';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { useTexts } from '../texts/index.ts';
import { Glyph } from './glyph.tsx';
import type { GlyphName } from './glyph.tsx';
import { PresenceSwitch } from './presence-switch.tsx';
import { SiteSwitch } from './site-switch.tsx';

interface RailProps {
  screen: Route['screen'];
  site: SiteBrief;
  sites: readonly SiteBrief[];
  name: string;
  onHelp(): void;
  onSearch(): void;
}

/** The sections: at the side, or at the foot of a phone. */
/** Pages of the settings. */
const sectionOf = (screen: Route['screen']) => (screen === 'privacy' || screen === 'site' ? 'settings' : screen);

export function Rail({ screen, site, sites, name, onHelp, onSearch }: RailProps) {
  const { t, locale } = useTexts();
  const { client } = useDesk();
  const count = queueOf(useStore(client.queue), site.id).todo.length;
  const section = (to: Route, glyph: GlyphName, label: string, extra?: ComponentChildren) => (
    <button
      type="button"
      class="rail-button"
      aria-label={label}
      title={label}
      aria-current={to.screen === sectionOf(screen) ? 'page' : undefined}
      onClick={() => go(to)}
    >
      <Glyph name={glyph} />
      {extra}
    </button>
  );
  const unanswered = useUnansweredCount(site.id);
  const countAgain = useCallback(() => countUnanswered(site.id), [site.id]);
  useNews(site.id, 'unanswered', countAgain);
  const badge = (number: number, calm = false) =>
    number > 0 && (
      <em class={calm ? 'rail-count rail-count-calm' : 'rail-count'} aria-hidden="true">
        {number > 99 ? '99+' : number}
      </em>
    );
  return (
    <nav class="rail" aria-label={t.nav.sections}>
      {sites.length > 1 && <SiteSwitch sites={sites} current={site} />}
      {section({ ...DESK, site: site.id }, 'inbox', t.nav.inboxCount(count), badge(count))}
      {section({ screen: 'tickets', ticket: null }, 'tickets', ticketTexts[locale].title)}
      {section({ screen: 'unanswered' }, 'unanswered', t.unanswered.count(unanswered), badge(unanswered, true))}
      {section({ screen: 'faqs', edit: null }, 'faqs', t.nav.faqs)}
      {section({ screen: 'contacts', contact: null }, 'contacts', t.records.title)}
      {section({ screen: 'insights' }, 'insights', insightsTexts[locale].title)}
      {section({ screen: 'settings' }, 'settings', t.nav.settings)}
      <button
        type="button"
        class="rail-button"
        aria-label={searchTexts[locale].title}
        title={`${searchTexts[locale].title} (/)`}
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={onSearch}
      >
        <Glyph name="search" />
      </button>
      <button type="button" class="rail-button rail-help" aria-label={t.nav.help} title={t.nav.help} onClick={onHelp}>
        <Glyph name="help" />
      </button>
      <PresenceSwitch site={site.id} name={name} />
    </nav>
  );
}

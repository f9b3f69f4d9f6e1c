import type { SiteBrief } from '../../state/api/api.ts';
import { go } from '../../state/route.ts';
import type { Route } from '../../state/route.ts';
import { usePhone } from '../../state/hooks/use-phone.ts';
import { useSections } from '../../state/use-sections.ts';
import { searchTexts } from '../../texts/search-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { FootBar } from './foot-bar.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { PresenceSwitch } from './presence-switch.tsx';
import { RailCount } from './rail-count.tsx';
import { SiteSwitch } from './site-switch.tsx';

interface RailProps {
  screen: Route['screen'];
  site: SiteBrief;
  sites: readonly SiteBrief[];
  name: string;
  onHelp(): void;
  onSearch(): void;
}

/** The sections: at the side, or in words at the foot of a phone. */
export function Rail({ screen, site, sites, name, onHelp, onSearch }: RailProps) {
  const { t, locale } = useTexts();
  const sections = useSections(site.id, screen);
  const search = searchTexts[locale].title;
  if (usePhone()) return <FootBar {...{ sections, site, sites, name, onSearch }} />;
  return (
    <nav class="rail" aria-label={t.nav.sections}>
      {sites.length > 1 && <SiteSwitch sites={sites} current={site} />}
      {sections.map(({ to, glyph, spoken, count, calm, current }) => (
        <button
          type="button"
          key={glyph}
          class="rail-button"
          aria-label={spoken}
          title={spoken}
          aria-current={current ? 'page' : undefined}
          onClick={() => go(to)}
        >
          <Glyph name={glyph} />
          <RailCount {...{ count, calm }} />
        </button>
      ))}
      <button
        type="button"
        class="rail-button"
        aria-label={search}
        title={`${search} (/)`}
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

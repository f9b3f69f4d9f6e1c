import type { SiteBrief } from '../../state/api/api.ts';
import { go } from '../../state/route.ts';
import type { Section } from '../../state/use-sections.ts';
import { searchTexts } from '../../texts/search-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Glyph } from '../controls/glyph.tsx';
import { Popover } from '../controls/popover.tsx';
import { PresenceChoices, PresenceFace } from './presence-switch.tsx';
import { RailCount } from './rail-count.tsx';
import { NewsElsewhere, SiteMenu } from './site-switch.tsx';

interface FootBarProps {
  /** In the order of use: the first three have a place of their own. */
  sections: readonly Section[];
  site: SiteBrief;
  sites: readonly SiteBrief[];
  name: string;
  onSearch(): void;
}

/** With the search and "More" that makes five: what a thumb tells apart on 360 px, each with its word. */
const IN_SIGHT = 3;

/** The sections at the foot of a phone: what is done each day, and the rest a tap away. */
export function FootBar({ sections, site, sites, name, onSearch }: FootBarProps) {
  const { t, locale } = useTexts();
  const rest = sections.slice(IN_SIGHT);
  const moreFace = (
    <>
      <span class="foot-face">
        {/* Of several sites: on which one this is. */}
        <PresenceFace site={site.id} name={sites.length > 1 ? site.name : name} />
        <NewsElsewhere {...{ sites, current: site }} />
      </span>
      <span>{t.common.more}</span>
    </>
  );
  return (
    <nav class="foot" aria-label={t.nav.sections}>
      {sections.slice(0, IN_SIGHT).map(({ to, glyph, word, spoken, count, calm, current }) => (
        <button
          type="button"
          key={glyph}
          class="foot-button"
          aria-current={current ? 'page' : undefined}
          onClick={() => go(to)}
        >
          <span class="foot-face">
            <Glyph name={glyph} />
            <RailCount {...{ count, calm }} />
          </span>
          <span>
            {word}
            {/* How much there is to do, which the number at the icon tells to those who see it. */}
            <span class="visually-hidden">{spoken.replace(word, '')}</span>
          </span>
        </button>
      ))}
      <button type="button" class="foot-button" onClick={onSearch}>
        <span class="foot-face">
          <Glyph name="search" />
        </span>
        <span>{searchTexts[locale].title}</span>
      </button>
      <Popover face={moreFace} class={rest.some(({ current }) => current) ? 'foot-more foot-more-here' : 'foot-more'}>
        {(close) => (
          <>
            <div class="foot-shade" aria-hidden="true" onClick={close} />
            <div class="foot-sheet">
              <ul class="menu">
                {rest.map(({ to, glyph, word, current }) => (
                  <li key={glyph}>
                    <button
                      type="button"
                      aria-current={current ? 'page' : undefined}
                      onClick={() => {
                        close();
                        go(to);
                      }}
                    >
                      <Glyph name={glyph} />
                      {word}
                    </button>
                  </li>
                ))}
              </ul>
              <PresenceChoices site={site.id} onChosen={close} />
              {sites.length > 1 && <SiteMenu {...{ sites, current: site }} onChosen={close} />}
            </div>
          </>
        )}
      </Popover>
    </nav>
  );
}

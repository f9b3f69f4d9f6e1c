import type { ComponentChildren } from 'preact';
import { initials } from '@solodesk/ui';
import { queueOf } from '@solodesk/client/owner';
import type { SiteBrief } from '../../state/api/api.ts';
import { useDesk } from '../../state/desk.ts';
import { prefer } from '../../state/preferences.ts';
import { DESK, go } from '../../state/route.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { nextTexts } from '../../texts/next-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { CountBadge } from '../conversation/badges.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { Popover } from '../controls/popover.tsx';

interface SiteChoice {
  sites: readonly SiteBrief[];
  current: SiteBrief;
}

function useTodo(): (site: string) => number {
  const queues = useStore(useDesk().client.queue);
  return (site) => queueOf(queues, site).todo.length;
}

/** Whether somebody waits on another site. */
export function NewsElsewhere({ sites, current }: SiteChoice) {
  const todo = useTodo();
  return sites.some(({ id }) => id !== current.id && todo(id) > 0) ? <span class="dot-news" /> : null;
}

/** Where nothing is to do: that there is on another site, and the way there. */
export function NothingHere({ sites, current, children }: SiteChoice & { children: ComponentChildren }) {
  const { locale } = useTexts();
  const next = nextTexts[locale];
  const todo = useTodo();
  const others = sites.filter(({ id }) => id !== current.id && todo(id) > 0);
  if (others.length === 0) return <>{children}</>;
  return (
    <EmptyState title={next.doneHere(current.name)} text={next.doneHereText}>
      {others.map((site) => (
        <button key={site.id} type="button" class="button" onClick={() => goToSite(site.id)}>
          {site.name} · {next.summary(todo(site.id))}
        </button>
      ))}
    </EmptyState>
  );
}

function goToSite(site: string): void {
  prefer({ site });
  go({ ...DESK, site });
}

export function SiteMenu({ sites, current, onChosen }: SiteChoice & { onChosen(): void }) {
  const { t, locale } = useTexts();
  const todo = useTodo();
  return (
    <ul class="menu" aria-label={t.nav.site}>
      {sites.map((site) => (
        <li key={site.id}>
          <button
            type="button"
            aria-current={site.id === current.id ? 'true' : undefined}
            onClick={() => {
              goToSite(site.id);
              onChosen();
            }}
          >
            {site.name}
            <CountBadge count={todo(site.id)} label={nextTexts[locale].tabs.next} />
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => go({ screen: 'wizard', site: null })}>
          + {t.nav.addSite}
        </button>
      </li>
    </ul>
  );
}

/** Chooses among several sites; says where somebody waits meanwhile. */
export function SiteSwitch({ sites, current }: SiteChoice) {
  const { t } = useTexts();
  const face = (
    <span class="site-face" aria-hidden="true" data-initials={initials(current.name)}>
      <NewsElsewhere {...{ sites, current }} />
    </span>
  );
  return (
    <Popover label={`${t.nav.site}: ${current.name}`} face={face} class="site-switch">
      {(close) => <SiteMenu {...{ sites, current }} onChosen={close} />}
    </Popover>
  );
}

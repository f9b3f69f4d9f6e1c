import { initials } from '@solodesk/ui';
import { queueOf } from '@solodesk/client/owner';
import type { SiteBrief } from '../state/api.ts';
import { useDesk } from '../state/desk.ts';
import { prefer } from '../state/preferences.ts';
import { DESK, go } from '../state/route.ts';
import { useStore } from '../state/use-store.ts';
import { nextTexts } from '../texts/next-texts.ts';
import { useTexts } from '../texts/index.ts';
import { CountBadge } from './badges.tsx';
import { Popover } from './popover.tsx';

/** Chooses among several sites; says where somebody waits meanwhile. */
export function SiteSwitch({ sites, current }: { sites: readonly SiteBrief[]; current: SiteBrief }) {
  const { t, locale } = useTexts();
  const queues = useStore(useDesk().client.queue);
  const todo = (id: string) => queueOf(queues, id).todo.length;
  const elsewhere = sites.filter(({ id }) => id !== current.id && todo(id) > 0).length;
  const face = (
    <span class="site-face" aria-hidden="true" data-initials={initials(current.name)}>
      {elsewhere > 0 && <span class="dot-news" />}
    </span>
  );
  return (
    <Popover label={`${t.nav.site}: ${current.name}`} face={face} class="site-switch">
      {(close) => (
        <ul class="menu">
          {sites.map((site) => (
            <li key={site.id}>
              <button
                type="button"
                aria-current={site.id === current.id ? 'true' : undefined}
                onClick={() => {
                  prefer({ site: site.id });
                  go({ ...DESK, site: site.id });
                  close();
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
      )}
    </Popover>
  );
}

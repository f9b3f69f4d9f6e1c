import type { Browser } from '../../state/api/crm-api.ts';
import type { NotedState } from '../../state/contacts/use-noted.ts';
import { useSiteDay } from '../../state/site-day.ts';
import { crmTexts } from '../../texts/crm-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { AgreedText } from '../privacy/agreed-text.tsx';

/** The browsers of a contact, and whether they may write. */
export function ContactBrowsers({ site, state: { browsers, block, noted } }: { site: string; state: NotedState }) {
  const { locale } = useTexts();
  const words = crmTexts[locale];
  if (noted === null) return null;
  const isBlocked = browsers.some(({ blocked }) => blocked);
  return (
    <>
      <h2>{words.browsers}</h2>
      {browsers.length === 0 && <p class="muted">{words.noBrowsers}</p>}
      <ul class="crm-browsers">
        {browsers.map((browser, place) => (
          <BrowserItem key={place} site={site} browser={browser} />
        ))}
      </ul>
      {browsers.length > 0 && (
        <button type="button" class="button" onClick={() => block(!isBlocked)}>
          {isBlocked ? words.unblock : words.block}
        </button>
      )}
    </>
  );
}

function BrowserItem({ site, browser }: { site: string; browser: Browser }) {
  const { t, locale } = useTexts();
  const dayOf = useSiteDay();
  const words = crmTexts[locale];
  const { since, locale: spoken, timeZone, verified, blocked, consent, claims } = browser;
  const said = Object.entries(claims);
  return (
    <li>
      <span class="record-line">
        <span>{words.browserSince(dayOf(since))}</span>
        <span class={verified ? 'tag tag-good' : 'tag'}>{verified ? t.visitor.verified : t.visitor.unverified}</span>
        {blocked && <span class="tag tag-bad">{words.blocked}</span>}
      </span>
      <span class="contact-reach">
        {[
          t.common.languages[spoken],
          timeZone,
          consent === null ? words.noConsent : words.consent(consent.version, dayOf(consent.at)),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
      {consent !== null && <AgreedText site={site} consent={consent} />}
      {said.length > 0 && (
        <details>
          <summary>{words.claims}</summary>
          <dl class="record-facts">
            {said.map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{String(value)}</dd>
              </>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

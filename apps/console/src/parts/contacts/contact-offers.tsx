import { crmApi } from '../../state/api/crm-api.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { crmTexts } from '../../texts/crm-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** What a customer might like next, each with why; nothing is shown where nothing is known. */
export function ContactOffers({ site, contact }: { site: string; contact: number }) {
  const { locale } = useTexts();
  // A guess that fails is no reason to trouble the owner.
  const { value } = useRemote(`offers ${site} ${contact}`, () => crmApi.offers(site, contact));
  if (value === null || value.offers.length === 0) return null;
  return (
    <section aria-labelledby="offers-title">
      <h2 id="offers-title">{crmTexts[locale].offers}</h2>
      <ul class="crm-offers">
        {value.offers.map(({ product, name, url, why }) => (
          <li key={product}>
            {url !== null && /^https?:\/\//.test(url) ? (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {name[locale]}
              </a>
            ) : (
              <b>{name[locale]}</b>
            )}
            <span class="contact-reach">{why[locale]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

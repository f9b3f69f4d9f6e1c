import type { InsightExample } from '../../state/api/insights-api.ts';
import { DESK, go } from '../../state/route.ts';
import { elsewhereTexts } from '../../texts/elsewhere-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { themeTexts } from '../../texts/theme-texts.ts';

/** Messages as people wrote them, each with the way to it. */
export function InsightExamples({ site, examples }: { site: string; examples: readonly InsightExample[] }) {
  const { locale } = useTexts();
  return (
    <ul class="theme-examples">
      {examples.map(({ text, conversation, elsewhere }, place) => (
        <li key={place}>
          <q dir="auto">{text}</q> {elsewhere !== null && <SaidElsewhere said={elsewhere} />}
          {conversation !== null && (
            <button type="button" class="link" onClick={() => go({ ...DESK, site, filter: 'closed', conversation })}>
              {themeTexts[locale].open}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where it was said and by whom, each with its way there. */
function SaidElsewhere({ said }: { said: NonNullable<InsightExample['elsewhere']> }) {
  const { locale } = useTexts();
  const t = elsewhereTexts[locale];
  const { source, author, link, contact } = said;
  const by = author ?? t.anonymous;
  return (
    <span class="muted theme-elsewhere">
      <button type="button" class="link" onClick={() => go({ screen: 'feedback', survey: null })}>
        {source}
      </button>
      {' · '}
      {contact === null ? (
        by
      ) : (
        <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact })}>
          {by}
        </button>
      )}
      {link !== null && (
        <>
          {' · '}
          <a class="link" href={link} target="_blank" rel="noopener noreferrer">
            {t.open}
          </a>
        </>
      )}
    </span>
  );
}

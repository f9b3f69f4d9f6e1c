import type { SiteBrief } from '../../state/api/api.ts';
import { feedbackApi } from '../../state/api/feedback-api.ts';
import { prefer } from '../../state/preferences.ts';
import { go } from '../../state/route.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { feedbackTexts } from '../../texts/feedback-texts.ts';
import { COLON, errorText, useTexts } from '../../texts/index.ts';
import { ScoreFigure } from './score-figure.tsx';

/** How satisfied people are, in one line, and the way to what they said. */
export function SatisfactionFigure({ site }: { site: SiteBrief }) {
  const { t: common, locale } = useTexts();
  const t = feedbackTexts[locale];
  const { value, error } = useRemote(site.id, () => feedbackApi.satisfaction(site.id));
  if (error !== null) return <p class="note note-bad">{errorText(common, error)}</p>;
  if (value === null) return null;
  const open = () => {
    // The other screens show the site that was opened last.
    prefer({ site: site.id });
    go({ screen: 'feedback', survey: null });
  };
  return (
    <p>
      <b>
        {t.satisfaction}
        {COLON[locale]}
      </b>
      <ScoreFigure figure={value} />{' '}
      <button type="button" class="link" onClick={open}>
        {t.open}
      </button>
    </p>
  );
}

import { formatDateTime } from '@solodesk/ui';
import { Fault } from '../parts/controls/fault.tsx';
import { Elsewhere } from '../parts/feedback/elsewhere.tsx';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { ScoreFigure } from '../parts/feedback/score-figure.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { feedbackApi } from '../state/api/feedback-api.ts';
import type { Satisfaction, Score, SurveyLine } from '../state/api/feedback-api.ts';
import { go } from '../state/route.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { feedbackTexts } from '../texts/feedback-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { SurveyPage } from './survey-page.tsx';

/** What people say of how it was: scores after each resolution, and surveys. */
export function Feedback({ site, survey }: { site: SiteBrief; survey: string | null }) {
  return survey === null ? <Overview site={site} /> : <SurveyPage key={survey} site={site} survey={survey} />;
}

function Overview({ site }: { site: SiteBrief }) {
  const { t: common, locale } = useTexts();
  const t = feedbackTexts[locale];
  const { value, error, reload } = useRemote(`feedback ${site.id}`, () =>
    Promise.all([feedbackApi.satisfaction(site.id), feedbackApi.surveys(site.id)]),
  );
  useNews(site.id, 'surveys', reload);
  return (
    <section class="page" aria-labelledby="feedback-title">
      <h1 id="feedback-title">{t.title}</h1>
      <p class="muted">{t.text}</p>
      {error && <Fault text={errorText(common, error)} onRetry={reload} />}
      {!value && !error && <p class="muted">{common.common.loading}</p>}
      {value && (
        <>
          <Scores satisfaction={value[0]} />
          <Elsewhere site={site} />
          <h2>{t.surveys}</h2>
          {value[1].surveys.length === 0 && <p class="muted">{t.noSurveys}</p>}
          <ul>
            {value[1].surveys.map((survey) => (
              <SurveyItem key={survey.name} survey={survey} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Scores({ satisfaction }: { satisfaction: Satisfaction }) {
  const { locale } = useTexts();
  const t = feedbackTexts[locale];
  const { n, sum, days, formula, count, latest } = satisfaction;
  if (count.asked === 0 && n === 0) return <EmptyState title={t.nothing} text={t.nothingText} />;
  return (
    <>
      <h2>{t.satisfaction}</h2>
      <p class="score-figure">
        <ScoreFigure figure={satisfaction} />
      </p>
      <p class="muted">
        {n > 0 && `${t.formula(formula, sum, n, days)} · `}
        {t.count(count.asked, count.answered, count.skipped)}
      </p>
      {latest.length > 0 && (
        <>
          <h2>{t.latest}</h2>
          <ul>
            {latest.map((score, place) => (
              <ScoreItem key={`${score.at} ${place}`} score={score} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function ScoreItem({ score: { score, word, at, channel, ticket } }: { score: Score }) {
  const { locale } = useTexts();
  const t = feedbackTexts[locale];
  const number = Number(/\d+$/.exec(ticket ?? '')?.[0]);
  return (
    <li class="score">
      <b class="score-number">
        <span aria-hidden="true">{score}</span>
        <span class="visually-hidden">{t.outOf(score)}</span>
      </b>
      <span>
        {word === '' ? <span class="muted">{t.noWord}</span> : <q dir="auto">{word}</q>}
        <br />
        <span class="muted">
          {t.channel[channel]} · {formatDateTime(at, locale)}
        </span>
      </span>
      {ticket !== null && number > 0 && (
        <button type="button" class="link" onClick={() => go({ screen: 'tickets', ticket: number })}>
          {ticket}
        </button>
      )}
    </li>
  );
}

function SurveyItem({ survey }: { survey: SurveyLine }) {
  const { locale } = useTexts();
  const t = feedbackTexts[locale];
  const { name, title, asked, answered, skipped, everyDays } = survey;
  return (
    <li>
      <button type="button" class="record-item" onClick={() => go({ screen: 'feedback', survey: name })}>
        <span class="record-line">
          <b>{title[locale] ?? title.en ?? title.zh ?? name}</b>
          <span class="tag">{everyDays === null ? t.byHand : t.everyDays(everyDays)}</span>
        </span>
        <span class="muted">{t.count(asked, answered, skipped)}</span>
      </button>
    </li>
  );
}

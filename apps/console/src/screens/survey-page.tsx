import { formatDateTime } from '@solodesk/ui';
import { Fault } from '../parts/controls/fault.tsx';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { ScoreFigure } from '../parts/feedback/score-figure.tsx';
import { SurveySend } from '../parts/feedback/survey-send.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { feedbackApi } from '../state/api/feedback-api.ts';
import type { SurveyAnswer, SurveyDetail, SurveyResult } from '../state/api/feedback-api.ts';
import { go } from '../state/route.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { useTitle } from '../state/hooks/use-title.ts';
import type { Locale } from '../state/wire-types.ts';
import { feedbackTexts } from '../texts/feedback-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';

/** One survey: what it came to question by question, who answered what, and sending it. */
export function SurveyPage({ site, survey }: { site: SiteBrief; survey: string }) {
  const { t: common, locale } = useTexts();
  const t = feedbackTexts[locale];
  const { value, error, reload } = useRemote(`survey ${site.id} ${survey}`, () =>
    Promise.all([feedbackApi.survey(site.id, survey), feedbackApi.surveys(site.id)]),
  );
  useNews(site.id, 'surveys', reload);
  const title = useTitle(value !== null);
  return (
    <section class="page" aria-labelledby="survey-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'feedback', survey: null })}>
        ← {t.back}
      </button>
      {error && <Fault text={errorText(common, error)} onRetry={reload} />}
      {!value && !error && <p class="muted">{common.common.loading}</p>}
      {value && (
        <>
          <h1 id="survey-title" tabIndex={-1} ref={title}>
            {inWords(value[0].title, locale) || survey}
          </h1>
          <p class="muted">{t.count(value[0].asked, value[0].answered, value[0].skipped)}</p>
          <SurveySend site={site.id} survey={value[0]} mails={value[1].mails} onSent={reload} />
          <Results detail={value[0]} />
        </>
      )}
    </section>
  );
}

function inWords(texts: Partial<Record<Locale, string>>, locale: Locale): string {
  return texts[locale] ?? texts.en ?? texts.zh ?? '';
}

function Results({ detail: { answered, results, latest } }: { detail: SurveyDetail }) {
  const { locale } = useTexts();
  const t = feedbackTexts[locale];
  if (answered === 0) return <EmptyState title={t.nobody} text={t.nobodyText} />;
  return (
    <>
      {results.map((result) => (
        <section key={result.name}>
          <h2>{inWords(result.ask, locale)}</h2>
          <Result result={result} />
        </section>
      ))}
      <h2>{t.answers}</h2>
      <ul>
        {latest.map((answer, place) => (
          <Answer key={`${answer.at} ${place}`} answer={answer} results={results} />
        ))}
      </ul>
    </>
  );
}

function Result({ result }: { result: SurveyResult }) {
  const { locale } = useTexts();
  const t = feedbackTexts[locale];
  if (result.type === 'score') {
    return (
      <p>
        <ScoreFigure figure={result.figure} /> <span class="muted">{t.answered(result.n)}</span>
      </p>
    );
  }
  if (result.type === 'text') {
    return (
      <ul class="survey-words">
        {result.texts.map((text, place) => (
          <li key={place}>
            <q dir="auto">{text}</q>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <dl class="survey-choices">
      {result.choices.map(({ value, label, n }) => (
        <div key={value}>
          <dt>{inWords(label, locale) || value}</dt>
          <dd>
            {n}
            {result.n > 0 && <span class="muted"> · {Math.round((100 * n) / result.n)} %</span>}
            <span class="survey-bar" aria-hidden="true">
              <i style={{ width: `${result.n > 0 ? (100 * n) / result.n : 0}%` }} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Answer({ answer, results }: { answer: SurveyAnswer; results: readonly SurveyResult[] }) {
  const { t: common, locale } = useTexts();
  const t = feedbackTexts[locale];
  const { contact, at, answers } = answer;
  const given = results.filter(({ name }) => answers[name] !== undefined && answers[name] !== '');
  const spoken = (result: SurveyResult) => {
    const value = String(answers[result.name]);
    const choice = result.type === 'choice' && result.choices.find((each) => each.value === value);
    return choice ? inWords(choice.label, locale) || value : value;
  };
  return (
    <li class="survey-answer">
      <div class="record-line">
        {contact ? (
          <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact: contact.key })}>
            {contact.name ?? contact.email ?? common.records.nameless}
          </button>
        ) : (
          <span class="muted">{t.erased}</span>
        )}
        <span class="muted">{formatDateTime(at, locale)}</span>
      </div>
      <dl class="record-facts">
        {given.map((result) => (
          <>
            <dt key={`${result.name} ask`}>{inWords(result.ask, locale)}</dt>
            <dd key={result.name}>{spoken(result)}</dd>
          </>
        ))}
      </dl>
    </li>
  );
}

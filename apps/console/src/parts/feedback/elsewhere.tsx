import { formatDateTime } from '@solodesk/ui';
import { useEffect, useState } from 'preact/hooks';
import type { SiteBrief } from '../../state/api/api.ts';
import { feedbackApi } from '../../state/api/feedback-api.ts';
import type { FeedbackLine, FeedbackMood, FeedbackPage } from '../../state/api/feedback-api.ts';
import { go } from '../../state/route.ts';
import { asApiError } from '../../state/session.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { elsewhereTexts } from '../../texts/elsewhere-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { Fault } from '../controls/fault.tsx';

const MOODS: readonly FeedbackMood[] = ['negative', 'neutral', 'positive'];
const TAGS: Record<FeedbackMood, string> = { negative: 'tag tag-bad', neutral: 'tag', positive: 'tag tag-good' };

/** What people said elsewhere, narrowed down by mood, source and what it is about. */
export function Elsewhere({ site }: { site: SiteBrief }) {
  const { t: common, locale } = useTexts();
  const t = elsewhereTexts[locale];
  const [mood, setMood] = useState<FeedbackMood | ''>('');
  const [source, setSource] = useState('');
  const [category, setCategory] = useState('');
  const filter = { mood, source, category };
  const key = `elsewhere ${site.id} ${mood} ${source} ${category}`;
  const { value, error, reload } = useRemote(key, () => feedbackApi.elsewhere(site.id, filter));
  useNews(site.id, 'feedback', reload);
  // While another kind is being read the choice stays where it was pressed.
  const [counts, setCounts] = useState<Pick<FeedbackPage, 'counts' | 'days'>>({ counts: [], days: 0 });
  useEffect(() => {
    if (value !== null) setCounts(value);
  }, [value]);
  const narrowed = mood !== '' || source !== '' || category !== '';
  const all = counts.counts.reduce((sum, { n }) => sum + n, 0);
  const negative = counts.counts.reduce((sum, { n, mood: felt }) => sum + (felt === 'negative' ? n : 0), 0);
  const names = (pick: (count: FeedbackPage['counts'][number]) => string) => [...new Set(counts.counts.map(pick))];
  return (
    <>
      <h2>{t.title}</h2>
      <p class="muted">{t.text}</p>
      {error && <Fault text={errorText(common, error)} onRetry={reload} />}
      {value && value.items.length === 0 && !narrowed && <EmptyState title={t.none} text={t.noneText} />}
      {(narrowed || (value !== null && value.items.length > 0)) && (
        <div class="elsewhere-head">
          <div class="segments" role="group" aria-label={t.filter}>
            {(['', ...MOODS] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === mood} onClick={() => setMood(one)}>
                {one === '' ? t.all : t.mood[one]}
              </button>
            ))}
          </div>
          <Choice label={t.source} all={t.all} value={source} of={names((one) => one.source)} onChoose={setSource} />
          <Choice
            {...{ label: t.category, all: t.all, value: category, onChoose: setCategory, words: t.categories }}
            of={names((one) => one.category)}
          />
          {all > 0 && <p class="muted">{t.count(all, negative, counts.days)}</p>}
        </div>
      )}
      {!value && !error && <p class="muted">{common.common.loading}</p>}
      {value && <Lines key={key} first={value} load={(before) => feedbackApi.elsewhere(site.id, filter, before)} />}
      {value && value.items.length === 0 && narrowed && <p class="muted">{t.nothing}</p>}
    </>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string;
  of: string[];
  words?: Record<string, string>;
  onChoose(value: string): void;
}

function Choice({ label, all, value, of, words = {}, onChoose }: ChoiceProps) {
  const options = value === '' || of.includes(value) ? of : [...of, value];
  return (
    <label class="elsewhere-choice">
      <span class="muted">{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {words[one] ?? one}
          </option>
        ))}
      </select>
    </label>
  );
}

function Lines({ first, load }: { first: FeedbackPage; load: (before: string) => Promise<FeedbackPage> }) {
  const { t: common, locale } = useTexts();
  const [pages, setPages] = useState([first]);
  const [error, setError] = useState<string | null>(null);
  const next = pages.at(-1)?.next ?? null;
  const more = (before: string) =>
    load(before).then(
      (page) => {
        setError(null);
        setPages((shown) => [...shown, page]);
      },
      (cause: unknown) => setError(errorText(common, asApiError(cause))),
    );
  return (
    <>
      <ul>
        {pages
          .flatMap(({ items }) => items)
          .map((line) => (
            <ElsewhereLine key={line.key} line={line} />
          ))}
      </ul>
      {error && <Fault text={error} onRetry={() => next !== null && void more(next)} />}
      {next !== null && (
        <button type="button" class="button" onClick={() => void more(next)}>
          {elsewhereTexts[locale].more}
        </button>
      )}
    </>
  );
}

/** One that was said elsewhere, with the ways to it and to whoever said it. */
export function ElsewhereLine({ line }: { line: FeedbackLine }) {
  const { locale } = useTexts();
  const t = elsewhereTexts[locale];
  const { text, author, source, link, rating, at, mood, category, contact } = line;
  return (
    <li class="elsewhere">
      <span class="record-line">
        <span class={TAGS[mood]}>{t.mood[mood]}</span>
        <span class="tag">{t.categories[category] ?? category}</span>
        {rating !== null && <b>{t.rated(rating)}</b>}
      </span>
      {text === '' ? <span class="muted">{t.gone}</span> : <q dir="auto">{text}</q>}
      <span class="muted">
        {source} · {author ?? t.anonymous} · {formatDateTime(at, locale)}
      </span>
      <span class="elsewhere-links">
        {link !== null && (
          <a class="link" href={link} target="_blank" rel="noopener noreferrer">
            {t.open}
          </a>
        )}
        {contact !== null && (
          <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact })}>
            {t.contact}
          </button>
        )}
      </span>
    </li>
  );
}

import { useState } from 'preact/hooks';
import type { SiteBrief } from '../../state/api/api.ts';
import { problemsApi } from '../../state/api/problems-api.ts';
import type { ListedProblem, Texts } from '../../state/api/problems-api.ts';
import { asApiError } from '../../state/session.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import type { Locale } from '../../state/wire-types.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';

const LANGUAGES: Record<Locale, string> = { en: 'English', zh: '中文' };

/** Texts by language without the blank ones. */
const written = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).flatMap(([locale, text]) => (text?.trim() ? [[locale, text.trim()]] : [])));

/** What is broken and known, what visitors are told of it, and who waits to hear that it is fixed. */
export function KnownProblems({ site }: { site: SiteBrief }) {
  const { t } = useTexts();
  const { value, error, reload } = useRemote(site.id, () => problemsApi.list(site.id));
  useNews(site.id, 'problems', reload);
  const [adding, setAdding] = useState(false);
  return (
    <details class="known-problems">
      <summary>
        {t.known.title}
        {value && value.problems.some(({ fixedAt }) => fixedAt === null) && (
          <span class="tag tag-bad">{value.problems.filter(({ fixedAt }) => fixedAt === null).length}</span>
        )}
      </summary>
      <p class="muted">{t.known.text}</p>
      {error && (
        <p class="note note-bad" role="alert">
          {errorText(t, error)}
        </p>
      )}
      {value?.mails === false && <p class="muted">{t.known.noMail}</p>}
      {value?.problems.length === 0 && <p class="muted">{t.known.none}</p>}
      {value?.problems.map((problem) => (
        <Problem key={problem.id} site={site} problem={problem} onFixed={reload} />
      ))}
      {adding ? (
        <NewProblem
          site={site}
          onCancel={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            reload();
          }}
        />
      ) : (
        <button type="button" class="button" onClick={() => setAdding(true)}>
          + {t.known.add}
        </button>
      )}
    </details>
  );
}

function Problem({ site, problem, onFixed }: { site: SiteBrief; problem: ListedProblem; onFixed(): void }) {
  const { t } = useTexts();
  const [fixing, setFixing] = useState(false);
  const [texts, setTexts] = useState<Texts>({});
  const { run, failure, busy } = useSaving(() => problemsApi.fixed(site.id, problem.id, written(texts)), onFixed);
  return (
    <div class="row known-problem">
      <span>
        {site.locales.map((locale) => problem.text[locale]).find(Boolean) ?? Object.values(problem.text)[0]}
        <br />
        <span class="muted">{problem.fixedAt === null ? t.known.waiting(problem.waiting) : t.known.isFixed}</span>
      </span>
      {problem.fixedAt === null && !fixing && (
        <button type="button" class="button" onClick={() => setFixing(true)}>
          {t.known.fix}
        </button>
      )}
      {fixing && problem.fixedAt === null && (
        <form onSubmit={run}>
          <LocalizedField
            site={site}
            label={t.known.fixedText}
            hint={t.known.fixedHint}
            texts={texts}
            onChange={setTexts}
          />
          {failure}
          <div class="row-buttons known-buttons">
            <button type="submit" class="button button-primary" disabled={busy}>
              {t.known.tell}
            </button>
            <button type="button" class="button" onClick={() => setFixing(false)}>
              {t.common.cancel}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}

function NewProblem({ site, onCancel, onDone }: { site: SiteBrief; onCancel(): void; onDone(): void }) {
  const { t } = useTexts();
  const [texts, setTexts] = useState<Texts>({});
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const { run, failure, busy } = useSaving(
    () => problemsApi.add(site.id, { text: written(texts), words: lines }),
    onDone,
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const none = Object.keys(written(texts)).length === 0;
    setMissing(none);
    if (!none) run(event);
  };
  return (
    <form onSubmit={submit}>
      <LocalizedField
        site={site}
        label={t.known.what}
        hint={t.known.whatHint}
        error={missing ? t.known.missing : null}
        texts={texts}
        onChange={setTexts}
      />
      <Field label={t.known.words} hint={t.known.wordsHint}>
        <textarea rows={3} value={words} onInput={({ currentTarget: { value } }) => setWords(value)} />
      </Field>
      {failure}
      <div class="row-buttons known-buttons">
        <button type="submit" class="button button-primary" disabled={busy}>
          {t.known.show}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t.common.cancel}
        </button>
      </div>
    </form>
  );
}

interface LocalizedFieldProps {
  site: SiteBrief;
  label: string;
  hint: string;
  error?: string | null;
  texts: Texts;
  onChange(texts: Texts): void;
}

function LocalizedField({ site, label, hint, error = null, texts, onChange }: LocalizedFieldProps) {
  return (
    <>
      {site.locales.map((locale, index) => (
        <Field
          key={locale}
          label={`${label} (${LANGUAGES[locale]})`}
          error={index === 0 ? error : null}
          {...(index === 0 && { hint })}
        >
          <textarea
            rows={2}
            maxLength={300}
            lang={locale === 'zh' ? 'zh-CN' : 'en'}
            value={texts[locale] ?? ''}
            onInput={({ currentTarget: { value } }) => onChange({ ...texts, [locale]: value })}
          />
        </Field>
      ))}
    </>
  );
}

/** Saves once at a time; what was typed stays when it fails. */
function useSaving(save: () => Promise<unknown>, onDone: () => void) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    save()
      .then(onDone, (cause: unknown) => {
        const failed = asApiError(cause);
        setError(failed.kind === 'conflict' ? failed.message : errorText(t, failed));
      })
      .finally(() => setBusy(false));
  };
  const failure = error && (
    <p class="note note-bad" role="alert">
      {error}
    </p>
  );
  return { run, busy, failure };
}

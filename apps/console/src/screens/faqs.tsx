import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { FaqHealth } from '../parts/faqs/faq-health.tsx';
import { FaqToDo, ToDoBar } from '../parts/faqs/faq-to-do.tsx';
import { LastChange } from '../parts/faqs/last-change.tsx';
import { Glyph } from '../parts/controls/glyph.tsx';
import { QualityPanel, useQuality } from '../parts/faqs/quality-panel.tsx';
import { variantCount } from '../state/faqs/answer-variants.ts';
import { variantTexts } from '../texts/variant-texts.ts';
import { api } from '../state/api/api.ts';
import type { SiteBrief } from '../state/api/api.ts';
import { faqApi } from '../state/api/faq-api.ts';
import type { FaqList } from '../state/api/faq-api.ts';
import { faqName, faqsLike, oursFirst } from '../state/faqs/faq-form.ts';
import { report } from '../state/report.ts';
import { go } from '../state/route.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { FaqPage } from './faq-page.tsx';
import { OutOfScopePage } from './out-of-scope-page.tsx';
import { Fault } from '../parts/controls/fault.tsx';

/** What the bot knows: to be read, searched, judged and changed. */
export function Faqs({ site, edit }: { site: SiteBrief; edit: string | null }) {
  const { t } = useTexts();
  const list = useRemote(`faqs ${site.id}`, () => faqApi.list(site.id));
  useNews(site.id, 'faqs', list.reload);
  const [version, setVersion] = useState(0);
  const [quality, measure] = useQuality(site.id, version);
  const changed = () => {
    list.reload();
    setVersion((n) => n + 1);
  };
  if (list.value && edit === '-') return <OutOfScopePage site={site} list={list.value} onChanged={changed} />;
  if (list.value && edit !== null) {
    const intent = edit === '+' ? null : edit;
    return <FaqPage key={edit} site={site} list={list.value} intent={intent} onChanged={changed} />;
  }
  return (
    <section class="page" aria-labelledby="faqs-title">
      <div class="page-head">
        <h1 id="faqs-title">{t.faqs.title}</h1>
        <button type="button" class="button" onClick={() => go({ screen: 'faqs', edit: '+' })}>
          <Glyph name="plus" size={16} /> {t.faqs.add}
        </button>
      </div>
      <Files site={site.id} />
      {list.error && <Fault text={errorText(t, list.error)} onRetry={list.reload} />}
      {!list.value && !list.error && <p class="muted">{t.common.loading}</p>}
      {list.value?.faqs.length === 0 && <EmptyState title={t.faqs.empty} text={t.faqs.emptyText} />}
      {list.value && list.value.faqs.length > 0 && (
        <>
          <LastChange site={site.id} onTakenBack={changed} />
          <QualityPanel site={site.id} state={quality} onChanged={measure} />
          <FaqRows list={list.value} confusions={quality?.state === 'done' ? quality.result.confusions : []} />
        </>
      )}
    </section>
  );
}

function FaqRows({ list, confusions }: { list: FaqList; confusions: Parameters<typeof FaqHealth>[0]['confusions'] }) {
  const { t, locale: ours } = useTexts();
  const [wanted, setWanted] = useState('');
  const [onlyToDo, setOnlyToDo] = useState(false);
  const waiting = list.faqs.filter(({ toDo }) => toDo !== null);
  // When the last one is settled, all are shown again.
  const only = onlyToDo && waiting.length > 0;
  const shown = faqsLike(only ? waiting : list.faqs, wanted);
  const nameOf = (intent: string) => faqName(list.faqs, intent, ours);
  const left = list.outOfScope
    .flatMap(({ sentences }) => list.locales.map((locale) => sentences[locale]?.length ?? 0))
    .reduce((sum, count) => sum + count, 0);
  return (
    <>
      <ToDoBar count={waiting.length} only={only} onOnly={setOnlyToDo} />
      <label class="field">
        <span>
          {t.faqs.search} · {t.faqs.count(shown.length)}
        </span>
        <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      <p>
        <button type="button" class="link" onClick={() => go({ screen: 'faqs', edit: '-' })}>
          {t.outOfScope.count(left)}
        </button>
      </p>
      {shown.length === 0 && <p class="muted">{t.faqs.none}</p>}
      {list.categories.map((category) => {
        const rows = shown.filter((row) => row.category === category);
        if (rows.length === 0) return null;
        const title = list.categoryNames[category]?.[ours] ?? category;
        return (
          <section key={category} aria-label={title}>
            <h2>{title}</h2>
            <ul class="faqs">
              {rows.map((row) => (
                <li key={row.intent}>
                  <button
                    type="button"
                    class="button faq-edit"
                    aria-label={t.faqs.editOf(nameOf(row.intent))}
                    onClick={() => go({ screen: 'faqs', edit: row.intent })}
                  >
                    {t.faqs.edit}
                  </button>
                  {oursFirst(list.locales, ours)
                    .filter((locale) => row.question[locale])
                    .map((locale) => (
                      <div key={locale} lang={locale}>
                        <b>{row.question[locale]}</b>
                        <p>{row.answer[locale]?.text}</p>
                      </div>
                    ))}
                  <FaqToDo row={row} />
                  <FaqHealth row={row} locales={list.locales} confusions={confusions} nameOf={nameOf} />
                  <small class="muted">
                    {row.intent} ·{' '}
                    {t.faqs.phrasings(Object.values(row.phrasings).reduce((sum, each) => sum + each.length, 0))} ·{' '}
                    {t.faqs.tests(row.tests)}
                    {variantCount(row.answer) > 0 && ` · ${variantTexts[ours].count(variantCount(row.answer))}`}
                    {row.votes.yes + row.votes.no > 0 && ` · ${t.faqs.votes(row.votes.yes, row.votes.no)}`}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {list.articles.length > 0 && wanted === '' && !only && (
        <section aria-label={t.faqs.manuals}>
          <h2>{t.faqs.manuals}</h2>
          <ul class="faqs">
            {list.articles.map(({ slug, title, votes }) => (
              <li key={slug}>
                <b>{title}</b>
                <br />
                <small class="muted">{t.faqs.votes(votes.yes, votes.no)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Where the files are, for who would rather write there. */
function Files({ site }: { site: string }) {
  const { t } = useTexts();
  const [folder, setFolder] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    setFolder(null);
    api.site(site).then(
      (answer) => current && setFolder(answer.folder ?? null),
      (cause: unknown) => report('The folder of the site is not known.', cause),
    );
    return () => {
      current = false;
    };
  }, [site]);
  return (
    <p class="muted">
      {t.faqs.text}
      <br />
      {folder ? (
        <>
          {t.faqs.files} <code class="path">{`${folder.replace(/[\\/]$/, '')}/faq/`}</code>
          <br />
        </>
      ) : (
        t.faqs.filesSomewhere
      )}{' '}
      {t.faqs.saving}{' '}
      <a href="/schemas/faq.json" target="_blank" rel="noreferrer">
        {t.faqs.schema}
      </a>
    </p>
  );
}

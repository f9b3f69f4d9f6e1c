import { useState } from 'preact/hooks';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { GroupCard } from '../parts/faqs/group-card.tsx';
import { showToast } from '../parts/controls/toasts.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { faqApi } from '../state/api/faq-api.ts';
import type { QuestionGroup } from '../state/api/faq-api.ts';
import { asApiError } from '../state/session.ts';
import { countUnanswered } from '../state/faqs/unanswered-count.ts';
import { useNow } from '../state/hooks/use-now.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { Fault } from '../parts/controls/fault.tsx';

type Order = 'most' | 'newest';

/** What the bot could not answer, by meaning, and how it learns. */
export function Unanswered({ site }: { site: SiteBrief }) {
  const { t } = useTexts();
  const now = useNow(30_000);
  const [order, setOrder] = useState<Order>('most');
  const questions = useRemote(`unanswered ${site.id}`, () => faqApi.unanswered(site.id));
  const list = useRemote(`faqs ${site.id}`, () => faqApi.list(site.id));
  useNews(site.id, 'unanswered', questions.reload);
  useNews(site.id, 'faqs', list.reload);
  /** Out of sight at once, while the server is told. */
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());

  const hide = (id: number, hidden: boolean) =>
    setGone((before) => new Set(hidden ? [...before, id] : [...before].filter((each) => each !== id)));
  const setStatus = async ({ id, keys, count }: QuestionGroup, status: 'ignored' | 'added') => {
    hide(id, true);
    const back = async () => {
      await faqApi.setStatus(site.id, keys, 'open');
      hide(id, false);
      countUnanswered(site.id);
      questions.reload();
    };
    const failed = (cause: unknown) => {
      hide(id, false);
      showToast(`${t.unanswered.notDone} ${errorText(t, asApiError(cause))}`);
    };
    try {
      await faqApi.setStatus(site.id, keys, status);
      countUnanswered(site.id);
      const text = status === 'ignored' ? t.unanswered.ignored(count) : t.unanswered.marked(count);
      showToast(text, { staysMs: 10_000, action: { label: t.common.undo, run: () => void back().catch(failed) } });
    } catch (cause) {
      failed(cause);
    }
  };
  const changed = () => {
    questions.reload();
    list.reload();
  };

  const error = questions.error ?? list.error;
  const groups = (questions.value?.groups ?? [])
    .filter(({ id }) => !gone.has(id))
    .sort((a, b) => (order === 'newest' ? b.lastAt - a.lastAt : b.count - a.count || b.lastAt - a.lastAt));
  const ready = questions.value && list.value;
  return (
    <section class="page" aria-labelledby="unanswered-title">
      <h1 id="unanswered-title">{t.unanswered.title}</h1>
      <p class="muted">{t.unanswered.text}</p>
      {error && <Fault text={errorText(t, error)} onRetry={changed} />}
      {!ready && !error && <p class="muted">{t.common.loading}</p>}
      {ready && groups.length === 0 && <EmptyState title={t.unanswered.empty} text={t.unanswered.emptyText} />}
      {ready && groups.length > 1 && (
        <div class="segments" role="group" aria-label={t.unanswered.sort}>
          {(['most', 'newest'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={order === each} onClick={() => setOrder(each)}>
              {each === 'most' ? t.unanswered.mostAsked : t.unanswered.newest}
            </button>
          ))}
        </div>
      )}
      {ready && (
        <ul class="groups">
          {groups.map((group) => (
            <GroupCard
              key={group.id}
              site={site.id}
              group={group}
              list={ready}
              now={now}
              onChanged={changed}
              onStatus={(status) => void setStatus(group, status)}
            />
          ))}
        </ul>
      )}
      {ready && questions.value?.more && <p class="muted">{t.unanswered.more}</p>}
    </section>
  );
}

import type { FaqRow } from '../../state/api/faq-api.ts';
import { useTexts } from '../../texts/index.ts';

/** What is left for the owner to say in an answer that came with a starter pack. */
export function FaqToDo({ row }: { row: FaqRow }) {
  const { t, locale } = useTexts();
  if (row.toDo === null) return null;
  const said = row.toDo[locale] ? locale : locale === 'en' ? 'zh' : 'en';
  return (
    <p class="to-do">
      <span class="tag tag-warn">{t.faqs.toDo}</span> <span lang={said}>{row.toDo[said]}</span>
    </p>
  );
}

interface ToDoBarProps {
  count: number;
  only: boolean;
  onOnly(only: boolean): void;
}

/** How many answers wait for the owner's facts, and the way to them. */
export function ToDoBar({ count, only, onOnly }: ToDoBarProps) {
  const { t } = useTexts();
  if (count === 0) return null;
  return (
    <p class="note to-do-bar">
      {t.faqs.toDoCount(count)}{' '}
      <button type="button" class="link" onClick={() => onOnly(!only)}>
        {only ? t.faqs.toDoAll : t.faqs.toDoOnly}
      </button>
    </p>
  );
}

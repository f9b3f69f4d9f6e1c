import type { DeskFilter } from '../../state/route.ts';
import { nextTexts } from '../../texts/next-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { EmptyState } from '../controls/empty-state.tsx';

/** Beside a list of which nothing is open; beside an empty one all is said already. */
export function NothingChosen({ filter, isEmpty }: { filter: DeskFilter; isEmpty: boolean }) {
  const { t, locale } = useTexts();
  const { choose, chooseText } = filter === 'next' || filter === 'later' ? nextTexts[locale] : t.talk;
  return (
    <section class="talk talk-none" id="talk" tabIndex={-1} aria-label={choose}>
      {!(isEmpty && choose !== t.talk.choose) && <EmptyState title={choose} text={chooseText} />}
    </section>
  );
}

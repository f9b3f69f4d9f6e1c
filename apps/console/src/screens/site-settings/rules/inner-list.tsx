import { besideField } from '../../../state/settings/setting-draft.ts';
import { RuleList } from './rule-list.tsx';
import type { RuleListProps } from './rule-list-props.ts';

/** A list within a rule, under its own heading, with what is wrong with the whole of it. */
export function InnerList({ title, ...list }: RuleListProps & { title: string }) {
  const at = list.path.join();
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {list.editor.problems
        .filter(({ path }) => path.join() === at)
        .map(({ message }) => (
          <p class="note note-bad" role="alert" key={message}>
            {besideField(message)}
          </p>
        ))}
      <RuleList {...list} isOrdered />
    </section>
  );
}

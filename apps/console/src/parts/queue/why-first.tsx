import { queueOf } from '@solodesk/client/owner';
import { useDesk } from '../../state/desk.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { nextTexts } from '../../texts/next-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { PriorityReasons } from './priority-reasons.tsx';

/** The sum that put this conversation where it stands in the queue; nothing where it is not in it. */
export function WhyFirst({ site, conversation }: { site: string; conversation: string }) {
  const { locale } = useTexts();
  const { client } = useDesk();
  const { todo } = queueOf(useStore(client.queue), site);
  const item = todo.find(({ task }) => task.kind === 'chat' && task.conversation === conversation);
  if (!item) return null;
  return (
    <>
      <h3>{nextTexts[locale].why}</h3>
      <PriorityReasons score={item.score} level={item.level} reasons={item.reasons} />
    </>
  );
}

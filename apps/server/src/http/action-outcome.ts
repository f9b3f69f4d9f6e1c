import type { Conversation } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';

/** What is our own is done in some milliseconds; whoever waits longer hears of it with their next message. */
const LONGEST_MS = 3_000;

/** Waits until the step of an action that a message asks for has come to its result, which is the answer to that message. */
export async function actionOutcome(
  { bus, store }: Pick<Desk, 'bus' | 'store'>,
  { site, key, visitorKey, form }: Conversation,
): Promise<void> {
  if (!isAwaited(form)) return;
  let stop = () => {};
  const told = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS);
    const unsubscribe = bus.subscribe((announcement) => {
      if (announcement.kind !== 'events' || announcement.conversation.key !== key) return;
      if (!isAwaited(announcement.conversation.form)) resolve();
    });
    stop = () => {
      clearTimeout(timer);
      unsubscribe();
    };
  });
  try {
    // It may have come before anybody listened.
    const current = await store.findConversationOfVisitor(site, visitorKey);
    if (isAwaited(current?.form ?? null)) await told;
  } finally {
    stop();
  }
}

function isAwaited(form: Conversation['form']): boolean {
  return form?.run?.state === 'running' && form.run.answers !== undefined;
}

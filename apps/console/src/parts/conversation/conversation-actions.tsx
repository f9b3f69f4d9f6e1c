import { Icon } from '@solodesk/ui';
import type { ConversationSummary } from '../../state/wire-types.ts';
import { mergeTexts } from '../../texts/merge-texts.ts';
import { ticketMakeTexts } from '../../texts/ticket-make-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Popover } from '../controls/popover.tsx';

export interface ConversationCommands {
  takeOver(): void;
  handBack(): void;
  close(): void;
  block(spam: boolean): void;
  unblock(): void;
  /** Of what is selected in the log, else of the visitor's last words. */
  ticket(): void;
  /** Who may be the same person, with a look at what would become of them. */
  merge(): void;
}

/** What can be done with a conversation now; the most likely one stands out. */
export function ConversationActions({ summary, run }: { summary: ConversationSummary; run: ConversationCommands }) {
  const { t, locale } = useTexts();
  const words = ticketMakeTexts[locale];
  const { state, visitor } = summary;
  const action = (label: string, key: string, primary: boolean, act: () => void) => (
    <button type="button" class={primary ? 'button button-primary' : 'button'} onClick={act}>
      {label}
      <kbd class="wide-only" aria-hidden="true">
        {key}
      </kbd>
    </button>
  );
  return (
    <div class="actions">
      {!visitor.blocked && (state === 'bot' || state === 'waiting') && action(t.talk.takeOver, 'T', true, run.takeOver)}
      {state === 'owner' && action(t.talk.handBack, 'B', false, run.handBack)}
      {state !== 'closed' && action(t.talk.closeIt, 'E', state === 'owner' || visitor.blocked, run.close)}
      <Popover label={t.common.moreActions} face={<Icon name="more" />} class="more">
        {(close) => {
          const item = (label: string, act: () => void) => (
            <li>
              <button
                type="button"
                onClick={() => {
                  close();
                  act();
                }}
              >
                {label}
              </button>
            </li>
          );
          return (
            <ul class="menu">
              {item(words.make, run.ticket)}
              {item(mergeTexts[locale].find, run.merge)}
              {visitor.blocked ? (
                item(t.talk.unblock, run.unblock)
              ) : (
                <>
                  {item(t.talk.block, () => run.block(false))}
                  {item(t.talk.spam, () => run.block(true))}
                </>
              )}
            </ul>
          );
        }}
      </Popover>
    </div>
  );
}

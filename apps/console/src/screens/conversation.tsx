import { useEffect } from 'preact/hooks';
import { shownSummary } from '@solodesk/client/owner';
import { ConversationHead } from '../parts/conversation/conversation-head.tsx';
import { ConversationTickets } from '../parts/conversation/conversation-tickets.tsx';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { Log } from '../parts/conversation/log.tsx';
import { VisitorPanel } from '../parts/conversation/visitor-panel.tsx';
import { Writing } from '../parts/conversation/writing.tsx';
import type { ConversationCommands } from '../parts/conversation/conversation-actions.tsx';
import { useDesk } from '../state/desk.ts';
import { useNow } from '../state/hooks/use-now.ts';
import { visitorName } from '../state/conversation/visitor-name.ts';
import { useTexts } from '../texts/index.ts';
import { Fault } from '../parts/controls/fault.tsx';

interface ConversationProps {
  site: string;
  conversation: string;
  ownNames: readonly string[];
  /** `seq` of the message that is to be shown; null: the newest. */
  sought: number | null;
  /** It is shown, or it is not there any more. */
  onFound(): void;
  /** What canned replies call the owner and the business. */
  from: { me: string; site: string };
  commands: ConversationCommands;
  onBack(): void;
  onPanel(open: boolean): void;
}

/** One conversation with all that is known of it. */
export function Conversation({
  site,
  conversation,
  ownNames,
  sought,
  onFound,
  from,
  commands,
  onBack,
  onPanel,
}: ConversationProps) {
  const { t } = useTexts();
  const { client, state } = useDesk();
  const now = useNow(10_000);
  const online = state.connection === 'online';
  const open = state.open[conversation];
  const known = state.sites[site]?.conversations[conversation];

  useEffect(() => {
    if (online && sought === null) void client.open(site, conversation);
    // What was sought is shown where it is: its end is not read because it was found.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, site, conversation, online]);
  useEffect(() => {
    if (online && sought !== null) void client.reach(site, conversation, sought);
  }, [client, site, conversation, online, sought]);
  useEffect(() => () => client.leave(conversation), [client, conversation]);

  if (!open || !known) {
    return (
      <section class="talk" aria-label={t.talk.choose}>
        {open?.error ? (
          <EmptyState title={t.talk.notRead} text={t.errors[open.error]}>
            <button type="button" class="button" onClick={onBack}>
              {t.common.back}
            </button>
          </EmptyState>
        ) : (
          <p class="loading">{t.common.loading}</p>
        )}
      </section>
    );
  }

  const summary = shownSummary(state, known);
  const name = visitorName(summary.visitor, t);
  const seen = (seq: number) => {
    // Seen is what was on a screen that somebody looks at.
    if (document.visibilityState === 'visible' && document.hasFocus()) client.seen(site, conversation, seq);
  };
  return (
    <>
      <section class="talk" id="talk" tabIndex={-1} aria-label={t.talk.log(name)}>
        <ConversationHead
          summary={summary}
          timeZone={open.detail?.profile.timeZone ?? null}
          now={now}
          run={commands}
          onBack={onBack}
          onPanel={() => onPanel(true)}
        />
        <ConversationTickets site={site} conversation={conversation} />
        {open.error && (
          <Fault
            text={`${t.talk.notRead} ${t.errors[open.error]}`}
            onRetry={() => void client.open(site, conversation)}
          />
        )}
        <Log
          key={conversation}
          site={site}
          open={open}
          summary={summary}
          pending={state.outbox.filter((reply) => reply.conversation === conversation)}
          typing={state.sites[site]?.typing[conversation] === true}
          ownNames={ownNames}
          now={now}
          sought={sought}
          onFound={onFound}
          onOlder={() => void client.older(site, conversation)}
          onNewer={() => void client.newer(site, conversation)}
          onNewest={() => void client.newest(site, conversation)}
          onAway={(away) => client.hold(conversation, away)}
          onSeen={seen}
        />
        <Writing key={`reply ${conversation}`} site={site} summary={summary} from={from} />
      </section>
      <VisitorPanel
        site={site}
        summary={summary}
        profile={open.detail?.profile ?? null}
        now={now}
        onBack={() => onPanel(false)}
        onErased={onBack}
      />
    </>
  );
}

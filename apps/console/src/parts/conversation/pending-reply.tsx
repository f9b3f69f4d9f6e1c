import { MessageText } from '@solodesk/ui';
import type { OutboxReply } from '@solodesk/client/owner';
import { useDesk } from '../../state/desk.ts';
import { useTexts } from '../../texts/index.ts';
import { MessageFiles } from './message-files.tsx';

/** A reply that is not in the log yet, with where it is; a failed one can be sent again or deleted. */
export function PendingReply({ reply }: { reply: OutboxReply }) {
  const { t } = useTexts();
  const { client } = useDesk();
  const words = { queued: t.talk.queued, sending: t.talk.sending, sent: t.talk.sent, failed: t.talk.failed };
  return (
    <div class={`said said-owner said-${reply.status}`}>
      {reply.text !== '' && (
        <div class="bubble">
          <MessageText text={reply.text} />
        </div>
      )}
      <MessageFiles site={reply.site} files={reply.attachments} />
      {reply.status === 'failed' ? (
        <div class="meta meta-failed">
          <button type="button" class="link" onClick={() => client.retry(reply.clientId)}>
            {t.talk.failed} · {t.talk.tapRetry}
          </button>
          <button type="button" class="link" onClick={() => client.discard(reply.clientId)}>
            {t.talk.discard}
          </button>
          {reply.error && <span>{t.errors[reply.error]}</span>}
        </div>
      ) : (
        <div class="meta">
          {t.talk.you} · {words[reply.status]}
        </div>
      )}
    </div>
  );
}

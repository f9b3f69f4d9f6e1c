import { useState } from 'preact/hooks';
import type { TicketDetail } from '@solodesk/protocol/owner';
import type { Attachment } from '@solodesk/protocol/visitor';
import { useDesk } from '../../state/desk.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { PendingReply } from '../conversation/pending-reply.tsx';
import { TicketWords } from './ticket-words.tsx';

/** Where a ticket is answered. Nothing where there is nowhere to answer: it has no conversation, or is closed for good. */
export function TicketReply({ site, ticket }: { site: string; ticket: TicketDetail }) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const { client, state } = useDesk();
  const [sent, setSent] = useState(false);
  const { conversation, number } = ticket;
  if (conversation === null) return <p class="muted ticket-form">{t.noConversation}</p>;
  if (ticket.state === 'closed') return null;
  const onItsWay = state.outbox.filter((reply) => reply.site === site && reply.ticket === number);
  const send = async (text: string, files: readonly Attachment[]) => {
    client.reply(site, conversation, text, { ticket: number, ...(files.length > 0 && { attachments: files }) });
    setSent(true);
    return true;
  };
  return (
    <>
      <TicketWords
        title={t.reply}
        label={t.replyLabel}
        hint={t.replyHint}
        button={t.send}
        draft={`reply ${site} ${number}`}
        filesTo={{ site, conversation }}
        onSend={send}
      />
      {onItsWay.map((reply) => (
        <PendingReply key={reply.clientId} reply={reply} />
      ))}
      <p class="ticket-sent" role="status">
        {sent && onItsWay.length === 0 && t.replySent}
      </p>
    </>
  );
}

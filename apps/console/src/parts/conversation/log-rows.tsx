import type { ComponentChildren } from 'preact';
import { dayKey, formatDay } from '@solodesk/ui';
import type { OpenConversation } from '@solodesk/client/owner';
import { makeFaq } from '../../state/faqs/faq-draft.ts';
import type { ConversationSummary } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { Message } from './message.tsx';
import { Note } from './note.tsx';

export interface LogRowsProps {
  site: string;
  open: OpenConversation;
  summary: ConversationSummary;
  ownNames: readonly string[];
  now: number;
  /** `seq` of the entry that is marked. */
  marked: number | null;
}

/** What is read of a conversation, under its days, with the owner's remarks in their places. */
export function LogRows({ site, open, summary, ownNames, now, marked }: LogRowsProps) {
  const { locale } = useTexts();
  const entries: ComponentChildren[] = [];
  let day = '';
  const begin = (at: number) => {
    const its = dayKey(at);
    if (its !== day)
      entries.push(
        <div class="day" key={`day ${its}`}>
          {formatDay(at, now, locale)}
        </div>,
      );
    day = its;
  };
  // Those beside what is not read come with it.
  const from = open.more ? (open.events[0]?.at ?? 0) : 0;
  const to = open.newer ? (open.events.at(-1)?.at ?? 0) : Infinity;
  const notes = open.notes.filter(({ at }) => at >= from && at <= to);
  let noted = 0;
  let asked: string | null = null;
  const putNotes = (until: number) => {
    for (let note = notes[noted]; note !== undefined && note.at < until; note = notes[noted]) {
      begin(note.at);
      entries.push(<Note key={`note ${note.id}`} site={site} conversation={summary.id} note={note} />);
      noted += 1;
    }
  };
  for (const event of open.events) {
    putNotes(event.at);
    begin(event.at);
    const question = asked;
    const answers = event.type === 'owner_message' && question !== null && event.text !== '';
    const toFaq = () => answers && makeFaq({ question, answer: event.text, site, conversation: summary.id });
    entries.push(
      <Message
        site={site}
        key={event.seq}
        event={event}
        ownNames={ownNames}
        seenSeq={summary.visitorSeenSeq}
        isSought={event.seq === marked}
        onFaq={answers ? toFaq : undefined}
      />,
    );
    // The first word after a question answers it; what comes after that is talk.
    if (event.type === 'visitor_message') asked = event.text || asked;
    else if (event.type === 'owner_message') asked = null;
  }
  putNotes(Infinity);
  return <>{entries}</>;
}

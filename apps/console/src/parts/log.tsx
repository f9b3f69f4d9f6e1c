import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dayKey, formatDay, Icon } from '@solodesk/ui';
import type { OpenConversation, OutboxReply } from '@solodesk/client/owner';
import { makeFaq } from '../state/faq-draft.ts';
import { visitorName } from '../state/visitor-name.ts';
import type { ConversationSummary } from '../state/wire-types.ts';
import { useTexts } from '../texts/index.ts';
import { Message } from './message.tsx';
import { Note } from './note.tsx';
import { PendingReply } from './pending-reply.tsx';

interface LogProps {
  site: string;
  open: OpenConversation;
  summary: ConversationSummary;
  pending: readonly OutboxReply[];
  typing: boolean;
  ownNames: readonly string[];
  now: number;
  /** `seq` of the entry that is to be shown and marked, once it is read; null: the newest, as it comes. */
  sought: number | null;
  onFound(): void;
  onOlder(): void;
  /** The newest entry is in sight. */
  onSeen(seq: number): void;
}

/** So near to its end a log counts as read to the end. */
const NEAR_PX = 48;

/** The conversation, kept at its end while one is there, and where one reads while older entries come in above. */
export function Log(props: LogProps) {
  const { site, open, summary, pending, typing, ownNames, now, sought, onFound, onOlder, onSeen } = props;
  const { t, locale } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(sought === null);
  const [found, setFound] = useState<{ seq: number } | null>(null);
  const before = useRef({ first: 0, height: 0 });
  /** As the observer saw it last. */
  const room = useRef(0);
  const [away, setAway] = useState(false);
  const first = open.events[0]?.seq ?? 0;
  const last = open.events.at(-1)?.seq ?? 0;

  const pendingPrint = pending.map(({ clientId, status }) => clientId + status).join();

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  const look = () => {
    const element = box.current;
    // Nobody has scrolled: there is less room than a moment ago, and the observer is about to bring the end back.
    if (!element || element.clientHeight !== room.current) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    setAway(!atEnd.current);
    if (atEnd.current && last > 0) onSeen(last);
    if (element.scrollTop < NEAR_PX && open.more) onOlder();
  };

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const grown = first < before.current.first ? element.scrollHeight - before.current.height : 0;
    if (grown > 0) element.scrollTop += grown;
    else if (atEnd.current) toEnd();
    before.current = { first, height: element.scrollHeight };
  }, [first, last, pendingPrint, typing, open.notes.length]);

  const isThere = sought !== null && first > 0 && first <= sought;
  const isGone = sought !== null && first > 0 && first > sought && !open.more;
  useLayoutEffect(() => {
    if (isThere) setFound({ seq: sought });
    if (isThere || isGone) onFound();
    // Told once, whatever the caller's function is by then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isThere, isGone, sought]);
  useLayoutEffect(() => {
    const entry = found === null ? null : box.current?.querySelector<HTMLElement>('[data-sought]');
    if (!entry) return;
    atEnd.current = false;
    entry.scrollIntoView({ block: 'center' });
    entry.focus({ preventScroll: true });
  }, [found]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // A growing reply field, a banner or a toast takes height away: the end stays in sight.
    const sizes = new ResizeObserver(() => {
      room.current = element.clientHeight;
      if (atEnd.current) toEnd();
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);

  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const look = () => {
      if (atEnd.current && last > 0) seen.current(last);
    };
    look();
    // Coming back to the window shows what came meanwhile.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [last]);

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
  // Those beside what is not read yet come with it.
  const notes = open.notes.filter(({ at }) => !open.more || at >= (open.events[0]?.at ?? 0));
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
        isSought={event.seq === found?.seq}
        onFaq={answers ? toFaq : undefined}
      />,
    );
    // The first word after a question answers it; what comes after that is talk.
    if (event.type === 'visitor_message') asked = event.text || asked;
    else if (event.type === 'owner_message') asked = null;
  }
  putNotes(Infinity);

  return (
    <div class="log-frame">
      <div
        class="log"
        ref={box}
        role="log"
        tabIndex={0}
        aria-label={t.talk.log(visitorName(summary.visitor, t))}
        aria-busy={open.loading}
        onScroll={look}
      >
        {open.more && (
          <button type="button" class="button button-older" disabled={open.loading} onClick={onOlder}>
            {open.loading ? t.common.loading : t.talk.older}
          </button>
        )}
        <Fragment>{entries}</Fragment>
        {pending.map((reply) => (
          <PendingReply key={reply.clientId} reply={reply} />
        ))}
        {typing && <div class="meta meta-typing">{t.talk.visitorTyping(visitorName(summary.visitor, t))}</div>}
      </div>
      {away && (
        <button
          type="button"
          class="to-end"
          aria-label={t.talk.toNewest}
          title={t.talk.toNewest}
          onClick={() => {
            toEnd();
            look();
          }}
        >
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

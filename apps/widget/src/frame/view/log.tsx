import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChatState } from '@solodesk/client';
import type { LogEvent } from '@solodesk/protocol/visitor';
import { dayKey, formatDay, MessageText } from '@solodesk/ui';
import { happened } from '../chat/happened.ts';
import { PERSON, RESUME } from '../chat/intents.ts';
import { mayResume } from '../chat/may-resume.ts';
import { rowsOf } from '../chat/rows.ts';
import { useFrame } from './frame-context.ts';
import { Chips, Links, Message, Typing } from './rows.tsx';
import { useLater } from './use-later.ts';
import { focusIn } from './use-panel.ts';

/** How much of a long log is drawn at first, and more of it each time. */
const PAGE = 100;
/** Nearer than this to its end (px), the log follows what comes. */
const NEAR = 80;

/** What was said. It stays at its end while the visitor is there, and where the visitor reads otherwise. */
export function Log({ state }: { state: ChatState }): JSX.Element {
  const { chat, site, texts, locale } = useFrame();
  const { items, conversation } = state;
  const [drawn, setDrawn] = useState(PAGE);
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  /** The last message of one's own that the log went to its end for. */
  const sent = useRef('');
  /** The log's height before earlier messages were put above. */
  const heightBefore = useRef(0);

  const shown = useMemo(() => items.slice(-drawn), [items, drawn]);
  const rows = useMemo(
    () => rowsOf(shown, conversation?.ownerSeenSeq ?? 0, dayKey),
    [shown, conversation?.ownerSeenSeq],
  );
  const later = useLater(rows.some(({ kind }) => kind === 'ticket'));
  const hasMore = items.length > shown.length;
  const last = items.at(-1);
  const settled = state.loaded || state.connection !== 'connecting';
  /** Nothing is known to show yet: an empty panel would look broken to whoever has a slow line. */
  const waits = !last && !state.loaded && (state.connection === 'connecting' || state.connection === 'online');
  const said = state.extras?.greeting;
  // There is one in each language of the site, and the widget speaks no other.
  const greeting = (said?.texts ?? site.greeting)[locale];
  /** Who comes back after days is greeted under what was said then; what is not in the log yet has no place there. */
  const back = said && ((last as Partial<LogEvent> | undefined)?.seq as number) <= said.seq;
  const hello = greeting && (
    <li class="row" key="greeting">
      <div class="m them">
        <MessageText text={greeting.text} />
      </div>
      <Links links={greeting.links} />
    </li>
  );

  useLayoutEffect(() => {
    const log = box.current!;
    if (heightBefore.current) log.scrollTop += log.scrollHeight - heightBefore.current;
    else if (following.current) log.scrollTop = log.scrollHeight;
    heightBefore.current = 0;
    // The card of a ticket is drawn when its part of the widget has come, and takes height then.
  }, [rows, state.typing, locale, later]);

  useEffect(() => {
    const log = box.current!;
    // The keyboard of a phone, a notice or a growing text box takes height away: the end stays in sight.
    const sizes = new ResizeObserver(() => {
      if (following.current) log.scrollTop = log.scrollHeight;
    });
    sizes.observe(log);
    return () => sizes.disconnect();
  }, []);

  const earlier = () => {
    heightBefore.current = box.current!.scrollHeight;
    setDrawn(drawn + PAGE);
  };
  const choose = (label: string, intent?: string) => {
    chat.send(label, intent);
    // The pressed button goes away; the keyboard shall not go with it.
    focusIn(box.current!.parentElement!);
  };
  const source = !last || back ? greeting : last.type === 'bot_message' ? last : undefined;
  const replies = [...(source?.quickReplies ?? [])];
  const offer = (label: string, wanted: string) => {
    if (!replies.some(({ intent }) => intent === wanted)) replies.push({ label, intent: wanted });
  };
  if (!last) offer(texts.person, PERSON);
  // Whoever says something sees it, and what is answered, wherever they read before.
  else if (last.type === 'outbox' && sent.current !== last.clientId) {
    sent.current = last.clientId;
    following.current = true;
  }
  if (mayResume(state)) offer(texts.resume, RESUME);

  return (
    <div
      class="log"
      ref={box}
      role="log"
      aria-label={texts.log}
      aria-live={state.loaded ? 'polite' : 'off'}
      aria-busy={waits}
      tabIndex={0}
      onScroll={() => {
        const { scrollTop, scrollHeight, clientHeight } = box.current!;
        following.current = scrollHeight - scrollTop - clientHeight < NEAR;
        if (scrollTop < NEAR && hasMore && !heightBefore.current) earlier();
      }}
    >
      {hasMore && (
        <button type="button" class="earlier" onClick={earlier}>
          {texts.earlier}
        </button>
      )}
      <ul>
        {!hasMore && !back && hello}
        {rows.map((row) => {
          if (row.kind === 'message') return <Message key={row.key} row={row} />;
          if (row.kind === 'ticket')
            return <li key={row.key}>{later && <later.TicketCard event={row.event} locale={locale} />}</li>;
          return (
            <li key={row.key} class={row.kind === 'day' ? 'day' : 'event'}>
              {row.kind === 'day' ? formatDay(row.at, Date.now(), locale) : happened(row.event, texts)}
            </li>
          );
        })}
        {back && hello}
        {waits && <Typing key="coming" />}
        {state.typing && (
          <Typing key="typing" name={(state.typing === 'owner' && conversation?.ownerName) || texts.bot} />
        )}
      </ul>
      {(last || settled) && replies.length > 0 && <Chips replies={replies} choose={choose} />}
    </div>
  );
}

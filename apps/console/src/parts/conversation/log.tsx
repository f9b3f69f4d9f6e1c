import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import type { OutboxReply } from '@solodesk/client/owner';
import { visitorName } from '../../state/conversation/visitor-name.ts';
import { useTexts } from '../../texts/index.ts';
import { CountBadge } from './badges.tsx';
import { LogRows } from './log-rows.tsx';
import type { LogRowsProps } from './log-rows.tsx';
import { PendingReply } from './pending-reply.tsx';
import { useLogScroll } from './use-log-scroll.ts';

interface LogProps extends Omit<LogRowsProps, 'marked'> {
  pending: readonly OutboxReply[];
  typing: boolean;
  /** `seq` of the entry that is to be shown and marked, once it is read; null: the newest, as it comes. */
  sought: number | null;
  onFound(): void;
  onOlder(): void;
  onNewer(): void;
  /** Goes to the newest entries where they are not read. */
  onNewest(): void;
  /** Whether one reads elsewhere than at the newest entry. */
  onAway(away: boolean): void;
  /** The newest entry is in sight. */
  onSeen(seq: number): void;
}

/** The conversation, kept at its end while one is there, and else where one reads. Of a long one a part is in the page. */
export function Log(props: LogProps) {
  const { site, open, summary, pending, typing, ownNames, now, sought } = props;
  const { onFound, onOlder, onNewer, onNewest, onAway, onSeen } = props;
  const { t } = useTexts();
  const [found, setFound] = useState<{ seq: number } | null>(null);
  const first = open.events[0]?.seq ?? 0;
  const last = open.events.at(-1)?.seq ?? 0;
  const { more, newer, held, loading, error } = open;
  // They stand at its end, wherever that is.
  const ends = newer ? '' : pending.map(({ clientId, status }) => clientId + status).join() + typing;
  const { box, content, away, look, toEnd, show } = useLogScroll({
    print: `${first} ${last} ${open.notes.length} ${ends}`,
    newer,
    seeks: sought !== null,
    // What failed is tried again when it is asked for, and not with each move.
    onBegin: () => more && error === null && onOlder(),
    onEnd: () => newer && error === null && onNewer(),
  });
  const toNewest = () => {
    toEnd();
    if (newer) onNewest();
  };

  useEffect(() => {
    if (held !== away) onAway(away);
    // Told when it changes, whatever the caller's function is by then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [held, away]);

  const isThere = sought !== null && first > 0 && first <= sought && sought <= last;
  const isGone = sought !== null && first > 0 && ((first > sought && !more) || (last < sought && !newer));
  useLayoutEffect(() => {
    if (isThere) setFound({ seq: sought });
    if (isThere || isGone) onFound();
    // Told once, whatever the caller's function is by then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isThere, isGone, sought]);
  useLayoutEffect(() => {
    const entry = found === null ? null : box.current?.querySelector<HTMLElement>('[data-sought]');
    if (entry) show(entry);
    // Shown when it is found, and not again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [found]);

  // Who says something wants to see it.
  const said = useRef(pending.length);
  useLayoutEffect(() => {
    if (pending.length > said.current) toNewest();
    said.current = pending.length;
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pending.length]);

  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const tell = () => {
      if (!away && !newer && last > 0) seen.current(last);
    };
    tell();
    // Coming back to the window shows what came meanwhile.
    addEventListener('focus', tell);
    return () => removeEventListener('focus', tell);
  }, [last, away, newer]);

  // What was said long ago is not read aloud because it is read from the server just now.
  const [known, setKnown] = useState({ first: 0, last: 0 });
  useEffect(() => setKnown({ first, last }), [first, last]);
  const isNews = first > 0 && first >= known.first && first <= known.last && last <= known.last + 10;

  const marked = found?.seq ?? null;
  const rows = useMemo(
    () => <LogRows {...{ site, open, summary, ownNames, now, marked }} />,
    [site, open, summary, ownNames, now, marked],
  );
  const name = visitorName(summary.visitor, t);
  const page = (label: string, read: () => void) => (
    <button type="button" class="button button-page" aria-disabled={loading} onClick={read}>
      {loading ? t.common.loading : label}
    </button>
  );
  return (
    <div class="log-frame">
      <div
        class="log"
        ref={box}
        role="log"
        tabIndex={0}
        aria-label={t.talk.log(name)}
        aria-live={isNews && !away && !newer ? 'polite' : 'off'}
        aria-busy={loading}
        onScroll={look}
        onKeyDown={(event) => {
          if (event.key !== 'End' || !newer || event.shiftKey) return;
          event.preventDefault();
          toNewest();
        }}
      >
        <div class="log-content" ref={content}>
          {more && page(t.talk.older, onOlder)}
          {rows}
          {!newer && pending.map((reply) => <PendingReply key={reply.clientId} reply={reply} />)}
          {!newer && typing && <div class="meta meta-typing">{t.talk.visitorTyping(name)}</div>}
          {newer && page(t.talk.newer, onNewer)}
        </div>
      </div>
      {away && (
        <button
          type="button"
          class="to-end"
          aria-label={t.talk.toNewest}
          title={t.talk.toNewest}
          onClick={() => {
            toNewest();
            // The button goes; the keys stay where it led.
            box.current?.focus({ preventScroll: true });
          }}
        >
          <Icon name="down" />
        </button>
      )}
      <span class="to-end-count" role="status">
        {away && <CountBadge count={summary.unread} label={t.inbox.unread(summary.unread)} />}
      </span>
    </div>
  );
}

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { useDesk } from '../../state/desk.ts';
import { DESK, go } from '../../state/route.ts';
import { createStore } from '../../state/store.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { useTexts } from '../../texts/index.ts';

interface ToastOptions {
  /** The one thing to do about it. */
  action?: { label: string; run(): void };
  /** Opens the conversation that it is about. */
  onOpen?(): void;
  /** Id of that conversation: where it is read, this needs to be told no more. */
  about?: string;
  staysMs?: number;
}

interface Toast extends ToastOptions {
  id: number;
  text: string;
}

/** So many cover nothing that matters. */
const AT_MOST = 2;
const STAYS_MS = 6000;
/** With something to press in it: it has to be read, and reached. */
const ACTION_STAYS_MS = 15_000;

const toasts = createStore<readonly Toast[]>([]);
let made = 0;

/** Shows a short message with, at most, one thing to do about it. It goes by itself. */
export function showToast(text: string, options: ToastOptions = {}): void {
  toasts.set([...toasts.get(), { ...options, id: (made += 1), text }].slice(-AT_MOST));
}

/** Somebody reads the conversation by now, and the line would stand on their words. */
export function dismissToastsAbout(conversation: string): void {
  toasts.set(toasts.get().filter(({ about }) => about !== conversation));
}

const dismiss = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id));

/** What a phone has at its foot: the sections, or the reply. */
const FEET = '.foot, .composer';

/**
 * On a phone, toasts stand above the foot of the screen, and what scrolls there ends above them: so they cover neither the
 * tabs nor the row that they speak of, and nothing moves that a thumb may be about to press.
 */
function makeRoom(box: HTMLElement | null): void {
  const tops = [...document.querySelectorAll(FEET)].map((foot) => foot.getBoundingClientRect());
  const top = Math.min(innerHeight, ...tops.filter(({ height }) => height > 0).map((foot) => foot.top));
  const { style } = document.documentElement;
  style.setProperty('--toasts-foot', `${innerHeight - top}px`);
  style.setProperty('--toasts-room', box ? `calc(${box.offsetHeight}px + 2 * var(--s2))` : '0px');
}

export function Toasts() {
  const { t } = useTexts();
  const { client, state } = useDesk();
  const shown = useStore(toasts);
  const notices = state.notices.slice(-AT_MOST);
  const others = shown.slice(Math.max(0, shown.length - AT_MOST + notices.length));
  const box = useRef<HTMLDivElement>(null);
  const any = notices.length + others.length > 0;
  useLayoutEffect(() => makeRoom(any ? box.current : null));
  useEffect(() => {
    if (!any) return undefined;
    const watch = new ResizeObserver(() => makeRoom(box.current));
    for (const foot of document.querySelectorAll(FEET)) watch.observe(foot);
    return () => watch.disconnect();
  });
  return (
    <div class="toasts" role="status" ref={box}>
      {notices.map(({ id, site, conversation, action, offline, error }) => (
        <Card
          key={`n${id}`}
          bad
          onOpen={conversation ? () => go({ ...DESK, site, filter: 'open', conversation }) : undefined}
          onEnd={() => client.dismiss(id)}
        >
          {`${t.notices[action]} ${offline ? t.notices.offline : t.errors[error]} ${t.notices.undone}`}
        </Card>
      ))}
      {others.map(({ id, text, ...options }) => (
        <Card key={id} {...options} onEnd={() => dismiss(id)}>
          {text}
        </Card>
      ))}
    </div>
  );
}

function Card(props: ToastOptions & { bad?: boolean; children: string; onEnd(): void }) {
  const { t } = useTexts();
  const { bad, children, action, onOpen, staysMs, onEnd } = props;
  const [isHeld, setHeld] = useState(false);
  // One that says itself how long it stays is bound to something that happens then.
  const waits = isHeld && staysMs === undefined;
  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(onEnd, staysMs ?? (action === undefined ? STAYS_MS : ACTION_STAYS_MS));
    return () => clearTimeout(timer);
    // A card ends once, however often it is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [waits]);
  const ending = (run: () => void) => () => {
    run();
    onEnd();
  };
  return (
    <div
      class={bad ? 'toast toast-bad' : 'toast'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {onOpen ? (
        <button type="button" class="toast-text" onClick={ending(onOpen)}>
          {children}
        </button>
      ) : (
        <span class="toast-text">{children}</span>
      )}
      {action && (
        <button type="button" class="button" onClick={ending(action.run)}>
          {action.label}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={t.common.dismiss} onClick={onEnd}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

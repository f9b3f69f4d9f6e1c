import { useEffect } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { useDesk } from '../state/desk.ts';
import { createStore } from '../state/store.ts';
import { useStore } from '../state/use-store.ts';
import { useTexts } from '../texts/index.ts';

export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run(): void };
}

const toasts = createStore<readonly Toast[]>([]);
let made = 0;

/** Shows a short message with, at most, one thing to do about it. It goes by itself. */
export function showToast(text: string, action?: Toast['action']): void {
  toasts.set([...toasts.get().slice(-2), { id: (made += 1), text, action }]);
}

const dismiss = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id));

const STAYS_MS = 8000;

export function Toasts() {
  const { t } = useTexts();
  const { client, state } = useDesk();
  const shown = useStore(toasts);
  return (
    <div class="toasts" role="status">
      {state.notices.map((notice) => (
        <Card key={`n${notice.id}`} bad onEnd={() => client.dismiss(notice.id)}>
          {`${t.notices[notice.action]} ${notice.offline ? t.notices.offline : t.errors[notice.error]} ${t.notices.undone}`}
        </Card>
      ))}
      {shown.map((toast) => (
        <Card key={toast.id} action={toast.action} onEnd={() => dismiss(toast.id)}>
          {toast.text}
        </Card>
      ))}
    </div>
  );
}

function Card(props: { bad?: boolean; children: string; action?: Toast['action']; onEnd(): void }) {
  const { t } = useTexts();
  const { bad, children, action, onEnd } = props;
  useEffect(() => {
    const timer = setTimeout(onEnd, STAYS_MS);
    return () => clearTimeout(timer);
    // A card ends once, however often it is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div class={bad ? 'toast toast-bad' : 'toast'}>
      <span>{children}</span>
      {action && (
        <button
          type="button"
          class="button"
          onClick={() => {
            action.run();
            onEnd();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={t.common.dismiss} onClick={onEnd}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '@solodesk/client';
import { dayKey, Icon } from '@solodesk/ui';
import type { IconName } from '@solodesk/ui';
import { PERSON } from '../chat/intents.ts';
import { useFrame } from './frame-context.ts';
import { loadLater } from './use-later.ts';

/** What is needed now and then, behind three dots. */
export function Menu({ state }: { state: ChatState }): JSX.Element {
  const { chat, site, texts, locale, preferences } = useFrame();
  const [open, setOpen] = useState(false);
  /** Whether "End chat" was pressed once: it gives away the place in the line, and so it asks. */
  const [ending, setEnding] = useState(false);
  const [muted, setMuted] = useState(() => preferences.muted());
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const talk = state.conversation?.state;

  useLayoutEffect(() => {
    setEnding(false);
    if (!open) return;
    box.current?.querySelector('button')?.focus();
    const away = (event: Event) => {
      if (!box.current?.contains(event.target as Node) && !button.current?.contains(event.target as Node))
        setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (!open) return;
    const all = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to === undefined) return;
    else all[to % all.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  const item = (icon: IconName, text: ComponentChildren, run: () => unknown, stays = false) => (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        if (!stays) close();
        run();
      }}
    >
      <Icon name={icon} />
      {text}
    </button>
  );

  return (
    <div class="menu" onKeyDown={keys}>
      <button
        type="button"
        class="tool"
        ref={button}
        aria-label={texts.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div class="items" role="menu" aria-label={texts.more} ref={box}>
          {talk !== 'waiting' &&
            talk !== 'owner' &&
            !state.needsConsent &&
            item('person', texts.person, () => chat.send(texts.person, PERSON))}
          {item(muted ? 'sound' : 'mute', muted ? texts.soundOn : texts.soundOff, () => {
            preferences.keepMuted(!muted);
            setMuted(!muted);
          })}
          {state.items.length > 0 &&
            item('download', texts.transcript, async () => {
              const { download, transcriptOf } = await loadLater();
              download(`${site.id}-${dayKey(Date.now())}.txt`, transcriptOf(state.items, site, texts, locale));
            })}
          {talk &&
            talk !== 'closed' &&
            item('end', ending ? texts.endNow : texts.end, () => (ending ? chat.end() : setEnding(true)), !ending)}
        </div>
      )}
    </div>
  );
}

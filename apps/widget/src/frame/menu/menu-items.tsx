import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '@solodesk/client';
import { dayKey, LineIcon } from '@solodesk/ui';
import { PERSON } from '../chat/intents.ts';
import { download, transcriptOf } from '../chat/transcript.ts';
import { useFrame } from '../view/frame-context.ts';
import { putMenuStyles } from './menu-styles.ts';

/** Paths on a 24 × 24 grid. */
const ICONS = {
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  sound: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  mute: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  end: 'M12 3v8M6.5 6.5a8 8 0 1 0 11 0',
} as const;

/** The open menu. @param button the one that opened it: the focus goes back there */
export function MenuItems(props: { state: ChatState; button: HTMLElement; close(): void }): JSX.Element {
  const { state, button, close: shut } = props;
  const { chat, site, texts, locale, preferences } = useFrame();
  /** Whether "End chat" was pressed once: it gives away the place in the line, and so it asks. */
  const [ending, setEnding] = useState(false);
  const [muted, setMuted] = useState(() => preferences.muted());
  const box = useRef<HTMLDivElement>(null);
  const talk = state.conversation?.state;

  const close = () => {
    shut();
    button.focus();
  };
  useLayoutEffect(() => {
    putMenuStyles();
    box.current?.querySelector('button')?.focus();
  }, []);
  useLayoutEffect(() => {
    const away = (event: Event) => {
      const place = event.target as Node;
      if (!box.current?.contains(place) && !button.contains(place)) shut();
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [button, shut]);

  const keys = (event: KeyboardEvent) => {
    const all = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to === undefined) return;
    else all[to % all.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  const item = (icon: keyof typeof ICONS, text: ComponentChildren, run: () => unknown, stays = false) => (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        if (!stays) close();
        run();
      }}
    >
      <LineIcon d={ICONS[icon]} />
      {text}
    </button>
  );

  return (
    <div class="items" role="menu" aria-label={texts.more} ref={box} onKeyDown={keys}>
      {talk !== 'waiting' &&
        talk !== 'owner' &&
        !state.needsConsent &&
        item('person', texts.person, () => chat.send(texts.person, PERSON))}
      {item(muted ? 'sound' : 'mute', muted ? texts.soundOn : texts.soundOff, () => {
        preferences.keepMuted(!muted);
        setMuted(!muted);
      })}
      {state.items.length > 0 &&
        item('download', texts.transcript, () =>
          download(`${site.id}-${dayKey(Date.now())}.txt`, transcriptOf(state.items, site, texts, locale)),
        )}
      {talk &&
        talk !== 'closed' &&
        item('end', ending ? texts.endNow : texts.end, () => (ending ? chat.end() : setEnding(true)), !ending)}
    </div>
  );
}

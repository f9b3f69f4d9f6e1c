import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ChatState } from '@solodesk/client';
import { LineIcon } from '@solodesk/ui';
import { useFrame } from './frame-context.ts';
import { MORE } from './icon-paths.ts';
import { useLater } from './use-later.ts';

/** What is needed now and then, behind three dots; it comes when they are pressed first. */
export function Menu({ state }: { state: ChatState }): JSX.Element {
  const { texts } = useFrame();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const later = useLater(open);
  return (
    <div class="menu">
      <button
        type="button"
        class="tool"
        ref={button}
        aria-label={texts.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <LineIcon d={MORE} bold />
      </button>
      {open && later && <later.MenuItems state={state} button={button.current!} close={() => setOpen(false)} />}
    </div>
  );
}

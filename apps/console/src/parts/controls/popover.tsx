import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLeaving } from '../../state/hooks/use-leaving.ts';

interface PopoverProps {
  /** The name of the button, for those who do not see it; left out where `face` is text. */
  label?: string;
  face: ComponentChildren;
  class?: string;
  children: (close: () => void) => ComponentChildren;
}

/** A button with a sheet that opens beside it; Escape and a click elsewhere close it, and the focus goes back. */
export function Popover({ label, face, class: className = '', children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useLeaving(() => setOpen(false));
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('.sheet button, .sheet input:checked, .sheet input')?.focus();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', key, true);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', key, true);
    };
  }, [open]);

  return (
    <div class={`popover ${className}`} ref={root}>
      <button
        ref={button}
        type="button"
        class="popover-button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && <div class="sheet">{children(close)}</div>}
    </div>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { useLeaving } from '../../state/hooks/use-leaving.ts';
import { nextTexts } from '../../texts/next-texts.ts';
import { noteTexts } from '../../texts/note-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** The shortcuts, on a sheet of its own; the browser's dialog keeps the focus in and gives it back. */
export function HelpSheet({ onClose }: { onClose(): void }) {
  const { t, locale } = useTexts();
  const { keys } = nextTexts[locale];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useLeaving(() => dialog.current?.close());
  const rows: [string, string][] = [
    ['T', t.help.t],
    ['B', t.help.b],
    ['E', t.help.e],
    ['J / K', keys.jk],
    ['S', keys.s],
    ['D', keys.d],
    ['U', keys.u],
    ['R', t.help.r],
    ['N', noteTexts[locale].key],
    ['Enter', t.help.enter],
    ['Shift + Enter', t.help.shiftEnter],
    ['Esc', t.help.esc],
    ['/', t.help.search],
    ['Ctrl / ⌘ + K', t.help.search],
    ['?', t.help.help],
  ];
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="help-title" onClose={onClose}>
      <header>
        <h2 id="help-title">{t.help.title}</h2>
        <button type="button" class="icon-button" aria-label={t.common.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <dl class="keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}

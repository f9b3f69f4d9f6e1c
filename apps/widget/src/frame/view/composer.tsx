import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '@solodesk/client';
import { MAX_MESSAGE_CODE_POINTS } from '@solodesk/protocol/visitor';
import type { Ask, Attachment, Suggestion } from '@solodesk/protocol/visitor';
import { filesMeant, LineIcon } from '@solodesk/ui';
import { useFrame } from './frame-context.ts';
import { CLIP, SEND } from './icon-paths.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Suggestions, useSuggestions } from './suggestions.tsx';
import { useLater, useLaterFiles } from './use-later.ts';

/** The counter shows from here on. */
const COUNT_FROM = MAX_MESSAGE_CODE_POINTS - 200;
/** The box grows with its text up to this height (px). */
const MAX_HEIGHT = 120;

/**
 * Whether this key stroke sends. While an input method composes, Enter chooses a word and never sends; Safari ends the
 * composition before that Enter and tells by the key code 229 alone.
 */
export function sends(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'keyCode'>): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

/** Where the visitor writes. */
export function Composer({
  state,
  setLocale,
}: {
  state: ChatState;
  setLocale: (locale: 'en' | 'zh') => void;
}): JSX.Element {
  const { chat, texts } = useFrame();
  const input = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState(-1);
  const { draft } = state;
  const [suggestions, dismiss] = useSuggestions(state);
  const open = suggestions.length > 0;
  const points = draft.length > COUNT_FROM ? [...draft].length : draft.length;
  const left = MAX_MESSAGE_CODE_POINTS - points;

  const ask = (state.items.at(-1) as { ask?: Ask } | undefined)?.ask;
  const [picked, setPicked] = useState<File[]>();
  /** What is to go with the next message; null while some of it is on its way. */
  const [files, setFiles] = useState<readonly Attachment[] | null>();
  /** Sending was pressed while some of it was on its way. */
  const will = useState<boolean>();
  const later = useLater(ask);
  const laterFiles = useLaterFiles(picked);
  const isWaiting = files === null && laterFiles !== null;

  useLayoutEffect(() => setChosen(-1), [suggestions]);
  useLayoutEffect(() => {
    const box = input.current!;
    box.style.height = '';
    box.style.height = `${Math.min(box.scrollHeight, MAX_HEIGHT)}px`;
  }, [draft]);

  useEffect(() => {
    // Else the browser would show a file in place of the chat.
    document.ondragover = (event) => event.dataTransfer!.types.includes('Files') && event.preventDefault();
    document.ondrop = document.onpaste = (event: DragEvent | ClipboardEvent) =>
      pick(event, 'dataTransfer' in event ? event.dataTransfer : event.clipboardData);
  }, []);

  const pick = (event: Event, from: Parameters<typeof filesMeant>[0]) => {
    const meant = filesMeant(from);
    if (!meant.length) return;
    event.preventDefault();
    setPicked((before) => [...(before ?? []), ...meant]);
    // Until the tray has come, and tells more.
    setFiles(null);
  };
  const send = (text: string, intent?: string) => {
    if (isWaiting) will[1](!intent);
    if (left < 0 || isWaiting || !chat.send(text, intent, files ?? undefined)) return;
    // The tray keeps what may be tried again.
    setPicked(picked && []);
    setFiles(undefined);
    chat.setDraft('');
    dismiss();
    input.current!.focus();
  };
  const take = ({ question, intent }: Suggestion) => send(question, intent);
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (sends(event)) {
      const suggestion = suggestions[chosen];
      if (suggestion) take(suggestion);
      else send(draft);
    } else if (open && step && !event.isComposing) {
      const places = suggestions.length + 1;
      setChosen(((chosen + 1 + step + places) % places) - 1);
    } else if (open && event.key === 'Escape' && !event.isComposing) {
      dismiss();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <footer class="composer">
      {open && <Suggestions list={suggestions} chosen={chosen} take={take} />}
      {ask && later && <later.AskTools ask={ask} />}
      {picked && laterFiles && <laterFiles.FileTray {...{ picked, files, draft, send, will }} ready={setFiles} />}
      <div class="box">
        <textarea
          dir="auto"
          ref={input}
          rows={1}
          value={draft}
          placeholder={texts.placeholder}
          aria-label={texts.message}
          aria-autocomplete="list"
          aria-controls={open ? 'suggestions' : undefined}
          aria-activedescendant={chosen >= 0 ? `suggestion-${chosen}` : undefined}
          aria-invalid={left < 0}
          enterkeyhint="send"
          autocomplete="off"
          disabled={state.connection === 'refused'}
          onInput={(event) => {
            chat.setDraft(event.currentTarget.value);
            chat.setTyping(event.currentTarget.value !== '');
          }}
          onKeyDown={keys}
        />
        <label class="tool" title={texts.attach}>
          <LineIcon d={CLIP} />
          <input
            type="file"
            multiple
            class="visually-hidden"
            aria-label={texts.attach}
            onChange={(event) => {
              pick(event, event.currentTarget);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <button
          type="button"
          class="send"
          aria-label={texts.send}
          aria-disabled={!(files || isWaiting || draft.trim()) || left < 0}
          onClick={() => send(draft)}
        >
          <LineIcon d={SEND} />
        </button>
      </div>
      <div class="under">
        <LanguageSwitch setLocale={setLocale} />
        {points > COUNT_FROM ? (
          <span role="status" class={left < 0 ? 'bad' : ''}>
            {left < 0 ? texts.over(-left) : texts.left(left)}
          </span>
        ) : (
          <span>Solodesk</span>
        )}
      </div>
    </footer>
  );
}

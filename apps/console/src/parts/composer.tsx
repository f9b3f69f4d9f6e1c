import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { isTooLong, MAX_MESSAGE_CODE_POINTS } from '@solodesk/protocol/visitor';
import { useDesk } from '../state/desk.ts';
import { drafts } from '../state/drafts.ts';
import type { ConversationSummary } from '../state/wire-types.ts';
import { useTexts } from '../texts/index.ts';

/** Where a reply is written. Enter sends; Enter while an input method composes never does. */
export function Composer({ site, summary, name }: { site: string; summary: ConversationSummary; name: string }) {
  const { t } = useTexts();
  const { client } = useDesk();
  const [text, setText] = useState(() => drafts.read(summary.id));
  const area = useRef<HTMLTextAreaElement>(null);
  const { id, state } = summary;

  useEffect(() => () => client.typing(site, id, false), [client, site, id]);

  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, 200)}px`;
  }, [text]);

  const write = (next: string) => {
    setText(next);
    drafts.write(id, next);
  };
  const tooLong = isTooLong(text);
  const ready = text.trim() !== '' && !tooLong;
  const send = () => {
    area.current?.focus();
    if (!ready) return;
    client.reply(site, id, text);
    write('');
  };
  const press = (event: KeyboardEvent) => {
    // Safari tells that Enter ends a composition only by key code 229.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') area.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  const hint = { bot: t.composer.takesOver, waiting: t.composer.takesOver, closed: t.composer.reopens, owner: null }[
    state
  ];
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {hint && <p class="composer-hint">{hint}</p>}
      {tooLong && (
        <p class="composer-hint field-error" role="alert">
          {t.composer.tooLong([...text].length - MAX_MESSAGE_CODE_POINTS)}
        </p>
      )}
      <div class="composer-box">
        <textarea
          id="reply"
          ref={area}
          rows={1}
          value={text}
          aria-label={t.composer.label}
          placeholder={t.composer.to(name)}
          enterkeyhint="send"
          onInput={(event) => {
            write(event.currentTarget.value);
            client.typing(site, id, event.currentTarget.value.trim() !== '');
          }}
          onKeyDown={press}
        />
        <button type="submit" class="button button-primary" disabled={!ready}>
          <span class="wide-only">{t.composer.send}</span>
          <kbd class="wide-only" aria-hidden="true">
            ⏎
          </kbd>
          <span class="narrow-only">
            <Icon name="send" />
            <span class="visually-hidden">{t.composer.send}</span>
          </span>
        </button>
      </div>
    </form>
  );
}

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { isTooLong, MAX_MESSAGE_CODE_POINTS } from '@solodesk/protocol/visitor';
import { unfilled } from '../../state/conversation/canned-words.ts';
import type { Choice } from '../../state/conversation/canned-words.ts';
import { useDesk } from '../../state/desk.ts';
import { composes } from '../../state/composes.ts';
import { drafts } from '../../state/drafts.ts';
import { useGrowing } from '../../state/hooks/use-growing.ts';
import { languageMissed } from '../../state/conversation/reply-language.ts';
import { useReplyFiles } from '../../state/conversation/use-reply-files.ts';
import { givenName } from '../../state/conversation/visitor-name.ts';
import type { ConversationSummary } from '../../state/wire-types.ts';
import { cannedTexts } from '../../texts/canned-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { AnsweredBefore } from './answered-before.tsx';
import { CannedMenu } from './canned-menu.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { AttachButton, ChosenFiles } from './reply-files.tsx';

export interface ComposerProps {
  site: string;
  summary: ConversationSummary;
  /** What canned replies call the owner and the business. */
  from: { me: string; site: string };
  /** Stands in front of the field. */
  before?: ComponentChildren;
}

/** Where a reply is written. Enter sends; Enter while an input method composes never does. `/` finds what was written before. */
export function Composer({ site, summary, from, before }: ComposerProps) {
  const { t, locale } = useTexts();
  const canned = cannedTexts[locale];
  const { client } = useDesk();
  const [text, setText] = useState(() => drafts.read(summary.id));
  /** Opened by the button, or by a slash at the beginning; a slash that was meant as one closes it. */
  const [menu, setMenu] = useState<'open' | 'typed' | 'closed'>('closed');
  const [active, setActive] = useState<string | null>(null);
  /** What was chosen, as long as it stands there unchanged. */
  const [chosen, setChosen] = useState<Choice | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const attached = useReplyFiles(() => send());
  const { files } = attached;
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const { id, state, visitor } = summary;
  const isOpen = menu !== 'closed';

  useEffect(() => () => client.typing(site, id, false), [client, site, id]);

  useGrowing(area, text);

  const write = (next: string) => {
    setText(next);
    drafts.write(id, next);
  };
  const type = (next: string) => {
    const isSlash = next.startsWith('/') && !next.includes('\n');
    if (!isSlash) setMenu('closed');
    else if (!text.startsWith('/')) setMenu('typed');
    attached.setWillSend(false);
    write(next);
    client.typing(site, id, next.trim() !== '' && !isSlash);
  };
  const pick = (choice: Choice) => {
    const before = menu === 'typed' || text.trim() === '' ? '' : `${text.trimEnd()}\n`;
    write(before + choice.insert);
    setMenu('closed');
    setChosen(choice);
    client.typing(site, id, true);
    area.current?.focus();
  };
  const toggle = () => {
    area.current?.focus();
    // Into an empty field the slash is typed, so that what follows it is searched for.
    if (!isOpen && text === '') write('/');
    if (isOpen && text === '/') write('');
    setMenu(isOpen ? 'closed' : text === '' || text.startsWith('/') ? 'typed' : 'open');
  };
  const tooLong = isTooLong(text);
  const open = unfilled(text);
  const fits = !tooLong && open.length === 0;
  /** Sending waits for the files that are still on their way. */
  const ready = fits && (text.trim() !== '' || files !== undefined);
  const send = () => {
    area.current?.focus();
    if (!ready) return;
    if (files === null) return attached.setWillSend(true);
    client.reply(site, id, text, files ? { attachments: files } : {});
    attached.clear();
    setMenu('closed');
    setChosen(null);
    write('');
  };
  const press = (event: KeyboardEvent) => {
    if (composes(event)) return;
    if (keys.current?.(event) === true) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape') area.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  const hint = { bot: t.composer.takesOver, waiting: t.composer.takesOver, closed: t.composer.reopens, owner: null }[
    state
  ];
  const missed = text.startsWith('/') ? null : languageMissed(text, summary);
  const means =
    chosen !== null && chosen.meaning !== chosen.insert && text.endsWith(chosen.insert) && chosen.locale !== locale;
  return (
    <form
      class="composer"
      {...attached.ofForm}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {hint && <p class="composer-hint">{hint}</p>}
      {missed && <p class="composer-hint">{t.composer.otherLanguage(t.common.languages[missed])}</p>}
      {means && <p class="composer-hint canned-means">{canned.means(chosen.meaning)}</p>}
      {open.length > 0 && (
        <p class="composer-hint field-error" role="alert">
          {canned.fillIn(open.join(' '))}
        </p>
      )}
      {tooLong && (
        <p class="composer-hint field-error" role="alert">
          {t.composer.tooLong([...text].length - MAX_MESSAGE_CODE_POINTS)}
        </p>
      )}
      {text === '' && summary.previewFrom === 'visitor' && (state === 'waiting' || state === 'owner') && (
        <AnsweredBefore
          site={site}
          conversation={id}
          seq={summary.lastSeq}
          onUse={(answer) => {
            write(answer);
            area.current?.focus();
          }}
        />
      )}
      {isOpen && (
        <CannedMenu
          {...{ site, keys, id: 'canned', visitor: visitor.locale, onPick: pick, onActive: setActive }}
          wanted={menu === 'typed' ? text.slice(1).trim() : ''}
          filling={{ name: givenName(visitor), ...from }}
          onClose={() => setMenu('closed')}
        />
      )}
      <ChosenFiles {...{ site, conversation: id, reply: attached }} onEmpty={() => area.current?.focus()} />
      <div class="composer-box">
        {before}
        <AttachButton reply={attached} />
        <button
          type="button"
          class="icon-button canned-button"
          aria-label={canned.open}
          title={canned.open}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          <Glyph name="canned" />
        </button>
        <textarea
          dir="auto"
          id="reply"
          ref={area}
          rows={1}
          value={text}
          aria-label={t.composer.label}
          aria-controls={isOpen ? 'canned' : undefined}
          aria-activedescendant={isOpen ? (active ?? undefined) : undefined}
          placeholder={t.composer.write}
          enterkeyhint="send"
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
        <button type="submit" class="button button-primary" disabled={!ready || attached.willSend}>
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

import type { JSX } from 'preact';
import type { Link } from '@solodesk/protocol/visitor';
import { formatTime, LineIcon, MessageText, SafeLink } from '@solodesk/ui';
import type { MessageRow } from '../chat/rows.ts';
import { useFrame } from './frame-context.ts';
import { OFFLINE } from './icon-paths.ts';
import { useLaterFiles } from './use-later.ts';

/** A message, and under the last of a group its time and how far it has come. */
export function Message({ row }: { row: MessageRow }): JSX.Element {
  const { texts, locale } = useFrame();
  const { files } = row;
  const later = useLaterFiles(files);
  const who = row.from === 'me' ? texts.you : (row.name ?? texts.bot);
  return (
    <li class={`row ${row.from === 'me' ? 'right' : ''}`}>
      <div class={row.text ? `m ${row.from === 'me' ? 'me' : 'them'}` : ''}>
        <span class="visually-hidden">{who}: </span>
        <MessageText text={row.text} />
      </div>
      {files && later && <later.Files files={files} />}
      <Links links={row.links} />
      {!row.goesOn && (
        <p class="meta">{row.from === 'me' ? <Delivery row={row} /> : `${who} · ${formatTime(row.at, locale)}`}</p>
      )}
    </li>
  );
}

/** Where more is written, under a message. */
export function Links({ links }: { links: readonly Link[] | undefined }): JSX.Element | null {
  if (!links?.length) return null;
  return (
    <div class="links">
      {links.map((link) => (
        <SafeLink key={link.url} href={link.url} label={link.label} />
      ))}
    </div>
  );
}

function Delivery({ row }: { row: MessageRow }): JSX.Element {
  const { chat, texts, locale, offline } = useFrame();
  const { clientId } = row;
  // The browser knows sooner than the line that nothing is on its way.
  const delivery = offline && row.delivery === 'sending' ? 'queued' : (row.delivery ?? 'sent');
  if (!clientId || (delivery !== 'failed' && delivery !== 'trying')) {
    return <>{`${formatTime(row.at, locale)} · ${texts[delivery]}`}</>;
  }
  return (
    <span class="bad">
      <button type="button" onClick={() => chat.retry(clientId)}>
        {texts[delivery]}
      </button>
      {' · '}
      <button type="button" onClick={() => chat.discard(clientId)}>
        {texts.discard}
      </button>
    </span>
  );
}

/**
 * Three dots while somebody writes, or, without a name, while what was said is on its way. Silent to screen readers:
 * the message itself will be read.
 */
export function Typing({ name }: { name?: string }): JSX.Element {
  const { texts } = useFrame();
  return (
    <li class="row" aria-hidden="true" title={name && texts.typing(name)}>
      <div class={`m them dots${name ? '' : ' late'}`}>
        <i />
        <i />
        <i />
      </div>
    </li>
  );
}

/** Answers to choose from, as the bot offers them. */
export function Chips({
  replies,
  choose,
}: {
  replies: readonly { label: string; intent?: string }[];
  choose: (label: string, intent?: string) => void;
}): JSX.Element {
  const { texts } = useFrame();
  return (
    <div class="chips" role="group" aria-label={texts.quickReplies}>
      {replies.map(({ label, intent }) => (
        <button type="button" key={`${intent} ${label}`} onClick={() => choose(label, intent)}>
          {label}
        </button>
      ))}
    </div>
  );
}

export function Notice({ text, action }: { text: string; action?: JSX.Element }): JSX.Element {
  return (
    <div class="notice" role="status">
      <LineIcon d={OFFLINE} size={16} />
      <span>{text}</span>
      {action}
    </div>
  );
}

import type { JSX } from 'preact';
import { linkify, safeHref } from './linkify.ts';

/**
 * A message's words as text, never as HTML, with its addresses as links. Anything but a string shows nothing: an
 * object in a body's place could otherwise be taken for an element.
 */
export function MessageText({ text }: { text: string }): JSX.Element | null {
  if (typeof text !== 'string') return null;
  return <>{linkify(text).map((part) => (part.href ? <SafeLink href={part.href} label={part.text} /> : part.text))}</>;
}

/** A link that opens beside the page (a telephone number dials) and tells the other side nothing; plain text when the address is not safe. */
export function SafeLink({ href, label }: { href: string; label: string }): JSX.Element {
  const safe = safeHref(href);
  if (!safe) return <span>{String(label)}</span>;
  return (
    <a href={safe} target={safe.startsWith('tel:') ? undefined : '_blank'} rel="noopener noreferrer nofollow">
      {String(label)}
    </a>
  );
}

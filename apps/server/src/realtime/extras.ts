import { isOpen, ticketName } from '@solodesk/core';
import type { Conversation, Site, Visitor } from '@solodesk/core';
import { greetingsFor } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { withHelpLinks } from '../help/greeting-links.ts';
import type { Extras } from '@solodesk/protocol/visitor';

/** What only some visitors are told when they come; nothing for nearly all of them. */
export async function extrasFor(
  desk: Desk,
  site: Site | null,
  visitor: Visitor,
  conversation: Conversation | null,
  publicUrl: string,
): Promise<{ extras?: Extras }> {
  if (site === null) return {};
  const greeting = await greetingsFor(desk, site, visitor, conversation);
  const problems = problemsOf(desk, site.id);
  const survey = await satisfactionQuestion(desk, visitor);
  if (greeting === null && problems.length === 0 && survey === null) return {};
  return {
    extras: {
      ...(greeting !== null && {
        greeting: {
          texts: withHelpLinks(site, greeting.texts, publicUrl),
          seq: greeting.back ? (conversation?.lastSeq ?? 0) : 0,
        },
      }),
      ...(problems.length > 0 && { problems }),
      ...(survey !== null && { survey }),
    },
  };
}

/** The known problems of a site that last, as its visitors see them. */
export function problemsOf(desk: Desk, site: string): NonNullable<Extras['problems']> {
  return (desk.problems.of(site) ?? []).map(({ id, text }) => ({ id, text }));
}

/** What a visitor is asked just now about something that was settled; null where there is nothing to say or to change. */
export async function satisfactionQuestion(
  desk: Desk,
  { site, key }: Pick<Visitor, 'site' | 'key'>,
): Promise<NonNullable<Extras['survey']> | null> {
  const request = await desk.store.satisfactionOfVisitor(site, key);
  if (request === null || request.skippedAt !== null || !isOpen(request, desk.clock.now())) return null;
  const { id, ticket, score, word } = request;
  const prefix = desk.sites.get(site)?.ticketPrefix ?? site.toUpperCase();
  return { id, ticket: ticket === null ? null : ticketName(prefix, ticket), score, word };
}

import { greetingsFor } from '@solodesk/core';
import type { Conversation, Desk, Site, Visitor } from '@solodesk/core';
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
  if (greeting === null && problems.length === 0) return {};
  return {
    extras: {
      ...(greeting !== null && {
        greeting: {
          texts: withHelpLinks(site, greeting.texts, publicUrl),
          seq: greeting.back ? (conversation?.lastSeq ?? 0) : 0,
        },
      }),
      ...(problems.length > 0 && { problems }),
    },
  };
}

/** The known problems of a site that last, as its visitors see them. */
export function problemsOf(desk: Desk, site: string): NonNullable<Extras['problems']> {
  return (desk.problems.of(site) ?? []).map(({ id, text }) => ({ id, text }));
}

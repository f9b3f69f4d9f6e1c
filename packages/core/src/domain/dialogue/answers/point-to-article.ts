import type { BotReply } from '../../conversation/bot-commands.ts';
import type { BotReason } from '../../conversation/log-event.ts';
import { BUILT_IN } from '../../faq.ts';
import type { Faq, Link } from '../../faq.ts';
import type { BotTexts } from '../texts/bot-texts.ts';

/** What the dialogue may ask of the site's manuals. */
export interface ArticlePointers {
  /** The place that most likely helps with the message; asked only when no FAQ answers it. */
  find(): Link | null;
  /** A manual by its name. */
  link(slug: string): Link | null;
}

/** The streak after the bot could only point to a manual: it did not know, but one more chance is left. */
const POINTED = 1;

/**
 * What the bot says when it is not sure and a manual may help. It never pretends to know: a question "did you mean" gets the
 * link beside its choices; where there is none, the bot says that it is not sure, gives the link and offers a person.
 * @param suggested "did you mean", if there is anything to choose from
 */
export function withArticle(
  suggested: BotReply | null,
  articles: ArticlePointers | undefined,
  texts: BotTexts,
  { unsureStreak, guesses }: { unsureStreak: number; guesses: BotReason['guesses'] },
): BotReply | null {
  const link = articles?.find() ?? null;
  if (link === null) return suggested;
  if (suggested !== null) return { ...suggested, links: [...suggested.links, link] };
  return {
    text: texts.mayHelp(link.label),
    quickReplies: [{ label: texts.talkToPerson, intent: BUILT_IN.person }],
    links: [link],
    reason: { kind: 'pointed', guesses },
    handoff: null,
    promisedFor: null,
    unsureStreak: Math.max(unsureStreak, POINTED),
  };
}

/** Links to the manuals that an FAQ refers to. */
export function articleLinks(faq: Faq, articles: ArticlePointers | undefined): Link[] {
  return (faq.articles ?? []).map((slug) => articles?.link(slug) ?? null).filter((link) => link !== null);
}

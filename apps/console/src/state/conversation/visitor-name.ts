import type { Texts } from '../../texts/index.ts';

/** The name as it is shown: the server's stand-in for who has none, "Visitor 59E8", in the owner's language. */
export function visitorName(visitor: { name: string; verified: boolean }, t: Texts): string {
  const code = visitor.verified ? undefined : /^Visitor ([0-9A-F]{4})$/.exec(visitor.name)?.[1];
  return code ? t.visitor.nameless(code) : visitor.name;
}

/** The name that somebody gave; null where the server had to make one up, or calls them by their e-mail or number: no greeting has those. */
export function givenName({ name, verified }: { name: string; verified: boolean }): string | null {
  if (!verified && /^Visitor [0-9A-F]{4}$/.test(name)) return null;
  return /^\S+@\S+$|^\+?\d+$/.test(name) ? null : name;
}

/** "bob(at)mail.example", "bob at mail dot example", bob艾特mail点example: one name, the sign in words, and a domain. Bounded everywhere. */
const AT = String.raw`(?:\s{0,2}[([{<]\s?(?:at|@|＠)\s?[)\]}>]\s{0,2}|\s{1,2}(?:at|@)\s{1,2}|\s{0,2}[@＠]\s{0,2}|\s{0,2}(?:艾特|圈a|小老鼠)\s{0,2})`;
const DOT = String.raw`(?:\.|\s{0,2}[([{<]\s?(?:dot|\.)\s?[)\]}>]\s{0,2}|\s{1,2}dot\s{1,2}|点)`;
const NAME = String.raw`[a-z0-9_%+-][a-z0-9._%+-]{0,63}`;
const LABEL = '[a-z0-9-]{1,63}';
const SPELLED = new RegExp(
  String.raw`(?<![a-z0-9._%+-])(${NAME})${AT}(${LABEL}(?:${DOT}${LABEL}){0,3}${DOT}[a-z]{2,24})(?![a-z0-9-])`,
  'i',
);
const DOTS = new RegExp(DOT, 'gi');
/** Longer answers tell something else. UTF-16 units. */
const LONGEST = 160;
/** "You can reach me at mail.example": what stands before "at" there is nobody's mailbox. */
const NO_MAILBOX =
  /^(?:i|me|us|we|am|is|are|was|be|it|its|here|there|e?-?mail|mail|address|reach|reached|found|look|write|contact|order|ordered|bought|shop|page|site|not|look|only|and|or)$/i;

/**
 * An e-mail address as people write it who keep it from robots or lack the sign. Only for an answer to the question for one: elsewhere
 * "bob at mail.example" is a person in a shop.
 */
export function readSpelledEmail(words: string): string | null {
  if (words.length > LONGEST) return null;
  const [, name, domain] = SPELLED.exec(words) ?? [];
  if (name === undefined || domain === undefined || NO_MAILBOX.test(name)) return null;
  return `${name}@${domain.replace(DOTS, '.').toLowerCase()}`;
}

import type { DateTime } from 'luxon';

/**
 * Whether what is said of a date has happened: "I ordered on Monday", "it should have come on Friday". The verb that is nearest before the date
 * decides, else the first one behind it ("on the 24th I bought one"): "I bought it and want to come on Monday" speaks of one to come.
 */
export function toldAsPast(text: string, start: number, end: number): boolean {
  const before = lastSentence(text.slice(0, start));
  if (/\bsince\s*$/i.test(before) || /^since\b/i.test(text.slice(start, end))) return true;
  // "I booked it for Monday", "moved to Friday": past is the booking, not the day.
  const aimed = /\b(?:for|to)\s*$/i.test(before) || /^(?:for|to)\b/i.test(text.slice(start, end));
  const verbs = verbsOf(before);
  if (verbs.length > 0) return verbs.at(-1) === 'expected' || (verbs.at(-1) === 'past' && !aimed);
  return !aimed && verbsOf(firstSentence(text.slice(end)))[0] === 'past';
}

type Told = 'expected' | 'past' | 'ahead';

/** What ought to have been by now. */
const EXPECTED =
  /(?:(?:should|would|ought to|must)(?:['’]?ve| have|a)|(?:was|were) (?:supposed|meant|due|promised|expected))\b(?: to\b)?(?: (?!on\b|by\b)\p{L}+)?/u;
/** What somebody wants, may or will do, says or hopes: it puts what is behind it into no past. */
const AHEAD =
  /(?:was|were|am|is|are|['’]m) (?:just )?(?:wondering|hoping|thinking|planning|looking|going)\b|(?:wan(?:t|ted|na)|wish(?:ed)?|hop(?:e|ed)|wonder(?:ed)?|need(?:ed|s)?|prefer(?:red)?|like[sd]?|said|say|told|tell|mean[ts]?|thought|think|guess|decided|asked|suggest(?:ed)?|can(?:['’]?t|not)?|could(?:n['’]?t)?|will|won['’]?t|shall|may|might|would(?:n['’]?t)?|should(?:n['’]?t)?|let['’]?s|going to|gonna|please|pls|is|are|am|do|does|don['’]?t|come|comes|coming|arrives?|have to|has to|if|when|free|off)\b|(?:have|has|['’](?:ve|s)) got\b|['’]ll\b/;
/** Of somebody or something: "I ordered". Without, a participle may be of what is wanted: "can it be delivered". */
const SUBJECT = String.raw`(?<!\b(?:have|get|need|want) )(?!(?:\p{L}+ ?)?(?:have|has|['’](?:ve|s)) got\b)(?:(?:i|we|you|he|she|they|it|that|this|which|who)(?:['’](?:ve|d))?|have|has|had|['’](?:ve|d))(?: (?:already|just|only|never|first|then|both|actually|finally|have|had))* `;
const PARTICIPLES = String.raw`(?!(?:need|speed|indeed|feed|bed|shed|weed|seed|used|interested|concerned|tired)\b)(?:\p{L}{2,}ed|orderd|ordred|recei?vd|bought|paid|made|sent|got(?:ten)?|had|left|lost|found|given|taken|put|picked|read|heard|met|kept|brought)`;
const PAST = String.raw`(?:did(?:n['’]?t)?(?: not)?(?: (?:i|you|it|he|she|they|we|that|anyone|(?:my|the|your) \p{L}+))? (?!say\b|mean\b|want\b|think\b|tell\b)\p{L}+|was|were|wasn['’]?t|came|went|saw|took|gave|wrote|spoke|broke|fell|began|rang|became|tried|never)`;
const PAST_WITH_SUBJECT = new RegExp(`${SUBJECT}${PARTICIPLES}\\b`, 'u');

const VERBS = new RegExp(
  String.raw`(?<!\p{L})(?:(?<expected>${EXPECTED.source})|(?<sure>${PAST_WITH_SUBJECT.source})|(?<ahead>${AHEAD.source})|(?<past>${PAST}\b)|(?<participle>${PARTICIPLES}\b))`,
  'giu',
);

function verbsOf(clause: string): Told[] {
  const told: Told[] = [];
  for (const { groups = {} } of clause.matchAll(VERBS)) {
    if (groups['expected'] !== undefined) told.push('expected');
    else if (groups['sure'] !== undefined || groups['past'] !== undefined) told.push('past');
    else if (groups['ahead'] !== undefined) told.push('ahead');
    // "Can I have it delivered on Monday": the wish counts.
    else if (told.at(-1) !== 'ahead') told.push('past');
  }
  return told;
}

const SENTENCE_END = /[.?!;\n](?=\s|$)/;

function lastSentence(text: string): string {
  return text.split(SENTENCE_END).at(-1) ?? '';
}

function firstSentence(text: string): string {
  return text.split(SENTENCE_END)[0] ?? '';
}

/** The last day of that number that is over: of this month, or of the nearest before it that has one. */
export function lastDayOfMonth(moment: DateTime, now: DateTime): DateTime {
  const months = [0, 1, 2].map((ago) => now.startOf('month').minus({ months: ago }));
  const month = months.find((first) => {
    const day = first.set({ day: moment.day });
    return day.month === first.month && day.startOf('day') <= now;
  });
  return month === undefined ? moment : moment.set({ year: month.year, month: month.month });
}

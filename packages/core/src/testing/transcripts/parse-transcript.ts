const KINDS = [
  'visitor',
  'press',
  'mail',
  'bot',
  'not',
  'asks',
  'buttons',
  'ticket',
  'questions',
  'state',
  'mailed',
  'owner',
  'clock',
  'restart',
] as const;

/** One line of a transcript, with its place for the message of a failing test. */
export interface TranscriptLine {
  readonly kind: (typeof KINDS)[number];
  readonly text: string;
  /** Who does it, where a second visitor takes part: 1 or 2. */
  readonly who: number;
  /** From 1. */
  readonly line: number;
}

export interface Transcript {
  readonly name: string;
  /** Settings before the first line of talk: `site`, `locale`, `claims`, `desk` (here or away), `zone` (IANA), `now` (ISO 8601), `orders` (`number mail status; …`), `browser` (yes: it is played in Chromium as well). */
  readonly settings: Readonly<Record<string, string>>;
  readonly lines: readonly TranscriptLine[];
}

const LINE = new RegExp(`^(${KINDS.join('|')})(?: ([12]))?(?::\\s*(.*))?$`);
const SETTING = /^(site|locale|claims|desk|zone|now|orders|browser):\s*(.*)$/;

/**
 * Reads conversations as people write them down. `# name` begins one; a line that begins with `//` is a remark.
 *
 * visitor: what they type (`\n` for a line break) · press: label of a button · mail: an answer to the last mail ·
 * bot: what the answer says (a part of it) · not: what it does not say · asks: the slot that it asks for, `confirm`, or
 * `nothing` · buttons: labels that stand under it, with `|` between · ticket: `slot = value; …` of the ticket that this made or
 * changed, or `none` · questions: at most so many since the form began · state: the conversation's · mailed: a part of a mail that
 * this caused, or `nothing` · owner: their words, or `(takes over)`, `(hands back)`, `(closes)`, `(here)`, `(away)` ·
 * clock: `+7 days`, `+2 hours`, `+5 minutes`, or a moment (ISO 8601 with its offset) · restart
 *
 * `visitor 2:` and `press 2:` are a second visitor's; what follows is about whoever spoke last.
 *
 * @throws Error with the line that is none of these
 */
export function parseTranscripts(text: string): Transcript[] {
  const transcripts: { name: string; settings: Record<string, string>; lines: TranscriptLine[] }[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const said = raw.trim();
    if (said === '' || said.startsWith('//')) continue;
    if (said.startsWith('# ')) {
      transcripts.push({ name: said.slice(2), settings: {}, lines: [] });
      continue;
    }
    const current = transcripts.at(-1);
    const [, setting, value = ''] = SETTING.exec(said) ?? [];
    const [, kind, who = '1', words = ''] = LINE.exec(said) ?? [];
    if (current === undefined) throw new Error(`line ${index + 1} stands before the first "# name"`);
    if (setting !== undefined) current.settings[setting] = value;
    else if (kind !== undefined) {
      const line = { kind: kind as TranscriptLine['kind'], text: words.replaceAll('\\n', '\n'), who: Number(who) };
      current.lines.push({ ...line, line: index + 1 });
    } else throw new Error(`line ${index + 1} is no line of a transcript: ${said}`);
  }
  return transcripts;
}

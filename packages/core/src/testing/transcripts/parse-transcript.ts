/** One line of a transcript, with its place for the message of a failing test. */
export interface TranscriptLine {
  readonly kind:
    'visitor' | 'press' | 'bot' | 'not' | 'asks' | 'buttons' | 'ticket' | 'questions' | 'owner' | 'clock' | 'restart';
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

export interface Transcript {
  readonly name: string;
  /** Settings before the first line of talk: `site`, `locale`, `claims`, `owner` (here or away). */
  readonly settings: Readonly<Record<string, string>>;
  readonly lines: readonly TranscriptLine[];
}

const LINE = /^(visitor|press|bot|not|asks|buttons|ticket|questions|owner|clock|restart)(?::\s*(.*))?$/;
const SETTING = /^(site|locale|claims|desk):\s*(.*)$/;

/**
 * Reads conversations as people write them down. `# name` begins one; a line that begins with `//` is a remark.
 *
 * visitor: what they type · press: label of a button · bot: what the answer says (a part of it) · not: what it does not say ·
 * asks: the slot that it asks for, `confirm`, or `nothing` · buttons: labels that stand under it, with `|` between ·
 * ticket: `slot = value; …` of the ticket that this made, or `none` · questions: at most so many since the form began ·
 * owner: their words, or `(takes over)`, `(hands back)`, `(closes)`, `(here)`, `(away)` · clock: `+7 days`, `+2 hours`, `+5 minutes` · restart
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
    const [, kind, words = ''] = LINE.exec(said) ?? [];
    if (current === undefined) throw new Error(`line ${index + 1} stands before the first "# name"`);
    if (setting !== undefined) current.settings[setting] = value;
    else if (kind !== undefined) {
      current.lines.push({ kind: kind as TranscriptLine['kind'], text: words, line: index + 1 });
    } else throw new Error(`line ${index + 1} is no line of a transcript: ${said}`);
  }
  return transcripts;
}

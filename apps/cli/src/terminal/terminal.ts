/** Codes that begin and end a style (ECMA-48). Node's own `styleText` looks at standard output by itself, in newer versions only. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
} as const;

export type Style = keyof typeof STYLES;
export type Paint = (style: Style, text: string) => string;

/** Where a command writes to. Results go to standard output, everything else to standard error. */
export interface Terminal {
  print(text: string): void;
  /** Columns of a line. */
  readonly width: number;
  /** Colours what is printed, where somebody sees colours. */
  readonly paint: Paint;
  /** Says what is being done on long work, in one line that the next takes the place of; null clears it. Nothing where nobody watches. */
  progress(text: string | null): void;
}

/** The shapes of `process.stdout` and `process.stderr`. */
interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const USUAL_WIDTH = 80;

/** Colours are for terminals only, and follow NO_COLOR and FORCE_COLOR (no-color.org, force-color.org). */
export function terminalOn(
  stdout: Stream,
  stderr: Stream,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const colours = wantsColours(stdout, environment);
  return {
    print: (text) => stdout.write(`${text}\n`),
    width: stdout.columns ?? USUAL_WIDTH,
    paint: (style, text) => (colours ? `\u001b[${STYLES[style][0]}m${text}\u001b[${STYLES[style][1]}m` : text),
    progress(text) {
      if (stderr.isTTY !== true) return;
      stderr.write(`\r\u001b[2K${text === null ? '' : text.slice(0, (stderr.columns ?? USUAL_WIDTH) - 1)}`);
    },
  };
}

function wantsColours(stdout: Stream, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return stdout.isTTY === true && environment['TERM'] !== 'dumb';
}

/** Plain text to somewhere, as in a file. */
export function plainTerminal(print: (text: string) => void): Terminal {
  return { print, width: USUAL_WIDTH, paint: (_, text) => text, progress: () => undefined };
}

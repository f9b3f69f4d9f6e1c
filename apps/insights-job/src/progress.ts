interface DayProgress {
  readonly site: string;
  readonly day: string;
  readonly done: number;
  readonly of: number;
}

/** The shape of `process.stderr`. */
interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Milliseconds between two drawings of the bar. */
const REDRAW_MS = 100;

/** How far the work is: a bar on a terminal, a line of JSON a day where a program reads. */
export function progressOn(stream: Stream, now: () => number = () => performance.now()) {
  const terminal = stream.isTTY === true;
  let drawn = -Infinity;
  let open = false;
  const clear = () => {
    if (open) stream.write('\r\u001b[2K');
    open = false;
  };
  return {
    day(progress: DayProgress): void {
      if (!terminal) {
        stream.write(`${JSON.stringify(progress)}\n`);
        return;
      }
      const { site, day, done, of } = progress;
      if (now() - drawn < REDRAW_MS && done < of) return;
      drawn = now();
      open = true;
      const bar = '█'.repeat(Math.round((done / of) * 20)).padEnd(20, '░');
      stream.write(`\r\u001b[2K${bar} ${site}  ${day}  ${done} of ${of} days`);
    },
    say(text: string): void {
      clear();
      stream.write(terminal ? `${text}\n` : `${JSON.stringify({ problem: text })}\n`);
    },
    end: clear,
  };
}

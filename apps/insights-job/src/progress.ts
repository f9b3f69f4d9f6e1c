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
/**
 * What is left is reckoned by the last four whole weeks: the end of a week takes many times as long as another day, and a day the longer the more
 * there is to look back on. Before one week is done nothing is said.
 */
const WEEK = 7;
const MOST_WEEKS = 4;

/** How far the work is: a bar on a terminal, with about how long it still takes; a line of JSON a day where a program reads. */
export function progressOn(stream: Stream, now: () => number = () => performance.now()) {
  const terminal = stream.isTTY === true;
  let drawn = -Infinity;
  let open = false;
  /** Of the site that is worked through, when it began and when each of its days was done. */
  let times = { site: '', at: [now()] };
  const clear = () => {
    if (open) stream.write('\r\u001b[2K');
    open = false;
  };
  const left = ({ done, of }: DayProgress) => {
    const { at } = times;
    const days = Math.min(MOST_WEEKS, Math.floor((at.length - 1) / WEEK)) * WEEK;
    if (days === 0 || done === of) return '';
    const perDay = (at.at(-1)! - at.at(-1 - days)!) / days;
    return `, about ${timeText(perDay * (of - done))} left`;
  };
  return {
    day(progress: DayProgress): void {
      if (!terminal) {
        stream.write(`${JSON.stringify(progress)}\n`);
        return;
      }
      const { site, day, done, of } = progress;
      if (times.site !== site) times = { site, at: times.at.slice(-1) };
      times.at.push(now());
      if (now() - drawn < REDRAW_MS && done < of) return;
      drawn = now();
      open = true;
      const bar = '█'.repeat(Math.round((done / of) * 20)).padEnd(20, '░');
      stream.write(`\r\u001b[2K${bar} ${site}  ${day}  ${done} of ${of} days${left(progress)}`);
    },
    say(text: string): void {
      clear();
      stream.write(terminal ? `${text}\n` : `${JSON.stringify({ problem: text })}\n`);
    },
    end: clear,
  };
}

/** Rounded up, so that it does not promise too much. */
function timeText(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** As much of Chromium's trace events as is needed here. Microseconds. */
export interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Time of the thread's own, without what other processes took from it. */
  tdur?: number;
  args?: unknown;
}

/**
 * How long the longest task was, in milliseconds of its thread, in which a script of `path` ran. A task is what keeps
 * a page from answering; 0 when the script never ran.
 */
export function longestTaskOf(path: string, events: readonly TraceEvent[]): number {
  const tasks = events.filter((event) => event.name === 'ThreadControllerImpl::RunTask');
  const scripts = events.filter(
    (event) => /^(EvaluateScript|FunctionCall)$/.test(event.name) && JSON.stringify(event.args ?? {}).includes(path),
  );
  const longest = scripts.map((script) => {
    const task = tasks.find((candidate) => contains(candidate, script));
    const micros = (task ?? script).tdur ?? (task ?? script).dur ?? 0;
    return micros / 1000;
  });
  return Math.max(0, ...longest);
}

function contains(task: TraceEvent, script: TraceEvent): boolean {
  const sameThread = task.pid === script.pid && task.tid === script.tid;
  return sameThread && task.ts <= script.ts && task.ts + (task.dur ?? 0) >= script.ts;
}

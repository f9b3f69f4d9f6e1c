import { writeFileSync } from 'node:fs';
import type { BenchResult, Figure, Target } from './bench-result.ts';

/** Says what is going on, apart from the results. */
export function progress(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Shows a table on the terminal; the JSON goes to `file`, if there is one. */
export function report(result: BenchResult, file: string | null): void {
  const limits = new Map(result.targets.map((target) => [target.figure, target]));
  const lines = [
    `${result.name} (median of ${result.runs})`,
    ...rows(result.figures, (name) => {
      const target = limits.get(name);
      if (target === undefined) return '';
      return `${limitOf(target)}  ${target.met ? 'met' : 'MISSED'}`;
    }),
    ...rows(result.control, () => '(control)'),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (file !== null) writeJson(file, result);
}

function limitOf({ atMost, atLeast, above, equals }: Target): string {
  if (atMost !== undefined) return `≤ ${atMost}`;
  if (atLeast !== undefined) return `≥ ${atLeast}`;
  return above === undefined ? `is ${equals}` : `> ${above}`;
}

export function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  progress(`written to ${file}`);
}

function rows(figures: Record<string, Figure>, remark: (name: string) => string): string[] {
  return Object.entries(figures).map(
    ([name, value]) => `  ${name.padEnd(34)} ${String(value).padStart(12)}  ${remark(name)}`,
  );
}

import { PRIORITY_LEVELS } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import type { Paint } from '../terminal/terminal.ts';
import { reasonsLine } from './priority-text.ts';
import type { Moved, Replay } from './replay-tickets.ts';

/**
 * How many tickets are of each level before and after, and the tickets that move most, with both sums.
 * @param compared whether other rules were given; else the site's rules stand against what was stored
 */
export function replayText(
  { site, tickets, before, after, changed, movers }: Replay,
  { compared, locale }: { compared: boolean; locale: Locale },
  paint: Paint,
): string {
  if (tickets === 0) return `${site} has no tickets yet.`;
  const titles = compared ? ['now', 'with these'] : ['stored', 'by the rules'];
  const widths = titles.map((title) => Math.max(title.length, 5));
  const row = (name: string, cells: readonly string[]) =>
    [name.padEnd(8), ...cells.map((cell, at) => cell.padStart(widths[at] ?? 0))].join('  ');
  const levels = PRIORITY_LEVELS.map((level) => row(level, [String(before[level]), String(after[level])]));
  const lines = [
    `${site}: ${tickets} ${tickets === 1 ? 'ticket' : 'tickets'}, ${changed} of another level`,
    '',
    paint('bold', row('', titles)),
    ...levels,
  ];
  if (movers.length > 0)
    lines.push('', paint('bold', 'Moves most:'), ...movers.flatMap((moved) => moverLines(moved, locale)));
  return lines.join('\n');
}

function moverLines({ number, subject, before, after }: Moved, locale: Locale): string[] {
  const reasons = (sum: Moved['before']) => reasonsLine(sum.reasons, locale) || '–';
  return [
    `T${number}  ${before.score} → ${after.score}  (${before.level} → ${after.level})  ${subject}`,
    `    before: ${reasons(before)}`,
    `    after:  ${reasons(after)}`,
  ];
}

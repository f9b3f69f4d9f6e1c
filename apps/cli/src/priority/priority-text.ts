import { localize } from '@solodesk/core';
import type { Locale, Priority, PriorityReason } from '@solodesk/core';
import type { Paint } from '../terminal/terminal.ts';

const SUM: Record<Locale, string> = { en: 'priority', zh: '优先级' };
const LEVELS: Record<Locale, Record<Priority['level'], string>> = {
  en: { urgent: 'urgent', high: 'high', normal: 'normal', low: 'low' },
  zh: { urgent: '紧急', high: '高', normal: '普通', low: '低' },
};
const NO_REASON: Record<Locale, string> = { en: 'no rule counts', zh: '没有规则生效' };

/** The sum as it would be written on paper: a reason a line, the score and its level below. */
export function reasonsText({ score, level, reasons }: Priority, locale: Locale, paint: Paint): string {
  const rows = reasons.map((reason) => [signed(reason.points), textOf(reason, locale), reason.name] as const);
  const width = Math.max(4, ...rows.map(([points]) => points.length));
  const lines = rows.map(([points, text, name]) => `${points.padStart(width)}  ${text}  ${paint('dim', name)}`);
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  const clamped = sum === score ? '' : ` (${sum})`;
  const total = `${String(score).padStart(width)}  ${SUM[locale]}${clamped}, ${LEVELS[locale][level]}`;
  if (rows.length === 0) return `${' '.repeat(width)}  ${NO_REASON[locale]}\n${paint('bold', total)}`;
  return [...lines, '─'.repeat(width), paint('bold', total)].join('\n');
}

/** All reasons in one line: "refund +15 · paying customer +20". */
export function reasonsLine(reasons: readonly PriorityReason[], locale: Locale): string {
  return reasons.map((reason) => `${textOf(reason, locale)} ${signed(reason.points)}`).join(' · ');
}

function textOf({ text, name }: PriorityReason, locale: Locale): string {
  return localize(text, locale) ?? name;
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

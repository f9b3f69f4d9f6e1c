import { RULES } from '@solodesk/faq';
import type { Paint } from '../terminal/terminal.ts';

export interface RuleRow {
  name: string;
  severity: string;
  canBeDisabled: boolean;
  docs: string;
}

/** What lint knows, as data. */
export function ruleRows(): RuleRow[] {
  return RULES.map(({ name, severity, required, docs }) => ({ name, severity, canBeDisabled: !required, docs }));
}

export function rulesText(rows: readonly RuleRow[], paint: Paint): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, severity, canBeDisabled, docs }) => {
    const kind = `${severity}${canBeDisabled ? '' : ', always'}`.padEnd('error, always'.length);
    return `${paint('bold', name.padEnd(width))}  ${paint(severity === 'error' ? 'red' : 'yellow', kind)}  ${docs}`;
  });
  const advice =
    'Disable a rule with "_lint": {"disable": ["name"]} in an FAQ, at the top of a FAQ file, or at the top of site.json.';
  return [...lines, '', advice].join('\n');
}

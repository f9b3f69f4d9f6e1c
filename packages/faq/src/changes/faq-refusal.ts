import { wholeFileProblem } from '../file-problem.ts';
import type { FileProblem } from '../file-problem.ts';

/** Why nothing was planned: `gone` (it is not there any more), `changed` (it says something else by now). */
export interface FaqRefusal {
  reason: 'invalid' | 'gone' | 'changed';
  problems: FileProblem[];
}

export function refuse(file: string, reason: FaqRefusal['reason'], message: string): FaqRefusal {
  return { reason, problems: [wholeFileProblem(file, message)] };
}

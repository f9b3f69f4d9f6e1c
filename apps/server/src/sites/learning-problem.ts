import type { FileProblem } from '@solodesk/faq';

/** Characters of a reason: what a process said when it died may be long. */
const LONGEST = 200;

/** What the owner reads where the bot could not learn: the disk is full, the process was killed. */
export function learningProblem(siteId: string, cause: unknown): FileProblem {
  const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const message = `The bot could not learn these FAQs; the last good version goes on answering. It is tried again in a while, and whenever you save a file. (${reason.slice(0, LONGEST)})`;
  return { file: `${siteId}/faq`, line: 1, column: 1, message };
}

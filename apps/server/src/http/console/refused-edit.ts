import type { FileProblem } from '@solodesk/faq';
import type { ErrorKind } from '@solodesk/protocol';
import { WireFault } from '../../realtime/wire-error.ts';

/** The first problem in the owner's words, with its place: what is wrong there is usually the reason for the rest. */
export function refusedEdit(kind: ErrorKind, problems: readonly FileProblem[]): WireFault {
  const [problem] = problems;
  return new WireFault(
    kind,
    problem === undefined ? 'nothing was written' : `${problem.file}, line ${problem.line}: ${problem.message}`,
  );
}

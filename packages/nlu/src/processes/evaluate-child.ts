/** The program of the evaluation process: one request over IPC, progress, one answer, and it exits. */
import { crossValidate } from '../judge/cross-validate.ts';
import type { EvaluationAnswer, EvaluationRequest } from './evaluation-messages.ts';

async function answerTo({ book, folds }: EvaluationRequest): Promise<EvaluationAnswer> {
  try {
    const onFold = (done: number): void => void process.send?.({ kind: 'progress', done, of: folds });
    return { kind: 'evaluated', heldOut: await crossValidate(book, { folds, dealing: 'by_text', onFold }) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

process.once('message', (request: EvaluationRequest) => {
  void answerTo(request).then((answer) => {
    if (process.connected) process.send?.(answer, () => process.disconnect());
  });
});
// Nobody waits for it any more.
process.once('disconnect', () => process.exit());

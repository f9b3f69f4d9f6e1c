import type { ChangeFlow, ChangeStep } from '../../state/faqs/change-flow.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { Verdict } from './verdict.tsx';

interface ChangeStatusProps {
  flow: ChangeFlow;
  step: ChangeStep;
  nameOf(intent: string): string;
  /** Shows what the file says by now, where somebody else was faster. */
  onTheirs?: (() => void) | undefined;
  /** Keeps what was typed, as a change of what the file says by now. */
  onMine?: (() => void) | undefined;
}

/** Whether a change is under way: a form is then shown, and cannot be changed. */
export function isUnderWay(step: ChangeStep): boolean {
  return step.at === 'checking' || step.at === 'asking' || step.at === 'saving';
}

/** How far a change is: progress, a question to the owner, or why it was not made. */
export function ChangeStatus({ flow, step, nameOf, onTheirs, onMine }: ChangeStatusProps) {
  const { t } = useTexts();
  switch (step.at) {
    case 'rest':
      return null;
    case 'checking':
      return (
        <div class="note change-progress" role="status">
          <p>{t.change.checking}</p>
          <progress max={1} value={step.share} aria-label={t.change.checking} />
          <small class="muted">{t.change.checkingHint}</small>
          <button type="button" class="link" onClick={flow.back}>
            {t.common.cancel}
          </button>
        </div>
      );
    case 'saving':
      return (
        <p class="note" role="status">
          {t.change.saving}
        </p>
      );
    case 'asking':
      return (
        <Verdict verdict={step.verdict} nameOf={nameOf} onSave={() => void flow.saveAnyway()} onBack={flow.back} />
      );
    case 'failed': {
      const { error } = step;
      const conflict = error.kind === 'conflict' && onTheirs !== undefined;
      return (
        <div class="note note-bad" role="alert">
          {conflict ? (
            <>
              <p>{t.change.conflict}</p>
              <button type="button" class="link" onClick={onTheirs}>
                {t.change.theirs}
              </button>{' '}
              <button type="button" class="link" onClick={onMine}>
                {t.change.mine}
              </button>
            </>
          ) : (
            <p>
              {t.change.refused} {errorText(t, error)}
              {['bad_request', 'conflict', 'unavailable'].includes(error.kind) && (
                <>
                  <br />
                  <span class="path">{error.message}</span>
                </>
              )}
            </p>
          )}
        </div>
      );
    }
  }
}

import { useEffect, useRef } from 'preact/hooks';
import type { FaqChange, FaqRow, QuestionGroup } from '../../state/api/faq-api.ts';
import { outOfScopeFault } from '../../state/faqs/out-of-scope.ts';
import type { Locale } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { outOfScopeWords } from './out-of-scope-words.ts';
import { SentencePicks, useSentences } from './sentence-picks.tsx';
import { PickerFoot } from './picker-foot.tsx';

interface OutOfScopePickerProps {
  group: QuestionGroup;
  faqs: readonly FaqRow[];
  locales: readonly Locale[];
  disabled: boolean;
  onTeach(change: FaqChange): void;
  onCancel(): void;
}

/** Which sentences of a group the bot learns to leave to a person. */
export function OutOfScopePicker({ group, faqs, locales, disabled, onTeach, onCancel }: OutOfScopePickerProps) {
  const { t, locale: ours } = useTexts();
  const { sentences, setSentences, chosen, isNone } = useSentences(group, locales);
  const note = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: a keyboard goes on from what it did.
  useEffect(() => note.current?.focus(), []);
  const fault = locales
    .map((locale) => outOfScopeFault(chosen[locale] ?? [], locale, faqs))
    .find((each) => each !== null);
  const errorId = `left-${group.id}-error`;
  return (
    <fieldset class="picker" disabled={disabled} aria-describedby={fault ? errorId : undefined}>
      <p class="picker-note" tabIndex={-1} ref={note}>
        {t.outOfScope.note}
      </p>
      <fieldset class="picker-part">
        <legend>{t.outOfScope.sentences}</legend>
        <p class="muted">{t.unanswered.sentencesHint}</p>
        <SentencePicks sentences={sentences} locales={locales} onChange={setSentences} />
        {fault && (
          <small class="field-error" id={errorId} role="alert">
            {outOfScopeWords(t, fault, faqs, ours)}
          </small>
        )}
      </fieldset>
      <PickerFoot
        label={isNone ? t.unanswered.noSentence : t.outOfScope.teach}
        disabled={isNone || fault !== undefined}
        onDone={() => onTeach({ kind: 'add_out_of_scope', sentences: chosen })}
        onCancel={onCancel}
      />
    </fieldset>
  );
}

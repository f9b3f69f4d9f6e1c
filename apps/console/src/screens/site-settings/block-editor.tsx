import { useRef } from 'preact/hooks';
import { Field } from '../../parts/controls/field.tsx';
import type { SettingProblem } from '../../state/api/settings-api.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';

interface BlockEditorProps {
  label: string;
  hint: string | undefined;
  text: string;
  problems: readonly SettingProblem[];
  /** Of the whole file. */
  isWhole?: boolean;
  disabled?: boolean;
  onChange(text: string): void;
}

const MOST_ROWS = 24;

/** JSON that is checked against the schema while it is written; each mistake leads to its place. */
export function BlockEditor({ label, hint, text, problems, isWhole = false, disabled, onChange }: BlockEditorProps) {
  const { locale } = useTexts();
  const t = settingTexts[locale];
  const box = useRef<HTMLDivElement>(null);
  const goTo = ({ line = 1, column = 1 }: SettingProblem) => {
    const area = box.current?.querySelector('textarea');
    if (!area) return;
    const before = text.split('\n').slice(0, line - 1);
    const offset = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    area.focus();
    area.setSelectionRange(offset, offset + 1);
  };
  return (
    <div class="setting-block" ref={box}>
      <Field
        label={isWhole ? label : `${label} ${t.json}`}
        hint={[hint, isWhole ? '' : t.jsonHint].filter(Boolean).join(' ')}
      >
        <textarea
          class="setting-code"
          rows={Math.min(MOST_ROWS, Math.max(isWhole ? MOST_ROWS : 3, text.split('\n').length + 1))}
          value={text}
          disabled={disabled}
          spellcheck={false}
          autocapitalize="off"
          wrap="off"
          dir="ltr"
          aria-invalid={problems.length > 0 ? 'true' : undefined}
          onInput={({ currentTarget: { value } }) => onChange(value)}
        />
      </Field>
      {problems.length > 0 && (
        <ul class="setting-faults" role="alert">
          {problems.map((problem) => (
            <li key={`${problem.line}:${problem.column} ${problem.message}`}>
              <button type="button" class="link" onClick={() => goTo(problem)}>
                {t.at(problem.line ?? 1, problem.column ?? 1)}
              </button>
              {': '}
              {problem.message}
            </li>
          ))}
        </ul>
      )}
      <a class="link" href="/schemas/site.json" target="_blank" rel="noreferrer">
        {t.schema}
      </a>
    </div>
  );
}

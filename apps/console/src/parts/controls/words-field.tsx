import { useId, useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { ruleTexts } from '../../texts/rule-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { FieldNotes, notesOf } from './field.tsx';

interface WordsFieldProps {
  label: string;
  hint: string | undefined;
  /** A list; one word may stand alone. Undefined: none. */
  value: unknown;
  /** What is wrong with it, beside it. */
  error: string | null;
  /** Undefined where none is left. */
  onChange(value: readonly string[] | undefined): void;
  /** What is offered while one is typed. */
  suggestions: readonly string[];
  nameOf?(word: string): string;
  /** An empty list stays in the file: what must be there is then named at this field. */
  isNeeded?: boolean;
}

/** Some short words, each to be taken out by itself; what is offered can be taken, and others typed. */
export function WordsField(props: WordsFieldProps) {
  const { label, hint, value, error, onChange, suggestions, nameOf = (word) => word, isNeeded = false } = props;
  const { locale } = useTexts();
  const t = ruleTexts[locale];
  const id = useId();
  const [typed, setTyped] = useState('');
  // One alone may stand in the file without its brackets.
  const words = value === undefined ? [] : [value].flat().map(String);
  const put = (now: readonly string[]) => onChange(now.length > 0 || isNeeded ? now : undefined);
  const add = (text: string) => {
    const given = text.trim();
    const named = suggestions.find((each) => nameOf(each) === given) ?? given;
    setTyped('');
    if (named !== '' && !words.includes(named)) put([...words, named]);
  };
  return (
    <div class="field setting-words">
      <label for={id}>{label}</label>
      {words.length > 0 && (
        <ul class="setting-words-chosen">
          {words.map((word) => (
            <li key={word} class="tag">
              <span>{nameOf(word)}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={t.takeOut(nameOf(word))}
                onClick={() => put(words.filter((each) => each !== word))}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="setting-words-add">
        <input
          id={id}
          list={`${id}-offered`}
          maxLength={200}
          value={typed}
          autocapitalize="off"
          aria-describedby={notesOf({ id, hint, error })}
          aria-invalid={error ? 'true' : undefined}
          onInput={({ currentTarget: { value: text } }) => setTyped(text)}
          // What was typed and left is meant.
          onBlur={() => onceNothingIsPressed(() => add(typed))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add(typed);
          }}
        />
        <datalist id={`${id}-offered`}>
          {suggestions
            .filter((each) => !words.includes(each))
            .map((each) => (
              <option key={each} value={nameOf(each)} />
            ))}
        </datalist>
        <button type="button" class="button" disabled={typed.trim() === ''} onClick={() => add(typed)}>
          {t.addWord}
        </button>
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** What is drawn while a press elsewhere lasts would move what is pressed from under it, and the click would be lost. */
function onceNothingIsPressed(run: () => void): void {
  if (document.querySelector(':active') === null) return run();
  const ended = new AbortController();
  const end = () => {
    ended.abort();
    run();
  };
  for (const event of ['pointerup', 'pointercancel']) {
    addEventListener(event, end, { capture: true, signal: ended.signal });
  }
}

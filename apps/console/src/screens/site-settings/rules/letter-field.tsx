import { useRef } from 'preact/hooks';
import { Field } from '../../../parts/controls/field.tsx';
import { besideField, problemsAt } from '../../../state/settings/setting-draft.ts';
import type { Locale } from '../../../state/wire-types.ts';
import { settingTexts } from '../../../texts/setting-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { FieldProps } from '../field-props.ts';
import { languagesOf } from '../languages-field.tsx';
import { isEntry } from './entries.ts';

interface LetterFieldProps extends FieldProps {
  /** Characters. */
  most: number;
  rows: number;
  insert: string;
  /** What stands for something of its reader, such as `{name}`. */
  placeholders: readonly (readonly [token: string, label: string])[];
}

/** A long text a language, with what can be put into it for each reader. */
export function LetterField(props: LetterFieldProps) {
  const { t: common, locale } = useTexts();
  const t = settingTexts[locale];
  const { label, hint, path, value, onChange, editor } = props;
  const languages = languagesOf(editor);
  const all = isEntry(value) ? value : {};
  return (
    <>
      {languages.map((each, index) => {
        const own = problemsAt(editor.problems, [...path, each]);
        const whole = index === 0 ? editor.problems.filter((one) => one.path.join() === path.join()) : [];
        return (
          <Letter
            {...props}
            key={each}
            language={each}
            label={languages.length > 1 ? t.inLanguage(label, common.common.languages[each]) : label}
            hint={index === languages.length - 1 ? hint : undefined}
            error={[...own, ...whole].map(({ message }) => besideField(message)).join(' ') || null}
            text={typeof all[each] === 'string' ? all[each] : ''}
            write={(text) => onChange({ ...all, [each]: text })}
          />
        );
      })}
    </>
  );
}

interface LetterProps extends LetterFieldProps {
  language: Locale;
  text: string;
  write(text: string): void;
}

function Letter({ language, label, hint, error, text, write, most, rows, insert, placeholders }: LetterProps) {
  const box = useRef<HTMLDivElement>(null);
  const put = (token: string) => {
    const area = box.current?.querySelector('textarea');
    if (!area) return;
    area.focus();
    area.setRangeText(token, area.selectionStart, area.selectionEnd, 'end');
    write(area.value);
  };
  return (
    <div class="letter" ref={box}>
      <Field label={label} hint={hint} error={error}>
        <textarea
          rows={rows}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          maxLength={most * 2}
          value={text}
          onInput={({ currentTarget: { value: typed } }) => write(typed)}
        />
      </Field>
      <p class="letter-tokens">
        {insert}
        {placeholders.map(([token, meaning]) => (
          <button type="button" class="button" key={token} onClick={() => put(token)}>
            <code>{token}</code> {meaning}
          </button>
        ))}
      </p>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { blockText, isBroken, problemsAt, withBlock } from '../../../state/settings/setting-draft.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { settingTexts } from '../../../texts/setting-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { BlockEditor } from '../block-editor.tsx';
import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import type { EditorProps } from '../field-props.ts';

interface FormOrJsonProps {
  label: string;
  hint: string | undefined;
  /** Of the file. */
  settingKey: string;
  editor: EditorProps;
  /** Whether the form can show what the file says: else only its text can be edited, so that nothing of it is lost. */
  fits: boolean;
  /** Whether a field of the form names what is wrong at a place within the setting; left out: each entry of a list does. */
  owns?(place: SettingPath): boolean;
  children: ComponentChildren;
}

const inAnEntry = ([first]: SettingPath) => typeof first === 'number';

/** A setting of several parts as a form; whoever wants may write it as JSON instead. */
export function FormOrJson(props: FormOrJsonProps) {
  const { label, hint, settingKey, editor, fits, owns = inAnEntry, children } = props;
  const { locale } = useTexts();
  const t = ruleTexts[locale];
  const [asJson, setAsJson] = useState(false);
  const mustBeJson = !fits || isBroken(editor.edit, settingKey);
  if (asJson || mustBeJson) {
    return (
      <>
        <BlockEditor
          label={label}
          hint={hint}
          text={blockText(editor.edit, settingKey)}
          problems={problemsAt(editor.problems, [settingKey])}
          onChange={(text) => {
            // Whoever has begun to write it goes on writing it, also once the form could show it.
            setAsJson(true);
            editor.onEdit((before) => withBlock(before, settingKey, text));
          }}
        />
        {!mustBeJson && (
          <button type="button" class="link setting-json" onClick={() => setAsJson(false)}>
            {t.asForm(label)}
          </button>
        )}
      </>
    );
  }
  const unplaced = problemsAt(editor.problems, [settingKey]).filter(({ path }) => !owns(path.slice(1)));
  return (
    <section class="setting-rules" aria-label={label}>
      <h3>{label}</h3>
      {hint && <p class="muted">{hint}</p>}
      {unplaced.map(({ message }) => (
        <p class="note note-bad" role="alert" key={message}>
          {message}
        </p>
      ))}
      {children}
      <button type="button" class="link setting-json" onClick={() => setAsJson(true)}>
        {label} {settingTexts[locale].json}
      </button>
    </section>
  );
}

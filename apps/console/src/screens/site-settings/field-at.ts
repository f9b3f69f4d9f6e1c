import { besideField, problemsAt, valueAt, withSetting } from '../../state/settings/setting-draft.ts';
import type { SettingPath } from '../../state/settings/setting-draft.ts';
import type { EditorProps, FieldProps } from './field-props.ts';

/** A field's name, and what it means. */
export type Said = readonly [label: string, hint?: string];

/** What a field is drawn from, for any place of the file. */
export function fieldAt(editor: EditorProps, path: SettingPath, [label, hint]: Said): FieldProps {
  const wrong = problemsAt(editor.problems, path);
  return {
    label,
    hint,
    path,
    value: valueAt(editor.edit.values, path),
    usual: valueAt(editor.defaults, path),
    error: wrong.length > 0 ? [...new Set(wrong.map(({ message }) => besideField(message)))].join(' ') : null,
    onChange: (value) => editor.onEdit((before) => withSetting(before, path, value)),
    editor,
  };
}

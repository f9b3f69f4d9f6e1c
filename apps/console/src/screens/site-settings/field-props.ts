import type { SiteBrief } from '../../state/api/api.ts';
import type { SettingEdit, SettingPath } from '../../state/settings/setting-draft.ts';
import type { BuiltIn, SettingProblem } from '../../state/api/settings-api.ts';

export interface EditorProps {
  site: SiteBrief;
  edit: SettingEdit;
  defaults: Record<string, unknown>;
  builtIn: BuiltIn;
  problems: readonly SettingProblem[];
  /** The name under which the newest draft without mistakes can be seen; null: none yet. */
  preview: string | null;
  /** Whether that draft is what is being edited, and not an earlier one. */
  isCurrent: boolean;
  onEdit(change: (edit: SettingEdit) => SettingEdit): void;
}

/** What each kind of field is drawn from. */
export interface FieldProps {
  label: string;
  hint: string | undefined;
  path: SettingPath;
  /** As the file says it, or is to; undefined: nothing, so that `usual` holds. */
  value: unknown;
  usual: unknown;
  /** What is wrong with it, beside it. */
  error: string | null;
  /** Undefined takes it out. */
  onChange(value: unknown): void;
  editor: EditorProps;
}

import type { ComponentChildren } from 'preact';
import type { SettingPath } from '../../../state/settings/setting-draft.ts';
import type { EditorProps } from '../field-props.ts';
import type { Entry } from './entries.ts';

export interface EntryFormProps {
  editor: EditorProps;
  /** Of the entry, in the file. */
  path: SettingPath;
  entry: Entry;
}

export interface NewEntry {
  label: string;
  make(list: readonly Entry[]): Entry;
}

export interface RuleListProps {
  editor: EditorProps;
  /** Of the list, in the file. */
  path: SettingPath;
  /** Which entries are shown; the others stay as they are. Left out: all. Not for lists with an order. */
  only?(entry: Entry): boolean;
  /** Whether their order means something: then they can be moved. */
  isOrdered?: boolean;
  /** What stands there when there is none. */
  none: string;
  /** What the list comes to once its last entry is taken out; left out: the file then says nothing about it. */
  emptied?: readonly Entry[];
  /** What can be added. */
  fresh: readonly NewEntry[];
  most: number;
  titleOf(entry: Entry, at: number): string;
  /** What it says, in one line. */
  sayOf(entry: Entry): ComponentChildren;
  /** Keys that the form shows. */
  shown: readonly string[];
  form(props: EntryFormProps): ComponentChildren;
}

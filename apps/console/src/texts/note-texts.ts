import type { Locale } from '../state/wire-types.ts';

interface NoteTexts {
  /** The switch beside the reply. */
  write: string;
  label: string;
  placeholder: string;
  hint: string;
  add: string;
  note: string;
  remove: string;
  removed: string;
  notSaved: string;
  notRemoved: string;
  key: string;
}

export const noteTexts: Record<Locale, NoteTexts> = {
  en: {
    write: 'Write a note that only you see (N)',
    label: 'Your note',
    placeholder: 'Note about this conversation …',
    hint: 'Only you see it: the customer does not, and the bot does not read it.',
    add: 'Add note',
    note: 'Note, only for you',
    remove: 'Remove the note',
    removed: 'Note removed',
    notSaved: 'The note was not saved.',
    notRemoved: 'The note was not removed.',
    key: 'Write a note that only you see',
  },
  zh: {
    write: '写一条只有您能看到的备注（N）',
    label: '您的备注',
    placeholder: '关于此对话的备注……',
    hint: '只有您能看到：客户看不到，机器人也不会读取。',
    add: '添加备注',
    note: '备注，仅您可见',
    remove: '删除备注',
    removed: '备注已删除',
    notSaved: '备注未能保存。',
    notRemoved: '备注未能删除。',
    key: '写一条只有您能看到的备注',
  },
};

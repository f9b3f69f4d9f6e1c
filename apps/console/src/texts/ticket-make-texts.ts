import type { Locale } from '../state/wire-types.ts';

/** Of a ticket that the owner makes of words in a conversation. */
export const ticketMakeTexts: Record<Locale, { make: string; made(name: string): string; open: string; none: string }> =
  {
    en: {
      make: 'Make a ticket of the selection',
      made: (name) => `${name} was made.`,
      open: 'Open it',
      none: 'Select what it is about first: the visitor has said nothing yet.',
    },
    zh: {
      make: '把选中的话做成工单',
      made: (name) => `已创建 ${name}。`,
      open: '打开',
      none: '请先选中内容：访客还没有说话。',
    },
  };

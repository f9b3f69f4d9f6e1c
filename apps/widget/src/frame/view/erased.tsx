import type { JSX } from 'preact';
import type { Locale } from '@solodesk/protocol/visitor';

const TEXTS: Record<Locale, string> = {
  en: 'This chat has ended, and what was said in it was erased. You can begin a new one.',
  zh: '对话已结束，其内容已被清除。您可以重新开始对话。',
};

/** What takes the place of a chat that the owner erased. */
export function Erased({ locale }: { locale: Locale }): JSX.Element {
  return (
    <div class="notice" role="status">
      <span>{TEXTS[locale]}</span>
    </div>
  );
}

import type { CleanedMessages } from '@solodesk/analytics';
import type { Locale } from '@solodesk/core';

type Dropped = CleanedMessages['dropped'];

/** What was left out in looking for themes, and why; nothing is said of what there is none of. */
export function leftOut(dropped: Dropped, locale: Locale): string {
  const words = TEXTS[locale];
  const out = (['empty', 'gibberish', 'bot'] as const).flatMap((why) =>
    dropped[why] === 0 ? [] : [words[why](dropped[why])],
  );
  return [
    ...(out.length === 0 ? [] : [words.out(out)]),
    ...(dropped.duplicates === 0 ? [] : [words.duplicates(dropped.duplicates)]),
  ].join(words.gap);
}

const TEXTS: Readonly<
  Record<Locale, Record<keyof Dropped, (n: number) => string> & { out(parts: readonly string[]): string; gap: string }>
> = {
  en: {
    out: (parts) => `Left out: ${parts.join(', ')}.`,
    empty: (n) => `${n} without words`,
    gibberish: (n) => (n === 1 ? '1 that says nothing' : `${n} that say nothing`),
    bot: (n) => `${n} copied from the bot`,
    duplicates: (n) => `Repeats of a message: ${n}; they count, but make nothing more typical.`,
    gap: ' ',
  },
  zh: {
    out: (parts) => `未计入：${parts.join('，')}。`,
    empty: (n) => `没有文字 ${n} 条`,
    gibberish: (n) => `没有意义 ${n} 条`,
    bot: (n) => `机器人原话 ${n} 条`,
    duplicates: (n) => `重复内容 ${n} 条：计入数量，但不影响归纳。`,
    gap: '',
  },
};

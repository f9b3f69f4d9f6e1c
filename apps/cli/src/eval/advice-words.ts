import type { Locale } from '@solodesk/core';
import type { Advice } from './confusions.ts';

/** What to do about two intents that swallow each other, in an author's words. */
export function adviceWords(advice: Advice, locale: Locale): string {
  return WORDS[locale](advice);
}

const WORDS: Readonly<Record<Locale, (advice: Advice) => string>> = {
  en(advice) {
    switch (advice.kind) {
      case 'add_examples':
        return `Add phrasings to ${advice.intent} with ${quoted(advice.words, '“', '”', ', ')}: ${advice.than} has more examples with ${advice.words.length === 1 ? 'this word' : 'these words'}.`;
      case 'new_words':
        return `Add phrasings to ${advice.intent} with ${quoted(advice.words, '“', '”', ', ')}: hardly any of its examples has ${advice.words.length === 1 ? 'this word' : 'these words'}.`;
      case 'merge_or_separate':
        return `Each takes the other's questions: say in the phrasings what tells ${advice.intents.join(' and ')} apart, or make one FAQ of them.`;
    }
  },
  zh(advice) {
    switch (advice.kind) {
      case 'add_examples':
        return `给 ${advice.intent} 补充带有${quoted(advice.words, '“', '”', '、')}的问法：${advice.than} 里带这些词的例句更多。`;
      case 'new_words':
        return `给 ${advice.intent} 补充带有${quoted(advice.words, '“', '”', '、')}的问法：它的例句里几乎没有这些词。`;
      case 'merge_or_separate':
        return `两者互相混淆：请在问法里写明 ${advice.intents.join(' 和 ')} 的区别，或者合并成一条。`;
    }
  },
};

function quoted(words: readonly string[], open: string, close: string, comma: string): string {
  return words.map((word) => `${open}${word}${close}`).join(comma);
}

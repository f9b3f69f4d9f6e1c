import type { Locale } from '../locale.ts';

/** Why a file was not taken. `too_many`: a message has room for no more, or an hour has. */
export type FileFault = 'empty' | 'too_large' | 'type' | 'damaged' | 'too_many_pixels' | 'too_many' | 'cut' | 'full';

export interface RefusedFile {
  /** As its sender called it: a path, or anything else. */
  readonly name: string;
  readonly fault: FileFault;
}

const WORDS: Readonly<Record<Locale, Readonly<Record<FileFault, string>>>> = {
  en: {
    empty: 'it is empty',
    too_large: 'it is too large',
    type: 'this kind of file is not taken',
    damaged: 'it cannot be read and may be damaged',
    too_many_pixels: 'it has too many pixels',
    too_many: 'too many files at once',
    cut: 'it did not arrive whole',
    full: 'files cannot be taken just now',
  },
  zh: {
    empty: '文件为空',
    too_large: '文件太大',
    type: '不支持这种文件',
    damaged: '无法读取，可能已损坏',
    too_many_pixels: '图片像素过多',
    too_many: '文件太多',
    cut: '未完整收到',
    full: '现在无法接收文件',
  },
};
/** Longest name that is repeated, in code points. */
const MOST_OF_NAME = 60;

/** Which files were not taken, each with its reason, as a part of a sentence. Empty for none. */
export function refusedWords(refused: readonly RefusedFile[], locale: Locale): string {
  const [why, next] = locale === 'zh' ? ['，', '；'] : [' – ', '; '];
  return refused.map(({ name, fault }) => `${shortened(name)}${why}${WORDS[locale][fault]}`).join(next);
}

function shortened(name: string): string {
  const characters = [...name.replace(/\s+/g, ' ')];
  return characters.length <= MOST_OF_NAME ? characters.join('') : `${characters.slice(0, MOST_OF_NAME).join('')}…`;
}

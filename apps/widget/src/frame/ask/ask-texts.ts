import type { Locale } from '@solodesk/protocol/visitor';

/** What the input aids say; they come with their part, not with the panel. */
export const ASK_TEXTS: Record<Locale, AskTexts> = {
  en: {
    why: (purpose) => `Asked ${purpose}`,
    day: 'Day',
    time: 'Time',
    take: 'Take this day',
    attach: 'Choose a file',
    speak: 'Speak instead of typing. Your browser’s maker may hear what you say.',
    listening: 'Listening … your browser’s maker may hear it. Press again to stop.',
    notAllowed: 'Your browser does not let me hear you. Please type instead.',
    heardNothing: 'I heard nothing. Please try again, or type.',
  },
  zh: {
    why: (purpose) => `询问原因：${purpose}`,
    day: '日期',
    time: '时间',
    take: '选这一天',
    attach: '选择文件',
    speak: '用语音代替打字。浏览器厂商可能会听到您说的内容。',
    listening: '正在听……浏览器厂商可能会听到。再按一次停止。',
    notAllowed: '浏览器不允许使用麦克风，请打字。',
    heardNothing: '没有听到声音，请再试一次，或者打字。',
  },
};

export interface AskTexts {
  why(purpose: string): string;
  day: string;
  time: string;
  take: string;
  attach: string;
  speak: string;
  listening: string;
  notAllowed: string;
  heardNothing: string;
}

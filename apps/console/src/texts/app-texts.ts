import type { Locale } from '../state/wire-types.ts';

/** The console as a program that is installed, updated and reloaded. */
export interface AppTexts {
  newVersion: string;
  reload: string;
  partMissing: string;
  partMissingText: string;
}

export const appTexts: Record<Locale, AppTexts> = {
  en: {
    newVersion: 'A new version is there. What you are writing is kept.',
    reload: 'Reload',
    partMissing: 'This part could not be loaded',
    partMissingText:
      'A new version of the console is there, or the connection is lost. Reload to go on; what you are writing is kept.',
  },
  zh: {
    newVersion: '有新版本了。您正在写的内容会保留。',
    reload: '重新加载',
    partMissing: '这一部分没能加载',
    partMissingText: '控制台有了新版本，或者连接中断了。重新加载后即可继续，您正在写的内容会保留。',
  },
};

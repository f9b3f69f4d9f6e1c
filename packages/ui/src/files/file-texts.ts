import type { UiLocale } from '../time-format.ts';
import type { FileFault } from './file-line.ts';

export interface FileTexts {
  chosen: string;
  /** Under the list, where one is refused. */
  takes: (megabytes: number, count: number) => string;
  sending: (percent: number) => string;
  ready: string;
  /** Sending was pressed before everything was there. */
  willSend: string;
  retry: string;
  remove: (name: string) => string;
  open: (name: string) => string;
  save: (name: string) => string;
  close: string;
  gone: string;
  tooMany: (count: number) => string;
  fault: Record<FileFault, string>;
}

/** What is said about files; it comes with their part. */
export const FILE_TEXTS: Record<UiLocale, FileTexts> = {
  en: {
    chosen: 'Files to send',
    takes: (megabytes, count) =>
      `Pictures, PDF, text and office documents, up to ${megabytes} MB each, ${count} in a message.`,
    sending: (percent) => `Uploading · ${percent}%`,
    ready: 'Ready to send',
    willSend: 'It goes out by itself as soon as the upload is done.',
    retry: 'Try again',
    remove: (name) => `Remove ${name}`,
    open: (name) => `Show ${name}`,
    save: (name) => `Download ${name}`,
    close: 'Close',
    gone: 'Not available any more',
    tooMany: (count) => `A message takes ${count} files. The others were left out.`,
    fault: {
      empty: 'This file is empty.',
      too_large: 'This file is too large.',
      type: 'This kind of file is not taken.',
      damaged: 'This picture cannot be read; it may be damaged.',
      too_many_pixels: 'This picture has too many pixels. Please make it smaller.',
      too_many: 'Too many files within an hour. Please wait a while.',
      cut: 'The upload was interrupted.',
      full: 'Files cannot be taken just now. Please try again later.',
      offline: 'The connection was lost.',
    },
  },
  zh: {
    chosen: '待发送的文件',
    takes: (megabytes, count) =>
      `可发送图片、PDF、文本和办公文档，每个不超过 ${megabytes} MB，每条消息最多 ${count} 个。`,
    sending: (percent) => `正在上传 · ${percent}%`,
    ready: '可以发送',
    willSend: '上传完成后会自动发送。',
    retry: '重试',
    remove: (name) => `移除 ${name}`,
    open: (name) => `查看 ${name}`,
    save: (name) => `下载 ${name}`,
    close: '关闭',
    gone: '已无法查看',
    tooMany: (count) => `一条消息最多 ${count} 个文件，其余未添加。`,
    fault: {
      empty: '这个文件是空的。',
      too_large: '文件太大。',
      type: '不支持这种文件。',
      damaged: '这张图片无法读取，可能已损坏。',
      too_many_pixels: '这张图片像素过多，请缩小后再发送。',
      too_many: '发送的文件太多了，请稍后再试。',
      cut: '上传中断了。',
      full: '现在无法接收文件，请稍后再试。',
      offline: '网络连接已断开。',
    },
  },
};

/** Bytes as people write them: `12 KB`, `3.4 MB`. */
export function sizeText(bytes: number, locale: UiLocale): string {
  const [amount, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'KB'] : [bytes / 1_000_000, 'MB'];
  const number = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 1 });
  return `${number.format(amount)} ${unit}`;
}

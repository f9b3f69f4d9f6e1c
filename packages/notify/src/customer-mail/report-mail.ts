import type { Locale, MailContent } from '@solodesk/core';
import type { MailBlock } from './mail-block.ts';
import type { Attachment } from './mail-files.ts';

type Report = Extract<MailContent, { template: 'report' }>;

const TEXTS: Readonly<Record<Locale, { go: string; open: string; why: string }>> = {
  en: {
    go: 'Go there',
    open: 'Open the insights',
    why: 'Console → Settings → Notifications says whether this report comes.',
  },
  zh: { go: '前往', open: '打开洞察', why: '控制台 → 设置 → 通知 可选择是否接收此报告。' },
};

const cidOf = (place: number) => `chart-${place + 1}@report`;

/** The report of a week or a month: what it says in words, then its charts. */
export function reportBlocks({ title, span, sections, charts, link }: Report, locale: Locale): MailBlock[] {
  const t = TEXTS[locale];
  return [
    { kind: 'lead', text: title },
    { kind: 'small', text: span },
    ...sections.map(({ title: name, lines }): MailBlock => ({
      kind: 'lines',
      title: name,
      lines: lines.map((line) => ({
        ...{ text: line.text, why: null },
        links: line.link === null ? [] : [{ label: t.go, link: line.link }],
      })),
    })),
    ...charts.map(({ name }, place): MailBlock => ({ kind: 'picture', name, cid: cidOf(place) })),
    { kind: 'button', label: t.open, link },
    { kind: 'small', text: t.why },
  ];
}

export function reportCharts({ charts }: Report): Attachment[] {
  return charts.map(({ png }, place) => ({
    ...{ filename: `chart-${place + 1}.png`, content: Buffer.from(png, 'base64'), contentType: 'image/png' },
    cid: cidOf(place),
  }));
}

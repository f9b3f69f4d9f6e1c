import type { DigestAct, DigestSection, DigestWhat, Locale } from '@solodesk/core';
import type { MailBlock } from './mail-block.ts';

interface DigestTexts {
  subject: (site: string, day: string) => string;
  lead: (day: string) => string;
  nothing: string;
  what: Record<DigestWhat, string>;
  act: Record<DigestAct, string>;
  open: string;
  why: string;
}

const TEXTS: Record<Locale, DigestTexts> = {
  en: {
    subject: (site, day) => `${site}: ${day}`,
    lead: (day) => `Good morning. What there is on ${day}:`,
    nothing: 'Nothing is overdue, nobody waits, and nobody is unhappy.',
    what: {
      promises: 'Overdue promises',
      first: 'First today',
      questions: 'New questions without an answer',
      unhappy: 'Unhappy customers',
      moved: 'A number that moved',
    },
    act: { open: 'Open', snooze: 'Until tomorrow', done: 'Done', ignore: 'Leave it out' },
    open: 'Open the console',
    why: 'A link asks before it does anything, and works for three days; keep this mail to yourself. Console → Settings → Notifications says whether and when it comes.',
  },
  zh: {
    subject: (site, day) => `${site}：${day}`,
    lead: (day) => `早上好。${day}的要事：`,
    nothing: '没有超时的承诺，没有人在等，也没有不满意的客户。',
    what: {
      promises: '超时的承诺',
      first: '今天优先处理',
      questions: '新的未答问题',
      unhappy: '不满意的客户',
      moved: '变化明显的数字',
    },
    act: { open: '打开', snooze: '推迟到明天', done: '已完成', ignore: '忽略' },
    open: '打开控制台',
    why: '点击链接后会先确认再执行，三天内有效；请勿转发此邮件。可在 控制台 → 设置 → 通知 中选择是否以及何时发送。',
  },
};

/** The morning's mail: sections with something to say, each line with its links. */
export function digestMail(
  { day, sections, link }: { day: string; sections: readonly DigestSection[]; link: string },
  locale: Locale,
  site: string,
): { subject: string; blocks: MailBlock[] } {
  const t = TEXTS[locale];
  const shown = sections.map(({ what, lines }): MailBlock => ({
    kind: 'lines',
    title: t.what[what],
    lines: lines.map(({ text, why, links }) => ({
      ...{ text, why },
      links: links.map((one) => ({ label: t.act[one.act], link: one.link })),
    })),
  }));
  return {
    subject: t.subject(site, day),
    blocks: [
      { kind: 'lead', text: sections.length === 0 ? t.nothing : t.lead(day) },
      ...shown,
      { kind: 'button', label: t.open, link },
      { kind: 'small', text: t.why },
    ],
  };
}

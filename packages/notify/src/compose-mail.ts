import { wordsOf } from '@solodesk/core';
import type { Locale, LogEvent, OwnerCall } from '@solodesk/core';
import { NOTICE_TEXTS } from './mail-texts.ts';
import type { NoticeTexts } from './mail-texts.ts';
import { grey, mailPage } from './mail-page.ts';
import { escapeHtml, oneLine } from './plain.ts';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

interface Line {
  who: string;
  time: string;
  /** Null for something that happened rather than was said. */
  text: string | null;
}

/** Claims that fit into one line; a page may claim anything at any length. */
const CLAIMS_LENGTH = 300;

/** The mail about somebody who waits, plain and as HTML. What visitors wrote stands in it as text, and nowhere in the subject. */
export function composeMail(call: OwnerCall, locale: Locale): MailText {
  const t = NOTICE_TEXTS[locale];
  const siteName = oneLine(call.site.name);
  const time = clock(call.site.timeZone, t.language);
  const { waitingSince, promisedFor } = call.conversation;
  const facts = [
    ...who(call, t),
    ...(call.visitor.page === null
      ? []
      : [`${t.page}: ${oneLine(call.visitor.page.title)} ${oneLine(call.visitor.page.url)}`]),
    ...(promisedFor === null ? [] : [t.promised(time(promisedFor))]),
  ];
  const intro = t.waits(siteName, time(waitingSince ?? call.conversation.lastVisitorAt));
  const lines = call.events.flatMap((event) => lineOf(event, t, time));
  return {
    subject: t.subject(siteName),
    text: plainMail(t, { intro, facts, lines, cut: call.cut, link: call.link }),
    html: htmlMail(t, { intro, facts, lines, cut: call.cut, link: call.link }),
  };
}

export function composeTestMail(locale: Locale): MailText {
  const t = NOTICE_TEXTS[locale];
  const html = mailPage(t.language, [`<p>${escapeHtml(t.test)}</p>`]);
  return { subject: t.testSubject, text: `${t.test}\n`, html };
}

/** Only a signature makes an identity; what the page says is a claim, also of a verified visitor. */
function who({ visitor }: OwnerCall, t: NoticeTexts): string[] {
  const claims = Object.entries(visitor.claims)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${oneLine(name)}: ${oneLine(String(value))}`)
    .join(', ');
  const identity =
    visitor.userId === null ? t.anonymous : (visitor.verified ? t.verified : t.unverified)(oneLine(visitor.userId));
  return [identity, ...(claims === '' ? [] : [t.claims(shortened(claims))])];
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= CLAIMS_LENGTH ? text : `${characters.slice(0, CLAIMS_LENGTH).join('')}…`;
}

function lineOf({ at, entry }: LogEvent, t: NoticeTexts, clockTime: (at: number) => string): Line[] {
  const time = clockTime(at);
  if (entry.type === 'visitor_message') return [{ who: t.visitor, time, text: wordsOf(entry) }];
  if (entry.type === 'bot_message') return [{ who: t.bot, time, text: entry.text }];
  if (entry.type === 'handoff') {
    const why = { asked: `${t.visitor} ${t.asked}`, unsure: t.unsure, emergency: t.danger }[entry.reason];
    return [{ who: why, time, text: null }];
  }
  if (entry.type === 'hand_back' && entry.by === 'visitor')
    return [{ who: `${t.visitor} ${t.resumed}`, time, text: null }];
  return [];
}

interface Parts {
  intro: string;
  facts: string[];
  lines: Line[];
  cut: boolean;
  link: string;
}

function plainMail(t: NoticeTexts, { intro, facts, lines, cut, link }: Parts): string {
  const said = lines.map(({ who, time, text }) => (text === null ? `[${time}] ${who}` : `[${time}] ${who}:\n${text}`));
  const parts = [
    intro,
    facts.join('\n'),
    t.said,
    ...(cut ? [t.cut] : []),
    ...said,
    `${t.answer}: ${link}\n${t.noReply}`,
    `-- \n${t.why}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function htmlMail(t: NoticeTexts, { intro, facts, lines, cut, link }: Parts): string {
  const said = lines.map(({ who, time, text }) => {
    const head = `<div ${grey()}>${escapeHtml(`${who} · ${time}`)}</div>`;
    if (text === null) return `<div style="margin:0 0 12px">${head}</div>`;
    const side = who === t.visitor ? '#6366f1' : '#a8a29e';
    return (
      `<div style="margin:0 0 12px;padding:0 0 0 12px;border-left:3px solid ${side}">${head}` +
      `<div dir="auto" style="white-space:pre-wrap;overflow-wrap:anywhere">${escapeHtml(text)}</div></div>`
    );
  });
  const button =
    'display:inline-block;padding:10px 16px;border-radius:8px;background:#4338ca;color:#ffffff;text-decoration:none';
  return mailPage(t.language, [
    `<p style="font-weight:600">${escapeHtml(intro)}</p>`,
    `<p ${grey('overflow-wrap:anywhere')}>${facts.map(escapeHtml).join('<br>')}</p>`,
    `<p>${escapeHtml(t.said)}</p>`,
    ...(cut ? [`<p ${grey()}>${escapeHtml(t.cut)}</p>`] : []),
    ...said,
    `<p><a href="${escapeHtml(link)}" style="${button}">${escapeHtml(t.answer)}</a></p>`,
    `<p ${grey()}>${escapeHtml(t.noReply)}</p>`,
    `<p ${grey()}>${escapeHtml(t.why)}</p>`,
  ]);
}

function clock(timeZone: string, language: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone,
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  });
  return (at) => format.format(at);
}

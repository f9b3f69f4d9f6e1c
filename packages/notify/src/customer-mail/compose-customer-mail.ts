import type { MailContent, MailDetail, MailExit, MailPayload } from '@solodesk/core';
import { alertText } from '../alert-texts.ts';
import type { MailText } from '../compose-mail.ts';
import { oneLine } from '../plain.ts';
import { CUSTOMER_TEXTS } from './customer-texts.ts';
import type { CustomerTexts } from './customer-texts.ts';
import { digestMail } from './digest-mail.ts';
import { renderMail } from './mail-block.ts';
import type { Brand, MailBlock } from './mail-block.ts';
import { blocksOnLeft, NO_MAIL_FILES } from './mail-files.ts';
import { reportBlocks, reportCharts } from './report-mail.ts';
import { leaveHeaders } from './leave-headers.ts';
import type { Attachment, MailFiles } from './mail-files.ts';

export interface CustomerMail extends MailText {
  attachments: readonly Attachment[];
  /** Whether a person wrote what it says: then a reader's holiday responder may answer. */
  byPerson: boolean;
  /** By their names, beside those that every mail has. */
  headers: Readonly<Record<string, string>>;
}

/**
 * A mail of the outbox in words. What people wrote stands in it as text, and nowhere in the subject; values of sensitive
 * details do not stand in it at all.
 * @param answered whether an answer to this mail reaches the conversation: only then is it asked for.
 * @param files what goes with it
 */
export function composeCustomerMail(
  payload: MailPayload,
  brand: Brand,
  answered: boolean,
  files: MailFiles = NO_MAIL_FILES,
): CustomerMail {
  const { locale, content } = payload;
  const t = CUSTOMER_TEXTS[locale];
  const { subject, blocks } = parts(content, t, oneLine(brand.name), answered);
  blocks.push(...blocksOnLeft(payload, files.left));
  return {
    ...renderMail(subject, t.language, brand, blocks),
    attachments: [
      ...files.attached,
      ...calendarOf(content),
      ...(content.template === 'report' ? reportCharts(content) : []),
    ],
    headers: 'unsubscribe' in content ? leaveHeaders(content) : {},
    byPerson: content.template === 'owner_answer_unseen' || content.template === 'remedy_offered',
  };
}

interface Parts {
  subject: string;
  blocks: MailBlock[];
}

function parts(content: MailContent, t: CustomerTexts, site: string, answered: boolean): Parts {
  const howToAdd: MailBlock = { kind: 'small', text: answered ? t.addByMail : t.addByChat };
  switch (content.template) {
    case 'ticket_received': {
      const { ticket, subject, understood, missing, promise } = content;
      const blocks: MailBlock[] = [
        lead(t.received.lead(ticket)),
        facts(t.understood, [{ label: t.about, value: subject }, ...shown(understood, t)]),
      ];
      if (missing.length > 0) blocks.push({ kind: 'list', title: t.missing, items: missing });
      if (missing.length > 0 && answered) blocks.push(text(t.missingByMail));
      if (promise !== null) blocks.push(text(t.promise(promise)));
      return { subject: t.received.subject(ticket, site), blocks: [...blocks, howToAdd] };
    }
    case 'owner_answer_unseen': {
      const words = content.answers.map(({ name, text }): MailBlock => ({ kind: 'words', who: name, text }));
      return {
        subject: t.answer.subject(site),
        blocks: [lead((content.toMail === true ? t.answer.toMail : t.answer.lead)(site)), ...words, howToAdd],
      };
    }
    case 'ticket_solved': {
      const { ticket, subject, note } = content;
      const blocks = [
        lead(t.solved.lead(ticket)),
        facts(t.understood, [{ label: t.about, value: subject }]),
        ...optional(note),
      ];
      return { subject: t.solved.subject(ticket, site), blocks: [...blocks, text(t.solved.reopen), howToAdd] };
    }
    case 'satisfaction': {
      const { low, high, once } = t.satisfaction;
      const scores: MailBlock = { kind: 'scores', scores: content.scores, low, high };
      return {
        subject: t.satisfaction.subject(site),
        blocks: [
          lead(t.satisfaction.lead(content.about, site)),
          scores,
          { kind: 'small', text: once },
          ...notAgain(content, t),
        ],
      };
    }
    case 'survey': {
      const { title, intro, link } = content;
      const words: MailBlock[] = [lead(t.survey.lead(site, title))];
      if (intro !== '') words.push(text(intro));
      const button: MailBlock = { kind: 'button', label: t.survey.open, link };
      return {
        subject: t.survey.subject(title, site),
        blocks: [...words, button, { kind: 'small', text: t.survey.once }, ...notAgain(content, t)],
      };
    }
    case 'message': {
      const { subject, text: words, link, unsubscribe } = content;
      const button: MailBlock[] = link === null ? [] : [{ kind: 'button', label: link.label, link: link.url }];
      const leave: MailBlock = { kind: 'link', text: t.message.why(site), label: t.message.leave, link: unsubscribe };
      return { subject, blocks: [text(words), ...button, leave] };
    }
    case 'remedy_offered': {
      const { ticket, name, texts } = content;
      const isOne = texts.length === 1;
      const words = isOne ? texts.join() : texts.map((text, at) => `${at + 1}. ${text}`).join('\n');
      const how: MailBlock = { kind: 'text', text: remedyHow(t, isOne, answered) };
      return {
        subject: t.remedy.subject(ticket, site),
        blocks: [lead(t.remedy.lead(ticket, site)), { kind: 'words', who: name, text: words }, how],
      };
    }
    case 'complaint_deadline': {
      const { ticket, subject, by, link } = content;
      const about = facts(t.understood, [{ label: t.about, value: subject }]);
      return {
        subject: t.complaint.subject(ticket, by),
        blocks: [lead(t.complaint.lead(ticket, by)), about, { kind: 'button', label: t.complaint.open, link }],
      };
    }
    case 'report':
      return { subject: content.title, blocks: reportBlocks(content, t.language === 'en' ? 'en' : 'zh') };
    case 'digest':
      return digestMail(content, t.language === 'en' ? 'en' : 'zh', site);
    case 'alert': {
      const { title, lead: said, words } = alertText(content.alert, t.language === 'en' ? 'en' : 'zh');
      const quoted: MailBlock[] = words === null ? [] : [{ kind: 'words', ...words }];
      const open: MailBlock = { kind: 'button', label: t.complaint.open, link: content.link };
      return {
        subject: `${site}: ${title}`,
        blocks: [lead(said), ...quoted, open, { kind: 'small', text: t.alertWhy }],
      };
    }
    case 'themes_doubled': {
      const lines = content.themes.map(({ name, size, before, link }) => ({
        ...{ text: t.doubled.theme(name, size, before), why: null },
        // One that was planned by an earlier version has none.
        links: link ? [{ label: t.doubled.typical, link }] : [],
      }));
      return {
        subject: t.doubled.subject(site),
        blocks: [
          { kind: 'lines', title: t.doubled.lead, lines },
          { kind: 'button', label: t.doubled.open, link: content.link },
        ],
      };
    }
    case 'appointment':
      return appointment(content, t);
    case 'known_problem_fixed':
      return {
        subject: t.fixed.subject(site),
        blocks: [lead(t.fixed.lead(content.problem)), ...optional(content.note), howToAdd],
      };
    case 'routed_ticket': {
      const { ticket, subject, reason, details, contact, filesAt } = content;
      const known = facts(t.routed.details, [{ label: t.about, value: subject }, ...shown(details, t)]);
      const items = contact.map(({ value }) => value);
      const whom = items.length === 0 ? [] : [{ kind: 'list' as const, title: t.routed.contact, items }];
      return {
        subject: t.routed.subject(ticket, site),
        blocks: [
          lead(t.routed.lead(ticket, site)),
          text(t.routed.reason(reason)),
          known,
          ...whom,
          ...(filesAt === undefined ? [] : [{ kind: 'button' as const, label: t.routed.files, link: filesAt }]),
          { kind: 'small', text: t.routed.noReply },
        ],
      };
    }
  }
}

/** What nobody asked for can be ended in the mail itself. */
function notAgain({ unsubscribe }: MailExit, { notAgain: { why, leave } }: CustomerTexts): MailBlock[] {
  return unsubscribe === undefined ? [] : [{ kind: 'link', text: why, label: leave, link: unsubscribe }];
}

function appointment(content: Extract<MailContent, { template: 'appointment' }>, t: CustomerTexts): Parts {
  const { status, title, when, where, calendar, link } = content;
  const { appointment: words } = t;
  const blocks: MailBlock[] = [
    lead(words[status](title)),
    facts(words.what, [
      { label: words.when, value: when },
      ...(where === null ? [] : [{ label: words.where, value: where }]),
    ]),
  ];
  if (calendar !== null)
    blocks.push({ kind: 'small', text: status === 'cancelled' ? words.attachedCancel : words.attached });
  if (link !== null && status !== 'cancelled') blocks.push({ kind: 'button', label: words.change, link });
  return { subject: words[status](title), blocks };
}

/** RFC 6047: the method stands in the type too, so that mail programs offer "accept" or take the entry away. */
function calendarOf(content: MailContent): Attachment[] {
  if (content.template !== 'appointment' || content.calendar === null) return [];
  const method = content.status === 'cancelled' ? 'CANCEL' : 'PUBLISH';
  const contentType = `text/calendar; charset=utf-8; method=${/^METHOD:(\w+)/m.exec(content.calendar)?.[1] ?? method}`;
  return [{ filename: 'appointment.ics', content: content.calendar, contentType }];
}

function lead(words: string): MailBlock {
  return { kind: 'lead', text: words };
}

function text(words: string): MailBlock {
  return { kind: 'text', text: words };
}

function optional(note: string | null): MailBlock[] {
  return note === null ? [] : [text(note)];
}

function facts(title: string, known: readonly { label: string; value: string }[]): MailBlock {
  return { kind: 'facts', title, facts: known };
}

function shown(details: readonly MailDetail[], t: CustomerTexts): { label: string; value: string }[] {
  return details.map(({ label, value, sensitive }) => ({ label, value: sensitive === true ? t.kept : value }));
}

function remedyHow({ remedy }: CustomerTexts, isOne: boolean, answered: boolean): string {
  if (isOne) return answered ? remedy.byMail : remedy.byChat;
  return answered ? remedy.choiceByMail : remedy.choiceByChat;
}

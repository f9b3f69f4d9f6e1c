import { wordsOf } from '@solodesk/core';
import type { Locale, LogEvent } from '@solodesk/core';
import type { PersonRecord } from '@solodesk/core/use-cases';
import { archiveTexts } from './archive-texts.ts';
import type { ArchiveTexts } from './archive-texts.ts';

export interface PageFacts {
  readonly locale: Locale;
  /** Of the business. */
  readonly siteName: string;
  readonly at: number;
  /** Where a file of the archive lies, by its id. */
  readonly pathOf: (fileId: string) => string;
}

/** The archive's page: no script, nothing from elsewhere, every word of theirs as text. */
export function personPage(record: PersonRecord, { locale, siteName, at, pathOf }: PageFacts): string {
  const t = archiveTexts[locale];
  const title = t.title(record.person.name ?? t.nameless);
  return `<!doctype html>
<html lang="${t.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
body { max-width: 760px; margin: 0 auto; padding: 24px 16px; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(110px, 200px) 1fr; gap: 4px 16px; } dd { margin: 0; }
dt, .when { opacity: 0.7; } h2 { margin-top: 40px; border-bottom: 1px solid; } li { margin: 6px 0; } p { white-space: pre-wrap; margin: 2px 0 10px; }
</style>
</head>
<body>
<h1>${escape(title)}</h1>
<p>${escape(t.made(siteName, time(at)))}
${escape(t.parts)}</p>
${section(t, t.profile, [...record.contacts.map((contact) => contactFacts(t, contact)), ...record.browsers.map(({ visitor }) => visitorFacts(t, visitor))])}
${section(
  t,
  t.conversations,
  record.conversations.map(({ log }) => talk(t, log)),
)}
${section(
  t,
  t.tickets,
  record.tickets.map((one) => ticketPart(t, one)),
)}
${section(t, t.orders, record.orders.map(orderPart))}
${section(
  t,
  t.appointments,
  record.appointments.map(
    ({ startsAt, service, state }) => `<p>${escape(`${time(startsAt)} · ${service} · ${state}`)}</p>`,
  ),
)}
${section(
  t,
  t.scores,
  record.conversations
    .flatMap(({ answers }) => answers)
    .map(
      (one) =>
        `<p>${escape([one.score, one.word, json(one.answers)].filter((part) => part !== '' && part !== null).join(' · '))}</p>`,
    ),
)}
${section(
  t,
  t.pages,
  record.browsers
    .flatMap(({ tracked }) => tracked)
    .map(
      (one) =>
        `<p><span class="when">${time(one.at)}</span> ${escape(`${one.name} ${one.page} ${json(one.props)}`)}</p>`,
    ),
)}
${section(
  t,
  t.files,
  record.files.map(
    ({ id, name, bytes }) => `<p><a href="${escape(encodeURI(pathOf(id)))}">${escape(name)}</a> · ${bytes} B</p>`,
  ),
)}
</body>
</html>
`;
}

function section(t: ArchiveTexts, title: string, parts: readonly string[]): string {
  return `<section><h2>${escape(title)}</h2>${parts.length === 0 ? `<p>${escape(t.none)}</p>` : parts.join('\n')}</section>`;
}

function facts(pairs: readonly (readonly [string | undefined, unknown])[]): string {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== '{}');
  return `<dl>${known.map(([label, value]) => `<dt>${escape(label ?? '')}</dt><dd>${escape(String(value))}</dd>`).join('')}</dl>`;
}

function contactFacts({ labels }: ArchiveTexts, contact: PersonRecord['contacts'][number]): string {
  return facts([
    [labels.name, contact.name],
    [labels.email, contact.email],
    [labels.phone, contact.phone],
    [labels.id, contact.id],
    [labels.language, contact.locale],
    [labels.verified, contact.verified],
    [labels.since, time(contact.createdAt)],
    [labels.customerSince, contact.customerSince === null ? null : time(contact.customerSince)],
    [labels.source, json(contact.source)],
  ]);
}

function visitorFacts({ labels }: ArchiveTexts, visitor: PersonRecord['browsers'][number]['visitor']): string {
  return facts([
    [labels.id, visitor.id],
    [labels.since, time(visitor.createdAt)],
    [labels.language, visitor.locale],
    [labels.timeZone, visitor.timeZone],
    [labels.attributes, json(visitor.claims)],
    [labels.consent, visitor.consent === null ? null : `${visitor.consent.version}, ${time(visitor.consent.at)}`],
    [labels.page, visitor.page?.url],
    [labels.referrer, visitor.referrer],
  ]);
}

const SPEAKERS = { visitor_message: 'visitor', bot_message: 'bot', owner_message: 'owner' } as const;

function talk(t: ArchiveTexts, log: readonly LogEvent[]): string {
  const lines = log.map(({ at, entry }) => {
    const when = `<span class="when">${time(at)}</span>`;
    const words = wordsOf(entry);
    if (words === null || !('text' in entry)) return `<li>${when} ${escape(entry.type)}</li>`;
    const who = entry.type === 'owner_message' ? entry.name : t.from[SPEAKERS[entry.type]];
    return `<li>${when} <b>${escape(who)}</b><p>${escape(words)}</p></li>`;
  });
  return `<ul>${lines.join('\n')}</ul>`;
}

function ticketPart(t: ArchiveTexts, { ticket, history }: PersonRecord['tickets'][number]): string {
  const details = facts(ticket.details.map(({ label, value }) => [label, value] as const));
  const happened = history.map(
    ({ at, by, what }) => `<li><span class="when">${time(at)}</span> ${escape(`${by.kind} · ${json(what)}`)}</li>`,
  );
  return `<h3>T${ticket.number} · ${escape(ticket.subject)}</h3><p class="when">${escape(`${ticket.state} · ${time(ticket.createdAt)}`)}</p>${details}<details><summary>${escape(t.happened)}</summary><ul>${happened.join('')}</ul></details>`;
}

function orderPart({ number, placedAt, status, total, currency, lines }: PersonRecord['orders'][number]): string {
  const goods = lines.map((line) => `${line.quantity} × ${line.name ?? line.product ?? ''}`).join(', ');
  const sum = total === null ? '' : `${total} ${currency ?? ''}`;
  return `<p><b>${escape(number)}</b> · <span class="when">${time(placedAt)}</span> · ${escape([status, sum, goods].filter(Boolean).join(' · '))}</p>`;
}

const time = (at: number) => new Date(at).toISOString().replace('T', ' ').slice(0, 16);
const json = (value: unknown) => JSON.stringify(value);

/** Text is text, in attributes too. */
function escape(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

import type { MailText } from '../compose-mail.ts';
import { grey, mailPage } from '../mail-page.ts';
import { escapeHtml, oneLine } from '../plain.ts';

/** Whose name and colour a mail bears. */
export interface Brand {
  name: string;
  /** `#rrggbb` */
  accent: string;
  /** What can be read on the accent. */
  onAccent: string;
}

/** A piece of a mail. Everything in it is text: nothing is HTML yet. */
export type MailBlock =
  | { kind: 'lead' | 'text' | 'small'; text: string }
  | { kind: 'facts'; title: string; facts: readonly { label: string; value: string }[] }
  | { kind: 'list'; title: string; items: readonly string[] }
  | { kind: 'words'; who: string; text: string }
  | { kind: 'button'; label: string; link: string }
  /** A picture that goes with the mail. */
  | { kind: 'picture'; name: string; cid: string }
  | { kind: 'lines'; title: string; lines: readonly BlockLine[] }
  /** Small, with a link behind it. */
  | { kind: 'link'; text: string; label: string; link: string }
  | { kind: 'scores'; scores: readonly { score: number; link: string }[]; low: string; high: string };

interface BlockLine {
  text: string;
  why: string | null;
  links: readonly { label: string; link: string }[];
}

/** A mail of blocks, as plain text and as HTML that looks the same in mail programs without style sheets. */
export function renderMail(subject: string, language: string, brand: Brand, blocks: readonly MailBlock[]): MailText {
  const name = oneLine(brand.name);
  return {
    subject: oneLine(subject),
    text: `${[...blocks.map(plain), `-- \n${name}`].join('\n\n')}\n`,
    html: mailPage(language, [
      `<p style="margin:0 0 20px;padding:0 0 12px;font-weight:600;border-bottom:3px solid ${brand.accent}">${escapeHtml(name)}</p>`,
      ...blocks.map((block) => html(block, brand)),
    ]),
  };
}

function plain(block: MailBlock): string {
  switch (block.kind) {
    case 'facts':
      return `${block.title}\n${block.facts.map(({ label, value }) => `${oneLine(label)}: ${value}`).join('\n')}`;
    case 'list':
      return `${block.title}\n${block.items.map((item) => `- ${item}`).join('\n')}`;
    case 'words':
      return `${oneLine(block.who)}:\n${block.text}`;
    case 'picture':
      return `[${oneLine(block.name)}]`;
    case 'button':
      return `${block.label}: ${block.link}`;
    case 'link':
      return `${block.text}\n${block.label}: ${block.link}`;
    case 'lines': {
      const lines = block.lines.map(({ text, why, links }) =>
        [
          `- ${oneLine(text)}${why === null ? '' : ` (${oneLine(why)})`}`,
          ...links.map(({ label, link }) => `  ${label}: ${link}`),
        ].join('\n'),
      );
      return `${block.title}\n${lines.join('\n')}`;
    }
    case 'scores':
      return `${block.low} … ${block.high}\n${block.scores.map(({ score, link }) => `${score}: ${link}`).join('\n')}`;
    default:
      return block.text;
  }
}

const WRAP = 'white-space:pre-wrap;overflow-wrap:anywhere';

function html(block: MailBlock, { accent, onAccent }: Brand): string {
  switch (block.kind) {
    case 'lead':
      return `<p style="font-weight:600;${WRAP}">${escapeHtml(block.text)}</p>`;
    case 'text':
      return `<p style="${WRAP}">${escapeHtml(block.text)}</p>`;
    case 'small':
      return `<p ${grey(WRAP)}>${escapeHtml(block.text)}</p>`;
    case 'facts': {
      const cell = 'padding:4px 12px 4px 0;vertical-align:top;text-align:start';
      const rows = block.facts.map(
        ({ label, value }) =>
          `<tr><th scope="row" class="grey" style="${cell};font-weight:400;color:#57534e">${escapeHtml(label)}</th>` +
          `<td dir="auto" style="${cell};${WRAP}">${escapeHtml(value)}</td></tr>`,
      );
      return `<p style="margin-bottom:4px">${escapeHtml(block.title)}</p><table style="border-collapse:collapse">${rows.join('')}</table>`;
    }
    case 'list':
      return `<p style="margin-bottom:4px">${escapeHtml(block.title)}</p><ul style="margin-top:0">${block.items
        .map((item) => `<li dir="auto" style="${WRAP}">${escapeHtml(item)}</li>`)
        .join('')}</ul>`;
    case 'words':
      return (
        `<div style="margin:0 0 12px;padding:0 0 0 12px;border-left:3px solid ${accent}"><div ${grey()}>${escapeHtml(block.who)}</div>` +
        `<div dir="auto" style="${WRAP}">${escapeHtml(block.text)}</div></div>`
      );
    case 'picture':
      return `<p ${grey()}>${escapeHtml(block.name)}<br><img src="cid:${escapeHtml(block.cid)}" alt="${escapeHtml(block.name)}" width="440" class="picture" style="box-sizing:border-box;max-width:100%;height:auto"></p>`;
    case 'button':
      return `<p><a href="${escapeHtml(block.link)}" style="${button(accent, onAccent)}">${escapeHtml(block.label)}</a></p>`;
    case 'link':
      return `<p ${grey(WRAP)}>${escapeHtml(block.text)} <a href="${escapeHtml(block.link)}" style="color:inherit">${escapeHtml(block.label)}</a></p>`;
    case 'lines': {
      const lines = block.lines.map(({ text, why, links }) => {
        const doing = links.map(
          ({ label, link }) =>
            `<a href="${escapeHtml(link)}" style="display:inline-block;padding:6px 16px 6px 0;color:inherit">${escapeHtml(label)}</a>`,
        );
        const reason = why === null ? '' : `<div dir="auto" ${grey(WRAP)}>${escapeHtml(why)}</div>`;
        return `<div style="margin:0 0 12px;padding:0 0 0 12px;border-left:3px solid ${accent}"><div dir="auto" style="${WRAP}">${escapeHtml(text)}</div>${reason}<div style="font-size:14px">${doing.join('')}</div></div>`;
      });
      return `<h2 style="margin:20px 0 8px;font-size:16px">${escapeHtml(block.title)}</h2>${lines.join('')}`;
    }
    case 'scores': {
      const links = block.scores.map(
        ({ score, link }) =>
          `<a href="${escapeHtml(link)}" style="display:inline-block;min-width:24px;margin:0 4px 6px 0;padding:8px 4px;border-radius:8px;text-align:center;background:${accent};color:${onAccent};text-decoration:none">${score}</a>`,
      );
      return `<p>${links.join('')}</p><p ${grey()}>${escapeHtml(`1 = ${block.low} · 10 = ${block.high}`)}</p>`;
    }
  }
}

function button(accent: string, onAccent: string): string {
  return `display:inline-block;padding:10px 16px;border-radius:8px;background:${accent};color:${onAccent};text-decoration:none`;
}

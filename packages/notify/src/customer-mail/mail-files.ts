import type { MailContent, MailedFile, MailPayload } from '@solodesk/core';
import type { MailBlock } from './mail-block.ts';

/** Most bytes of files in one mail. Written as base64 they are a third more, and many servers take no mail of more than 25 MB. */
const MOST_BYTES = 15 * 1024 * 1024;

export interface Attachment {
  filename: string;
  content: string | Buffer;
  contentType: string;
  /** By which the mail's own HTML shows it. */
  cid?: string;
}

/** A file that stays behind. */
export interface LeftFile {
  name: string;
  /** Where it can be fetched; null where it is gone. */
  link: string | null;
}

/** The files of a mail: those that go with it, and those that stay behind. */
export interface MailFiles {
  readonly attached: readonly Attachment[];
  readonly left: readonly LeftFile[];
}

export const NO_MAIL_FILES: MailFiles = { attached: [], left: [] };

/** How long a link to a file is good for. Days. */
export const FILE_LINK_DAYS = 14;

const TEXTS = {
  en: {
    large: 'Too large for a mail:',
    fetch: 'Download',
    lasts: `These links work for ${FILE_LINK_DAYS} days.`,
    gone: (names: string) => `Not in this mail: ${names}. Please look in the chat on our web site.`,
  },
  zh: {
    large: '文件太大，未随邮件发送：',
    fetch: '下载',
    lasts: `链接 ${FILE_LINK_DAYS} 天内有效。`,
    gone: (names: string) => `未随此邮件发送：${names}。请到我们网站的聊天窗口查看。`,
  },
};

/**
 * Reads what goes with a mail, the first files first, as long as there is room.
 * @param read what is in a file; null when it is gone
 * @param linkTo where a file that has no room can be fetched
 */
export async function readMailFiles(
  content: MailContent,
  read: (id: string) => Promise<Uint8Array | null>,
  linkTo: (id: string) => string,
): Promise<MailFiles> {
  const attached: Attachment[] = [];
  const left: LeftFile[] = [];
  let room = MOST_BYTES;
  for (const { id, name, type, bytes } of filesOf(content)) {
    if (bytes > room) {
      left.push({ name, link: linkTo(id) });
      continue;
    }
    const held = await read(id);
    if (held === null) {
      left.push({ name, link: null });
      continue;
    }
    room -= held.length;
    attached.push({ filename: name, content: Buffer.from(held), contentType: type });
  }
  return { attached, left };
}

/** The same mail for a server that takes none so large: every file is named, and none goes with it. */
export function withoutFiles(content: MailContent, linkTo: (id: string) => string): MailFiles {
  return { attached: [], left: filesOf(content).map(({ id, name }) => ({ name, link: linkTo(id) })) };
}

/** Says which files do not go with a mail, and where they are. */
export function blocksOnLeft({ locale }: Pick<MailPayload, 'locale'>, left: readonly LeftFile[]): MailBlock[] {
  const t = TEXTS[locale];
  const lines = left.flatMap(({ name, link }) =>
    link === null ? [] : [{ text: name, why: null, links: [{ label: t.fetch, link }] }],
  );
  const gone = left.filter(({ link }) => link === null).map(({ name }) => name);
  return [
    ...(lines.length > 0
      ? [
          { kind: 'lines' as const, title: t.large, lines },
          { kind: 'small' as const, text: t.lasts },
        ]
      : []),
    ...(gone.length > 0 ? [{ kind: 'small' as const, text: t.gone(gone.join(locale === 'zh' ? '、' : ', ')) }] : []),
  ];
}

function filesOf(content: MailContent): readonly MailedFile[] {
  return content.template === 'owner_answer_unseen' ? (content.files ?? []) : [];
}

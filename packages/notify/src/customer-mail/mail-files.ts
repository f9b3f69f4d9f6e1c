import type { MailContent, MailedFile, MailPayload } from '@solodesk/core';

/** Most bytes of files in one mail. Written as base64 they are a third more, and many servers take no mail of more than 25 MB. */
const MOST_BYTES = 15 * 1024 * 1024;

export interface Attachment {
  filename: string;
  content: string | Buffer;
  contentType: string;
  /** By which the mail's own HTML shows it. */
  cid?: string;
}

/** The files of a mail: those that go with it, and the names of those that stay behind. */
export interface MailFiles {
  readonly attached: readonly Attachment[];
  readonly left: readonly string[];
}

export const NO_MAIL_FILES: MailFiles = { attached: [], left: [] };

const LEFT = {
  en: (names: string) => `Not in this mail: ${names}. Please look in the chat on our web site.`,
  zh: (names: string) => `未随此邮件发送：${names}。请到我们网站的聊天窗口查看。`,
};

/**
 * Reads what goes with a mail, the first files first, as long as there is room.
 * @param read what is in a file; null when it is gone
 */
export async function readMailFiles(
  content: MailContent,
  read: (id: string) => Promise<Uint8Array | null>,
): Promise<MailFiles> {
  const attached: Attachment[] = [];
  const left: string[] = [];
  let room = MOST_BYTES;
  for (const { id, name, type, bytes } of filesOf(content)) {
    const held = bytes > room ? null : await read(id);
    if (held === null) {
      left.push(name);
      continue;
    }
    room -= held.length;
    attached.push({ filename: name, content: Buffer.from(held), contentType: type });
  }
  return { attached, left };
}

/** The same mail for a server that takes none so large: every file is named, and none goes with it. */
export function withoutFiles(content: MailContent): MailFiles {
  return { attached: [], left: filesOf(content).map(({ name }) => name) };
}

/** Says which files a reader has to look for elsewhere. */
export function wordsOnLeft({ locale }: Pick<MailPayload, 'locale'>, left: readonly string[]): string {
  return LEFT[locale](left.join(locale === 'zh' ? '、' : ', '));
}

function filesOf(content: MailContent): readonly MailedFile[] {
  return content.template === 'owner_answer_unseen' ? (content.files ?? []) : [];
}

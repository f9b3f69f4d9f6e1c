import { Readable } from 'node:stream';
import { MOST_FILES } from '@solodesk/core';
import type { Attachment, FileFault, RefusedFile, Visitor } from '@solodesk/core';
import { joinByMail } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { FileRefused } from '@solodesk/files';
import type { Files } from '@solodesk/files';
import type { MailFile, MailReply } from '@solodesk/notify';
import { forgetUnsent, keepFile, TooManyFiles } from '../files/keep-file.ts';

/** A picture that stands in a mail and is smaller than this is part of a signature: a logo, a portrait, the sign of a service. Pixels. */
const SMALL_SIDE = 120;
const SMALL_AREA = 360 * 180;
/** The same of a picture that cannot be read, such as a drawing. Bytes. */
const SMALL_BYTES = 20_000;

/**
 * Lets an answer by mail join its conversation, with its files: through the same checks as everybody's. Where it joins nothing, or was
 * read before, nothing is left of them.
 */
export async function joinWithFiles(
  desk: Desk,
  files: Files,
  reply: MailReply,
): Promise<'joined' | 'refused' | 'empty'> {
  let forget = async () => {};
  try {
    return await joinByMail(desk, reply, async (visitor) => {
      const taken: Attachment[] = [];
      forget = () => forgetUnsent(desk, files, { site: visitor.site, conversationKey: visitor.key }, taken);
      const refused: RefusedFile[] = [];
      for (const file of reply.files) {
        const outcome = taken.length < MOST_FILES ? await take(desk, files, visitor, file) : 'too_many';
        if (typeof outcome === 'object' && !isDecoration(file, outcome)) taken.push(outcome);
        else if (typeof outcome === 'object') await forgetUnsent(desk, files, keyOf(visitor), [outcome]);
        else if (!isSmall(file)) refused.push({ name: file.name || file.type, fault: outcome });
      }
      return { taken, refused };
    });
  } finally {
    await forget();
  }
}

const keyOf = ({ site, key }: Visitor) => ({ site, conversationKey: key });

/** @returns the file that lies ready, or why it is not taken */
async function take(desk: Desk, files: Files, visitor: Visitor, file: MailFile): Promise<Attachment | FileFault> {
  if (file.cut) return 'too_large';
  const { content, name } = file;
  const body = Readable.from([content], { objectMode: false });
  try {
    return await keepFile(
      desk,
      files,
      { ...keyOf(visitor), from: 'visitor' },
      { body, name, announced: content.length },
    );
  } catch (cause) {
    if (cause instanceof TooManyFiles) return 'too_many';
    if (!(cause instanceof FileRefused)) throw cause;
    if (cause.reason === 'full')
      desk.log.error({ err: cause }, 'a file of a mail was refused: there is no room for it');
    return cause.reason;
  }
}

/** Nobody misses what nobody has chosen to send. */
function isSmall({ inline, content }: MailFile): boolean {
  return inline && content.length < SMALL_BYTES;
}

function isDecoration({ inline }: MailFile, { width, height }: Attachment): boolean {
  if (!inline || width === undefined || height === undefined) return false;
  return Math.min(width, height) < SMALL_SIDE || width * height < SMALL_AREA;
}

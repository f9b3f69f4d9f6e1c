import { DeskError } from '@solodesk/core';
import type { Attachment, Upload, Visitor } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';

/**
 * The files that a message names. The commit sees to it that each is sent once; a repeat of the message is let through to it, and is
 * told of the first.
 * @param clientId of the message
 * @throws DeskError `not_found` for a file that is missing, of somebody else or of the other side, or in another message: all alike
 */
export async function sentFiles(
  desk: Pick<Desk, 'store'>,
  visitor: Pick<Visitor, 'key' | 'site'>,
  from: Upload['from'],
  clientId: string,
  ids: readonly string[],
): Promise<Attachment[]> {
  const uploads = await Promise.all([...new Set(ids)].map((id) => desk.store.findUpload(visitor.site, id)));
  return Promise.all(
    uploads.map(async (upload) => {
      const own = upload !== null && upload.conversationKey === visitor.key && upload.from === from;
      if (!own || !(await isFree(desk, upload, clientId))) throw new DeskError('not_found', 'no such file');
      const { id, name, type, bytes, width, height } = upload;
      return { id, name, type, bytes, ...(width !== undefined && height !== undefined && { width, height }) };
    }),
  );
}

async function isFree({ store }: Pick<Desk, 'store'>, upload: Upload, clientId: string): Promise<boolean> {
  if (upload.seq === null) return true;
  const [event] = await store.readLog(upload.conversationKey, { after: upload.seq - 1, limit: 1 });
  return event !== undefined && 'clientId' in event.entry && event.entry.clientId === clientId;
}

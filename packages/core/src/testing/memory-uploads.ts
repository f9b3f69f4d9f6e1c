import type { LogEvent } from '../domain/conversation/log-event.ts';
import { DeskError } from '../domain/desk-error.ts';
import type { Upload, UploadStore } from '../ports/upload-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';

const HOUR = 3_600_000;

export function createMemoryUploads(visitors: Pick<VisitorStore, 'findVisitor'>): UploadStore & {
  dropUploads(conversationKeys: readonly number[]): number;
  marksSent(conversationKey: number, events: readonly LogEvent[]): boolean;
} {
  let rows: { readonly site: string; readonly upload: Upload }[] = [];
  const removeWhere = (matches: (row: (typeof rows)[number]) => boolean): number => {
    const before = rows.length;
    rows = rows.filter((row) => !matches(row));
    return before - rows.length;
  };
  return {
    async addUpload(site, upload, most) {
      const visitor = await visitors.findVisitor(upload.conversationKey);
      if (visitor?.site !== site) throw new DeskError('not_found', 'the site has no such visitor');
      const lately = rows.filter(
        ({ upload: { conversationKey, from, at } }) =>
          conversationKey === upload.conversationKey && from === upload.from && at > upload.at - HOUR,
      );
      if (lately.length >= most) return false;
      rows.push({ site, upload: { ...upload, seq: null } });
      return true;
    },
    findUpload: async (site, id) => rows.find((row) => row.site === site && row.upload.id === id)?.upload ?? null,
    uploadsOf: async (site, keys) =>
      rows
        .filter((row) => row.site === site && keys.includes(row.upload.conversationKey))
        .map(({ upload }) => upload)
        .sort((a, b) => a.at - b.at),
    dropUnsent: async (site, id) =>
      removeWhere((row) => row.site === site && row.upload.id === id && row.upload.seq === null) > 0,
    unsentBefore: async (before, limit) =>
      rows
        .filter(({ upload }) => upload.seq === null && upload.at < before)
        .sort((a, b) => a.upload.at - b.upload.at)
        .slice(0, limit),
    dropUploads: (keys) => removeWhere(({ upload }) => keys.includes(upload.conversationKey)),
    marksSent(key, events) {
      const sent = new Map<string, number>();
      for (const { seq, entry } of events) {
        if (!('attachments' in entry)) continue;
        const from = entry.type === 'owner_message' ? 'owner' : 'visitor';
        for (const { id } of entry.attachments ?? []) {
          const isReady = ({ upload }: (typeof rows)[number]) =>
            upload.id === id && upload.conversationKey === key && upload.from === from && upload.seq === null;
          if (!rows.some(isReady)) return false;
          sent.set(id, seq);
        }
      }
      if (sent.size > 0) {
        rows = rows.map((row) => ({
          ...row,
          upload: { ...row.upload, seq: sent.get(row.upload.id) ?? row.upload.seq },
        }));
      }
      return true;
    },
  };
}

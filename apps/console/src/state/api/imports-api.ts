import { ApiError, request } from './api.ts';
import type { ErrorKind, Locale } from '../wire-types.ts';

export const IMPORT_KINDS = ['customers', 'orders', 'products', 'spend', 'feedback'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportFile {
  id: string;
  name: string;
  bytes: number;
  encoding: string;
  delimiter: string;
  header: string[];
  /** The first ones. */
  rows: string[][];
  /** What it seems to hold. */
  likely: ImportKind;
  state: 'ready' | 'running' | 'done' | 'failed';
  progress: { bytes: number; of: number; rows: number; refused: number } | null;
  summary: {
    rows: number;
    new: number;
    changed: number;
    same: number;
    refused: number;
    refusedRows: { line: number; reason: string }[];
  } | null;
  batch: number | null;
  refusedFile: boolean;
  fault: string | null;
  guess?: { columns: { column: string; field: string | null }[]; fields: string[]; needs: string[] };
}

export interface Batch {
  key: number;
  kind: ImportKind;
  file: string;
  startedAt: number;
  finishedAt: number | null;
  undoneAt: number | null;
  counts: { new: number; changed: number; same: number; refused: number };
  /** It is still coming in. */
  running: boolean;
  undoable: boolean;
}

const of = (site: string) => `imports/${encodeURIComponent(site)}`;

export const importsApi = {
  batches: (site: string) => request<{ batches: Batch[] }>(of(site)),
  /** With `kind`: also what its columns seem to hold. */
  file: (site: string, id: string, kind?: ImportKind) =>
    request<ImportFile>(`${of(site)}/${id}${kind === undefined ? '' : `?kind=${kind}`}`),
  run: (
    site: string,
    id: string,
    how: { kind: ImportKind; map: [string, string][]; dates: 'dmy' | 'mdy' | null; reader: Locale },
  ) => request<ImportFile>(`${of(site)}/${id}`, how),
  drop: (site: string, id: string) => request<object>(`${of(site)}/${id}/drop`, {}),
  undo: (site: string, batch: number) =>
    request<{ removed: number; restored: number; kept: number }>(`${of(site)}/batches/${batch}/undo`, {}),
  refused: (site: string, id: string) => `/console/api/${of(site)}/${id}/refused.csv`,
  upload,
};

/** Sends a file. @param reader in whose language it is said why it cannot be read @param onPart share that is sent, 0 to 1. @throws ApiError, with the reader's words where the file cannot be read */
function upload(site: string, file: File, reader: Locale, onPart: (part: number) => void): Promise<ImportFile> {
  return new Promise((resolve, reject) => {
    // Only this tells how far a body has gone.
    const call = new XMLHttpRequest();
    call.open('POST', `/console/api/${of(site)}?${new URLSearchParams({ name: file.name, reader })}`);
    call.setRequestHeader('content-type', 'text/csv');
    call.setRequestHeader('x-solodesk', '1');
    call.responseType = 'json';
    call.upload.onprogress = ({ loaded, total }) => onPart(total === 0 ? 1 : loaded / total);
    call.onerror = () => reject(new ApiError('unavailable', '', true));
    call.onload = () => {
      if (call.status === 201) return resolve(call.response as ImportFile);
      const { error } = (call.response ?? {}) as { error?: { kind: ErrorKind; message: string } };
      reject(new ApiError(error?.kind ?? 'internal', error?.message ?? ''));
    };
    call.send(file);
  });
}

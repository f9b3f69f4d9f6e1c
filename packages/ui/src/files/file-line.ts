/** A file of a message, as the wire describes it. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Of a picture, in pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Why a file is not taken, as the wire says it, or that there was no answer. */
export type FileFault =
  'empty' | 'too_large' | 'type' | 'damaged' | 'too_many_pixels' | 'too_many' | 'cut' | 'full' | 'offline';

const FAULTS: readonly FileFault[] = [
  'empty',
  'too_large',
  'type',
  'damaged',
  'too_many_pixels',
  'too_many',
  'cut',
  'full',
];

/** The way to the files of one conversation. */
export interface FileLine {
  /** Where one is brought to. */
  readonly upload: string;
  /** Where one is read and taken back. */
  file(id: string): string;
  /** Who asks: a session's secret travels here, and never in an address. */
  headers(): Record<string, string>;
  /** Where it may not be there yet: settles once it is. */
  ready?(): Promise<void>;
}

export type Uploaded =
  | { readonly ok: true; readonly file: SentFile }
  | { readonly ok: false; readonly fault: FileFault; readonly again: boolean };

/** What may work when it is tried again. */
const PASSING: readonly FileFault[] = ['cut', 'full', 'offline'];

/**
 * Brings a file to the server.
 * @param progress told the share that is there, from 0 to 1
 * @returns what it became, and how to stop it
 */
export function upload(
  line: FileLine,
  file: Blob,
  name: string,
  progress: (share: number) => void,
): { done: Promise<Uploaded>; stop(): void } {
  // `fetch` tells nothing while it sends.
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve) => {
    const refused = (fault: FileFault) => resolve({ ok: false, fault, again: PASSING.includes(fault) });
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onerror = request.onabort = request.ontimeout = () => refused('offline');
    request.onload = () => {
      const answer = asAnswer(request.responseText);
      if (answer.file) resolve({ ok: true, file: answer.file });
      else refused(answer.fault ?? faultOf(request.status));
    };
  });
  request.open('POST', line.upload);
  for (const [header, value] of Object.entries(line.headers())) request.setRequestHeader(header, value);
  // The end of a long name, which says what it is; half of a surrogate pair cannot be encoded.
  request.setRequestHeader('X-File-Name', encodeURIComponent(name.slice(-200).replace(/\p{Cs}/gu, '_')));
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.send(file);
  return { done, stop: () => request.abort() };
}

/** Forgets a file that is not to be sent. Where that fails the server sweeps it after a day. */
export async function takeBack(line: FileLine, id: string): Promise<void> {
  await fetch(line.file(id), { method: 'DELETE', headers: line.headers() }).catch(() => null);
}

/** What is in a file, or in the small picture of it; null when it is gone. @throws TypeError without a network */
export async function contentOf(line: FileLine, id: string, preview = false): Promise<Blob | null> {
  const response = await fetch(`${line.file(id)}${preview ? '/preview' : ''}`, { headers: line.headers() });
  return response.ok ? response.blob() : null;
}

/** Of an answer that is not the desk's own: a proxy before it has limits too. */
function faultOf(status: number): FileFault {
  if (status === 413) return 'too_large';
  if (status === 429) return 'too_many';
  return status >= 500 ? 'full' : 'offline';
}

function asAnswer(text: string): { file?: SentFile; fault?: FileFault } {
  try {
    const { file, error } = JSON.parse(text) as { file?: SentFile; error?: { fault?: string } };
    const fault = FAULTS.find((known) => known === error?.fault);
    return { ...(typeof file?.id === 'string' && { file }), ...(fault && { fault }) };
  } catch (cause) {
    if (cause instanceof SyntaxError) return {};
    throw cause;
  }
}

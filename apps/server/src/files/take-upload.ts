import type { Desk } from '@solodesk/core/use-cases';
import { FileRefused } from '@solodesk/files';
import type { Files } from '@solodesk/files';
import type { ErrorKind } from '@solodesk/protocol';
import type { FileFault } from '@solodesk/protocol/visitor';
import type { Request, Response } from 'express';
import type { Intake } from '../intake.ts';
import { FAULT_STATUS } from '../http/http-errors.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { keepFile, TooManyFiles } from './keep-file.ts';
import type { FileOwner } from './keep-file.ts';

/** The name travels in a header, percent-encoded, so that the body is the file and nothing else. */
export const NAME_HEADER = 'x-file-name';
/** How long a sender whose file was refused is listened to, so that the refusal reaches a browser that is still sending. */
const LISTEN_MS = 5_000;

export interface UploadParts {
  readonly desk: Desk;
  readonly files: Files;
  readonly intake: Intake;
}

/** What the peer is to do about each fault. */
const KINDS: Readonly<Record<FileFault, ErrorKind>> = {
  empty: 'bad_request',
  too_large: 'too_large',
  type: 'bad_request',
  damaged: 'bad_request',
  too_many_pixels: 'too_large',
  too_many: 'rate_limited',
  cut: 'bad_request',
  full: 'unavailable',
};

/** Takes the file that a request brings, and answers with what is known of it then: `{ file }`, or `{ error }` with the `fault`. */
export async function takeUpload(
  { desk, files, intake }: UploadParts,
  to: FileOwner,
  request: Request,
  response: Response,
): Promise<void> {
  await intake.during(async () => {
    try {
      const length = request.headers['content-length'];
      const sent = { body: request, name: nameOf(request), announced: length === undefined ? null : Number(length) };
      response.status(201).json({ file: await keepFile(desk, files, to, sent) });
    } catch (thrown) {
      const fault = thrown instanceof FileRefused ? thrown.reason : thrown instanceof TooManyFiles ? 'too_many' : null;
      if (fault === null) throw thrown;
      if (fault === 'full') desk.log.error({ err: thrown }, 'a file was refused: there is no room for it');
      refuse(request, response, fault);
    }
  });
}

/** @throws WireFault `bad_request` for a name that is not encoded */
function nameOf(request: Request): string {
  const header = request.headers[NAME_HEADER];
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : '';
  } catch (cause) {
    if (cause instanceof URIError) throw new WireFault('bad_request', 'x-file-name: must be percent-encoded');
    throw cause;
  }
}

function refuse(request: Request, response: Response, fault: FileFault): void {
  if (response.destroyed) return;
  const kind = KINDS[fault];
  if (!request.complete) {
    response.setHeader('Connection', 'close');
    request.resume();
    const deaf = setTimeout(() => request.destroy(), LISTEN_MS).unref();
    request.once('close', () => clearTimeout(deaf));
  }
  response.status(FAULT_STATUS[kind]).json({ error: { kind, message: `the file is refused: ${fault}`, fault } });
}

/**
 * Why a file is not taken:
 *
 * - `empty`: it has no content.
 * - `too_large`: more bytes than allowed.
 * - `type`: its content is nothing that is taken, or not what its name says.
 * - `damaged`: a picture that cannot be read to its end.
 * - `too_many_pixels`: a picture that would fill the memory.
 * - `cut`: it ended before it was whole.
 * - `full`: there is no room for it just now.
 */
export type RefusalReason = 'empty' | 'too_large' | 'type' | 'damaged' | 'too_many_pixels' | 'cut' | 'full';

export class FileRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, options?: { cause?: unknown }) {
    super(`the file is refused: ${reason}`, options);
    this.name = 'FileRefused';
    this.reason = reason;
  }
}

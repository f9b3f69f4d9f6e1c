import { z } from 'zod';

/** A file of a message. What is in it is fetched over HTTP. */
export const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Media type, by its content. Only pictures are ever shown. */
  type: z.string(),
  bytes: z.number().int(),
  /** Of a picture, in pixels. */
  width: z.number().int().optional(),
  height: z.number().int().optional(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/**
 * Why a file is not taken: no content; over `MAX_FILE_BYTES` (limits.ts); nothing of the kinds that are taken; a picture that cannot be read, or would
 * fill the memory; more files than a message or an hour takes; cut on its way; no room for it just now.
 */
export const FILE_FAULTS = [
  'empty',
  'too_large',
  'type',
  'damaged',
  'too_many_pixels',
  'too_many',
  'cut',
  'full',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

import { z } from 'zod';
import { signedTokensOf } from '../auth/signed-tokens.ts';
import { FILE_LINK_DAYS } from '@solodesk/notify';

/** Where such a link leads. */
export const FILE_PATH = '/file';

const schema = z.strictObject({ site: z.string(), file: z.string(), until: z.number() });

/** One file of one site that whoever holds the link may fetch, until a moment (UTC milliseconds). */
export type LinkedFile = z.infer<typeof schema>;

/** Links of mails to files that were too large to go with them. Nothing of a link is stored: once its file is erased it leads nowhere. */
export interface FileLinks {
  link(file: Omit<LinkedFile, 'until'>, now: number): string;
  /** Null for a token that is none of ours, or whose time is over. */
  read(token: string, now: number): LinkedFile | null;
}

export function fileLinksOf(dataDir: string, publicUrl: () => string): FileLinks {
  const tokens = signedTokensOf(dataDir, 'file');
  return {
    link: (file, now) =>
      `${publicUrl()}${FILE_PATH}#${tokens.sign({ ...file, until: now + FILE_LINK_DAYS * 86_400_000 })}`,
    read(token, now) {
      const parsed = schema.safeParse(tokens.read(token));
      return parsed.success && parsed.data.until > now ? parsed.data : null;
    },
  };
}

import { z } from 'zod';
import { localeSchema } from '../shared/log-event.ts';

export const pageSchema = z.object({
  url: z.string().max(2000),
  title: z.string().max(300),
  referrer: z.string().max(2000).optional(),
});
export type Page = z.infer<typeof pageSchema>;

export const identitySchema = z.object({
  /** Absent while the page only claims things about somebody whom it does not name. */
  userId: z.string().min(1).max(200).optional(),
  /** Hex HMAC-SHA256 of `userId` under the site's identity secret. */
  hash: z.string().max(200).optional(),
  /** What the page claims about the person; never trusted. */
  attributes: z
    .record(z.string().max(100), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
    .optional(),
});
export type Identity = z.infer<typeof identitySchema>;

export const consentSchema = z.object({ version: z.string().max(100), at: z.number().int() });
export type Consent = z.infer<typeof consentSchema>;

/** What a widget says in `auth` when it connects. The token travels here, never in a URL. */
export const visitorHandshakeSchema = z.object({
  v: z.number().int(),
  site: z.string().max(40),
  /** Of an earlier session; absent on the first visit. */
  token: z.string().max(200).optional(),
  locale: localeSchema,
  /** IANA zone of the browser. */
  timeZone: z.string().max(100).optional(),
  page: pageSchema.optional(),
  identity: identitySchema.optional(),
  consent: consentSchema.optional(),
});
export type VisitorHandshake = z.infer<typeof visitorHandshakeSchema>;

import { text } from 'express';
import type { Request, Router } from 'express';
import type { Intake } from '../intake.ts';
import { WireFault } from '../realtime/wire-error.ts';

/** Longest form that a mail program sends; RFC 8058 has 26 bytes. */
const MOST_OF_FORM = '4kb';

export interface OneClick {
  /** In front of the token. */
  path: string;
  /** The page for people. */
  page: string;
  intake: Intake;
  /** Throws for who tries too often. */
  limited(request: Request): void;
  /** @returns whether the token is one of ours */
  leave(token: string): Promise<boolean>;
}

/**
 * What the `List-Unsubscribe` of a mail leads to (RFC 8058). Mail programs leave a fragment away: here the token stands in the path, where
 * logs may see it, so that it must be good for ending mails alone.
 */
export function addOneClick(router: Router, { path, page, intake, limited, leave }: OneClick): void {
  // Of a mail program that knows nothing of one click: its reader gets the page.
  router.get(`${path}/:token`, (request, response) => {
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, `${page}#${encodeURIComponent(request.params.token)}`);
  });

  // The form says what it is for (RFC 8058, 3.2), so that whoever only tries addresses ends nothing.
  router.post(`${path}/:token`, text({ type: () => true, limit: MOST_OF_FORM }), async (request, response) => {
    limited(request);
    const form: unknown = request.body;
    if (typeof form !== 'string' || !/List-Unsubscribe\b[^]{0,200}\bOne-Click\b/i.test(form)) {
      throw new WireFault('bad_request', 'the form must be List-Unsubscribe=One-Click');
    }
    await intake.during(async () => {
      if (!(await leave(String(request.params.token)))) throw new WireFault('not_found', 'there is no such mail');
      response.setHeader('Cache-Control', 'no-store');
      response.type('text/plain').send('OK');
    });
  });
}

/** `ada@one.example` → `a…@one.example`: who was sent the mail on recognises nobody by it. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}…${address.slice(Math.max(at, 0))}`;
}

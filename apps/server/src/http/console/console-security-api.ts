import { Router } from 'express';
import type { Request } from 'express';
import { encode } from 'uqr';
import { z } from 'zod';
import type { Accounts } from '../../auth/accounts.ts';
import type { SecondFactors } from '../../auth/second-factors.ts';
import type { Sessions, SignedIn } from '../../auth/sessions.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';

export interface ConsoleSecurityOptions {
  accounts: Accounts;
  sessions: Sessions;
  secondFactors: SecondFactors;
}

const current = z.string().max(200);
const code = z.string().trim().min(1).max(100);
const beginSchema = z.object({ current });
const confirmSchema = z.object({ code });
const changeSchema = z.object({ current, code });

/** The account's sessions and its second factor. */
export function consoleSecurityApi({ accounts, sessions, secondFactors }: ConsoleSecurityOptions): Router {
  const router = Router();
  const me = async (request: Request): Promise<SignedIn> => {
    const signedIn = await sessions.ofCookie(request.headers.cookie);
    if (signedIn === null) throw new WireFault('unauthorized', 'not signed in');
    return signedIn;
  };

  router.get('/sessions', async (request, response) => {
    response.json({ sessions: await sessions.list(await me(request)) });
  });
  router.post('/sessions/others/revoke', async (request, response) => {
    await sessions.revokeOthers(await me(request));
    response.json({ ok: true });
  });
  router.post('/sessions/:id/revoke', async (request, response) => {
    const revoked = await sessions.revoke(await me(request), String(request.params.id));
    if (!revoked) throw new WireFault('not_found', 'no such session');
    response.json({ ok: true });
  });

  router.get('/second-factor', async (request, response) => {
    response.json(await secondFactors.state((await me(request)).accountKey));
  });
  router.post('/second-factor/begin', async (request, response) => {
    const account = await accounts.proven(await me(request), parse(beginSchema, request.body).current);
    const { secret, uri } = await secondFactors.begin(account);
    response.json({ secret, uri, qr: qrCode(uri) });
  });
  router.post('/second-factor/confirm', async (request, response) => {
    const { accountKey } = await me(request);
    response.json({ codes: await secondFactors.confirm(accountKey, parse(confirmSchema, request.body).code) });
  });
  router.post('/second-factor/codes', async (request, response) => {
    const { key } = await shown(request);
    response.json({ codes: await secondFactors.newRecoveryCodes(key) });
  });
  router.post('/second-factor/off', async (request, response) => {
    const { key } = await shown(request);
    await secondFactors.remove(key);
    response.json({ ok: true });
  });
  return router;

  /** Both factors again: neither a session that was left open, nor a password that was read, is enough. */
  async function shown(request: Request) {
    const body = parse(changeSchema, request.body);
    const account = await accounts.proven(await me(request), body.current);
    await secondFactors.mustShow(account.key, body.code);
    return account;
  }
}

/** Dark squares as one path, a unit a square, so that the console draws it as text and no markup travels. */
function qrCode(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}

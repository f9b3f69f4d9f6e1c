import type { Store, Sites } from '@solodesk/core';
import { Router } from 'express';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import type { Accounts } from '../../auth/accounts.ts';
import { MIN_PASSWORD_LENGTH } from '../../auth/passwords.ts';
import type { SecondFactors } from '../../auth/second-factors.ts';
import { SESSION_COOKIE } from '../../auth/sessions.ts';
import type { Sessions } from '../../auth/sessions.ts';
import { isWeakPassword } from '../../auth/weak-password.ts';
import { badRequest } from '../../realtime/door.ts';
import { WireFault } from '../../realtime/wire-error.ts';

export interface ConsoleApiOptions {
  store: Store;
  sites: Sites;
  accounts: Accounts;
  sessions: Sessions;
  secondFactors: SecondFactors;
  /** The address under which browsers reach this server. */
  publicUrl(): string;
  secureCookies: boolean;
}

const checkSchema = z.object({ token: z.string().max(200) });
const named = { name: z.string().trim().min(1).max(100), email: z.email().max(200) };
/** What the browser says that it is; shown in the list of sessions. */
const from = { device: z.string().max(80).default('') };
const accountSchema = z.object({ ...named, current: z.string().max(200) });
const setupSchema = checkSchema.extend({
  ...named,
  password: z.string().min(MIN_PASSWORD_LENGTH).max(200),
  ...from,
});
const passwordSchema = z.object({
  current: z.string().max(200),
  password: z.string().min(MIN_PASSWORD_LENGTH).max(200),
  pushHere: z.string().max(1_000).nullable(),
});
const loginSchema = z.object({
  email: z.string().max(200),
  password: z.string().max(200),
  code: z.string().max(100).nullable().default(null),
  ...from,
});

/** Signing in and out. Cross-site calls are kept out by `SameSite=Strict` and by the header that `requireOwnPage` wants. */
export function consoleApi(options: ConsoleApiOptions): Router {
  const { accounts, sessions } = options;
  const router = Router();

  router.get('/session', async (request, response) => {
    response.json(await sessionView(options, request));
  });
  router.post('/setup/check', async (request, response) => {
    const { token } = parse(checkSchema, request.body);
    await accounts.checkSetupToken(token, request.ip ?? '');
    response.json({ ok: true });
  });
  router.post('/setup', async (request, response) => {
    const { token, device, ...account } = parse(setupSchema, request.body);
    if (isWeakPassword(account.password, account)) throw new WireFault('bad_request', 'password: too easy to guess');
    const { key } = await accounts.setUp(token, account, request.ip ?? '');
    // Another password is not the second factor: who has it set by a link signs in with both.
    if (await options.secondFactors.isOn(key)) response.json({ ok: true, signedIn: false });
    else await beginSession(options, response, key, device);
  });
  router.post('/login', async (request, response) => {
    const { device, ...given } = parse(loginSchema, request.body);
    const account = await accounts.signIn(given, request.ip ?? '');
    if (account === 'code_needed') response.json({ ok: true, signedIn: false });
    else await beginSession(options, response, account.key, device);
  });
  router.post('/password', async (request, response) => {
    const signedIn = await sessions.ofCookie(request.headers.cookie);
    if (signedIn === null) throw new WireFault('unauthorized', 'not signed in');
    const { current, password, pushHere } = parse(passwordSchema, request.body);
    const { email = '', name = '' } = (await options.store.findAccount(signedIn.accountKey)) ?? {};
    if (isWeakPassword(password, { email, name })) throw new WireFault('bad_request', 'password: too easy to guess');
    await accounts.changePassword(signedIn, current, password, pushHere);
    response.json({ ok: true });
  });
  router.post('/account', async (request, response) => {
    const signedIn = await sessions.ofCookie(request.headers.cookie);
    if (signedIn === null) throw new WireFault('unauthorized', 'not signed in');
    const { current, ...to } = parse(accountSchema, request.body);
    await accounts.rename(signedIn, to, current);
    response.json({ ok: true });
  });
  router.post('/logout', async (request, response) => {
    const signedIn = await sessions.ofCookie(request.headers.cookie);
    if (signedIn !== null) await sessions.end(signedIn);
    response.clearCookie(SESSION_COOKIE, cookie(options));
    response.json({ ok: true });
  });
  return router;
}

async function sessionView({ store, sites, accounts, sessions, publicUrl }: ConsoleApiOptions, request: Request) {
  const signedIn = await sessions.ofCookie(request.headers.cookie);
  const account = signedIn && (await store.findAccount(signedIn.accountKey));
  if (account === null)
    return { account: null, needsSetup: await accounts.needsSetup(), sites: [], publicUrl: publicUrl() };
  const member = await Promise.all(sites.list().map((site) => store.isMember(account.key, site.id)));
  return {
    account: { id: account.key, name: account.name, email: account.email },
    needsSetup: false,
    sites: sites
      .list()
      .filter((_site, index) => member[index])
      .map(({ id, name, ownerName, locales, colors, timeZone }) => {
        return { id, name, ownerName, locales, accent: colors.accent, timeZone };
      }),
    publicUrl: publicUrl(),
  };
}

async function beginSession(
  options: ConsoleApiOptions,
  response: Response,
  key: number,
  device: string,
): Promise<void> {
  const { token, maxAgeMs } = await options.sessions.begin(key, device);
  response.cookie(SESSION_COOKIE, token, { ...cookie(options), maxAge: maxAgeMs });
  response.json({ ok: true, signedIn: true });
}

function cookie({ secureCookies }: ConsoleApiOptions): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: secureCookies, path: '/' };
}

/** @throws WireFault `bad_request`, naming the field. */
export function parse<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw badRequest(parsed.error);
  return parsed.data;
}

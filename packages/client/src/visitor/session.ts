import { PROTOCOL_VERSION } from '@solodesk/protocol/visitor';
import type { Consent, Page, VisitorHandshake } from '@solodesk/protocol/visitor';
import type { Kept } from './kept.ts';
import type { ChatOptions } from './types.ts';

/** The longest token that the wire takes; anything longer in storage is not ours. */
const MAX_TOKEN = 200;

/** Who this visitor is, as told in the handshake. */
export interface Session {
  /** Changed in place by `setLocale`, `setPage`, `identify`. */
  readonly told: Pick<ChatOptions, 'locale' | 'page' | 'identity'>;
  handshake(): VisitorHandshake;
  /**
   * Takes the welcome's token. False when another tab began a session while this one was being welcomed to its own:
   * there is to be one visitor a browser, so this tab must connect again with the kept token.
   */
  accept(token: string): boolean;
  /** The server does not know the token. False when there was none, so that a new session was refused. */
  drop(): boolean;
  /** The token that is kept. */
  token(): string | undefined;
  needsConsent(): boolean;
  agree(): void;
  forget(): void;
}

/** A page within the wire's limits: an address that is too long must not cost the connection. */
export function cutPage(page: Page): Page {
  const { url, title, referrer } = page;
  return { url: url.slice(0, 2000), title: title.slice(0, 300), referrer: referrer?.slice(0, 2000) };
}

function asConsent(value: unknown): Consent | undefined {
  const consent = value as Partial<Consent> | null;
  if (typeof consent?.version !== 'string' || typeof consent.at !== 'number') return undefined;
  return { version: consent.version, at: consent.at };
}

export function createSession(options: ChatOptions, kept: Kept): Session {
  const { site, timeZone, clock, consentVersion } = options;
  const told = { locale: options.locale, page: options.page && cutPage(options.page), identity: options.identity };
  /** Tokens the server did not know: never tried again, even if the storage will not let go of them. */
  const rejected = new Set<string>();
  let consent = options.consent;
  let sent: string | undefined;

  const keptToken = () => {
    const token = kept.read('token');
    return token && token.length <= MAX_TOKEN && !rejected.has(token) ? token : undefined;
  };
  const agreed = () => (consent ??= asConsent(kept.readJson('consent')));

  return {
    told,
    token: keptToken,
    handshake() {
      sent = keptToken();
      return { v: PROTOCOL_VERSION, site, token: sent, timeZone, consent: agreed(), ...told };
    },
    accept(token) {
      const other = keptToken();
      if (!sent && other && other !== token) return false;
      sent = token;
      kept.write('token', token);
      return true;
    },
    drop() {
      if (!sent) return false;
      rejected.add(sent);
      if (kept.read('token') === sent) kept.remove('token');
      sent = undefined;
      return true;
    },
    needsConsent: () => consentVersion !== undefined && agreed()?.version !== consentVersion,
    agree() {
      if (consentVersion === undefined) return;
      consent = { version: consentVersion, at: clock.now() };
      kept.write('consent', JSON.stringify(consent));
    },
    forget() {
      kept.remove('token');
      kept.remove('consent');
      consent = undefined;
      sent = undefined;
      told.identity = undefined;
    },
  };
}

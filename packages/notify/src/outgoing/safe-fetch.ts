import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { NOTHING_ALLOWED } from './allow-list.ts';
import type { AllowList } from './allow-list.ts';
import { neverCalled, notPublic, portOf } from './never-called.ts';
import { OutgoingError, connectionError } from './outgoing-error.ts';
import { pinnedRequest } from './pinned-request.ts';
import type { CheckedTarget, PinnedAnswer } from './pinned-request.ts';
import { isPublicAddress } from './public-address.ts';

export interface OutgoingRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Longest time until the whole answer is here, redirects included. Milliseconds. */
  timeoutMs?: number;
  /** Longest answer, in bytes. */
  maxBytes?: number;
  /** Most redirects to follow. */
  maxRedirects?: number;
}

export interface OutgoingResponse extends PinnedAnswer {
  /** Where the answer came from at last. */
  url: string;
}

/** Calls an address outside. @throws OutgoingError whatever goes wrong. An answer of 500 is an answer. */
export type SafeFetch = (url: string, request?: OutgoingRequest) => Promise<OutgoingResponse>;

export interface SafeFetchOptions {
  /** What may be called although it is not public, and without TLS. */
  allow?: AllowList;
  /** All addresses of a host; the system's resolver unless a test brings its own. */
  resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  /** Certificates to trust in place of the system's, PEM. */
  ca?: string;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1_000_000;
const MAX_REDIRECTS = 3;

/**
 * A client for addresses that somebody typed in. It never connects to a machine that is not public: the host is resolved once,
 * every address that it has is checked, and the connection goes to one of those and to none that a second look-up would give
 * (DNS rebinding). Each redirect is checked anew. Only HTTPS, unless the allow list names the host.
 */
export function createSafeFetch(options: SafeFetchOptions = {}): SafeFetch {
  const { allow = NOTHING_ALLOWED, ca } = options;
  const resolve = options.resolve ?? ((host: string) => systemLookup(host, { all: true, verbatim: true }));

  const check = async (url: URL, signal: AbortSignal): Promise<CheckedTarget> => {
    const refusal = neverCalled(url, allow);
    if (refusal !== null) throw refusal;
    const port = portOf(url);
    const allowed = allow.allows(url.hostname, port);
    const addresses = await addressesOf(url.hostname, resolve, signal);
    for (const { address, family } of addresses) {
      const literal = family === 6 ? `[${address}]` : address;
      if (allowed || isPublicAddress(address) || allow.allows(literal, port)) continue;
      throw notPublic(url);
    }
    const [address, ...others] = addresses;
    if (address === undefined) throw new OutgoingError('not_found', `${url.hostname} has no address`);
    return { url, addresses: [address, ...others] };
  };

  return async (text, request = {}) => {
    const { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, maxRedirects = MAX_REDIRECTS } = request;
    if (!URL.canParse(text)) throw new OutgoingError('forbidden', 'this is no web address');
    const signal = AbortSignal.timeout(timeoutMs);
    let url = new URL(text);
    let { headers = {} } = request;
    const method = request.method ?? (request.body === undefined ? 'GET' : 'POST');
    for (let redirects = 0; ; redirects++) {
      const target = await check(url, signal);
      const sent = { method, headers, body: request.body, maxBytes, signal, ca };
      const { status, headers: answered, body } = await pinnedRequest(target, sent);
      const next = redirectOf(url, status, answered.location, method);
      if (next === null) return { status, headers: answered, body, url: url.href };
      if (redirects >= maxRedirects)
        throw new OutgoingError('redirects', `${url.hostname} leads from one address to another`);
      if (next.origin !== url.origin) headers = withoutCredentials(headers);
      url = next;
    }
  };
}

async function addressesOf(
  hostname: string,
  resolve: (host: string) => Promise<readonly LookupAddress[]>,
  signal: AbortSignal,
): Promise<readonly LookupAddress[]> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  if (family !== 0) return [{ address: literal, family }];
  const late = new Promise<never>((_resolve, reject) => {
    const fail = () => reject(new OutgoingError('not_found', `${hostname} could not be looked up in time`));
    if (signal.aborted) fail();
    signal.addEventListener('abort', fail, { once: true });
  });
  try {
    return await Promise.race([resolve(hostname), late]);
  } catch (cause) {
    throw connectionError(hostname, cause);
  }
}

/**
 * Where an answer leads, or null. What was posted is posted again only where the answer asks for exactly that (307, 308): a
 * 302 would turn it into a GET, and nobody would know.
 */
function redirectOf(from: URL, status: number, location: string | undefined, method: string): URL | null {
  const follows = status === 307 || status === 308 || (method === 'GET' && [301, 302, 303].includes(status));
  if (!follows || location === undefined) return null;
  if (!URL.canParse(location, from.href))
    throw new OutgoingError('redirects', `${from.hostname} leads to no web address`);
  return new URL(location, from);
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  const secret = /^(authorization|cookie|proxy-authorization|x-api-key)$/i;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secret.test(name)));
}

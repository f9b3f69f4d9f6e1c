import { isIP } from 'node:net';
import type { AllowList } from './allow-list.ts';
import { OutgoingError } from './outgoing-error.ts';
import { isPublicAddress } from './public-address.ts';

/**
 * Why an address is never called, as far as the address itself tells, so that whoever types it in hears it at once; null where
 * its host has to be looked up first.
 */
export function neverCalled(url: URL, allow: AllowList): OutgoingError | null {
  const allowed = allow.allows(url.hostname, portOf(url));
  if (url.protocol !== 'https:' && !(allowed && url.protocol === 'http:')) {
    return new OutgoingError('forbidden', 'only https:// addresses are called');
  }
  if (url.username !== '' || url.password !== '') {
    return new OutgoingError('forbidden', 'an address with a password in it is not called');
  }
  // The URL parser has made 0x7f.1, 2130706433 and 0177.0.0.1 what they are: 127.0.0.1.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 || allowed || isPublicAddress(literal) ? null : notPublic(url);
}

export function portOf({ port, protocol }: URL): number {
  return Number(port || (protocol === 'https:' ? 443 : 80));
}

export function notPublic(url: URL): OutgoingError {
  return new OutgoingError('forbidden', `${url.hostname} is no machine of the public internet, so it is not called`);
}

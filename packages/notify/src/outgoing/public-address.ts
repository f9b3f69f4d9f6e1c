import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** IPv6 addresses of the public internet (IANA, RFC 4291); what lies outside of them is nobody's server. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address belongs to a machine of the public internet: not this machine, its neighbours, a cloud's metadata
 * service, a private network, or an address that carries an IPv4 address inside (6to4, Teredo, NAT64), which could be any of these.
 * @param address as `dns.lookup` gives it; false for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return false;
  // `::ffff:127.0.0.1` is 127.0.0.1.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}
